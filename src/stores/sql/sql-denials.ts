import { sql } from 'kysely';
import type { AuditEntry } from '../../leads/audit.ts';
import type { Denials } from '../../leads/denial.ts';
import type { Page } from '../../leads/lead-store.ts';
import { denialsPage, toAuditRow } from './audit-rows.ts';
import type { SqlDatabase } from './database.ts';
import { places } from './write.ts';

/** Refused attempts, as entries of the audit trail. */
export class SqlDenials implements Denials {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async record(entry: AuditEntry): Promise<void> {
    const { leadId, ...row } = toAuditRow(entry);
    // Whoever is refused may have made the id up, or the lead was erased meanwhile.
    const sql = `insert into audit ("leadId", "${Object.keys(row).join('", "')}")
      select coalesce((select id from leads where id = ?), ''), ${places(Object.keys(row))}`;
    await this.#database.commits.put({ head: { sql, parameters: [leadId, ...Object.values(row)] }, rest: [] });
  }

  list(page: { limit: number; cursor?: string }): Promise<Page<AuditEntry>> {
    return denialsPage(this.#database.read, page);
  }

  async forget(before: Date): Promise<void> {
    // The action is written out, so that the index of these is used.
    await this.#database.commits.run((tx) =>
      tx
        .deleteFrom('audit')
        .where('action', '=', sql.lit('denied'))
        .where('leadId', '=', '')
        .where('at', '<', before.toISOString())
        .execute(),
    );
  }
}
