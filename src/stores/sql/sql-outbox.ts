import type { Selectable } from 'kysely';
import type { Backlog, Change, Claim, Outbox } from '../../outbox/outbox.ts';
import type { SqlDatabase } from './database.ts';
import type { OutboxRow } from './schema.ts';
import { places } from './write.ts';

/** The outbox in the same database as the leads; its rows are written by triggers. */
export class SqlOutbox implements Outbox {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async waiting(now: Date, limit: number): Promise<Change[]> {
    const rows = await this.#database.read
      .selectFrom('outbox')
      .selectAll()
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('outboxLeads')
              .select('leadId')
              .whereRef('outboxLeads.leadId', '=', 'outbox.leadId')
              .where('until', '>', now.toISOString()),
          ),
        ),
      )
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(toChange);
  }

  claim(changes: readonly Change[], holder: string, now: Date, until: Date): Promise<Claim[]> {
    // In one order everywhere: two processes that want the same leads never wait for each other.
    const wanted = [...new Set(changes.map(({ leadId }) => leadId))].sort();
    if (!wanted.length) return Promise.resolve([]);
    const hold = { holder, until: until.toISOString() };
    return this.#database.commits.run(async (tx) => {
      const held = await tx
        .insertInto('outboxLeads')
        .values(wanted.map((leadId) => ({ leadId, attempts: 0, ...hold })))
        .onConflict((known) =>
          known.column('leadId').doUpdateSet(hold).where('outboxLeads.until', '<=', now.toISOString()),
        )
        .returning(['leadId', 'attempts'])
        .execute();
      const rows = await tx.selectFrom('outbox').selectAll().where('seq', 'in', seqs(changes)).orderBy('seq').execute();
      const claims = held.map((lead) => ({
        ...lead,
        changes: rows.filter(({ leadId }) => leadId === lead.leadId).map(toChange),
      }));
      const idle = claims.filter((claim) => !claim.changes.length).map(({ leadId }) => leadId);
      if (idle.length) await tx.deleteFrom('outboxLeads').where('leadId', 'in', idle).execute();
      return claims.filter((claim) => claim.changes.length);
    });
  }

  renew(leadId: string, holder: string, until: Date): Promise<boolean> {
    const sql = `update "outboxLeads" set until = ? ${HELD}`;
    return this.#database.commits.put({ head: { sql, parameters: [until.toISOString(), leadId, holder] }, rest: [] });
  }

  finish(leadId: string, holder: string, changes: readonly Change[]): Promise<boolean> {
    const done = seqs(changes);
    return this.#database.commits.put({
      head: { sql: `delete from "outboxLeads" ${HELD}`, parameters: [leadId, holder] },
      rest: [{ sql: `delete from outbox where seq in (${places(done)}) and {taken}`, parameters: done }],
    });
  }

  postpone(leadId: string, holder: string, until: Date, failed: boolean): Promise<boolean> {
    const sql = `update "outboxLeads" set holder = null, until = ?, attempts = attempts + ${failed ? 1 : 0} ${HELD}`;
    return this.#database.commits.put({ head: { sql, parameters: [until.toISOString(), leadId, holder] }, rest: [] });
  }

  async backlog(): Promise<Backlog> {
    const { changes, oldest } = await this.#database.read
      .selectFrom('outbox')
      .select(({ fn }) => [fn.countAll<number>().as('changes'), fn.min('at').as('oldest')])
      .executeTakeFirstOrThrow();
    return { changes: Number(changes), oldest };
  }
}

const HELD = 'where "leadId" = ? and holder = ?';

function seqs(changes: readonly Change[]): number[] {
  return changes.map(({ seq }) => seq);
}

/** Only our triggers write the table, so that its actions are the known ones. */
function toChange(row: Selectable<OutboxRow>): Change {
  return { ...row, action: row.action as Change['action'] };
}
