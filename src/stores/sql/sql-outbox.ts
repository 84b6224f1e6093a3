import type { Selectable } from 'kysely';
import type { Backlog, Change, Outbox } from '../../outbox/outbox.ts';
import type { SqlDatabase } from './database.ts';
import type { OutboxRow } from './schema.ts';

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

  claim(leadId: string, changes: readonly Change[], holder: string, now: Date, until: Date) {
    const hold = { holder, until: until.toISOString() };
    return this.#database.commits.run(async (tx) => {
      const lease = tx
        .insertInto('outboxLeads')
        .values({ leadId, attempts: 0, ...hold })
        .onConflict((known) =>
          known.column('leadId').doUpdateSet(hold).where('outboxLeads.until', '<=', now.toISOString()),
        );
      if (!(await lease.executeTakeFirstOrThrow()).numInsertedOrUpdatedRows) return undefined;
      const rows = await tx.selectFrom('outbox').selectAll().where('seq', 'in', seqs(changes)).orderBy('seq').execute();
      if (!rows.length) {
        await tx.deleteFrom('outboxLeads').where('leadId', '=', leadId).execute();
        return undefined;
      }
      const tried = tx.selectFrom('outboxLeads').select('attempts').where('leadId', '=', leadId);
      return { changes: rows.map(toChange), attempts: (await tried.executeTakeFirstOrThrow()).attempts };
    });
  }

  async renew(leadId: string, holder: string, until: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.commits.run((tx) =>
      tx
        .updateTable('outboxLeads')
        .set({ until: until.toISOString() })
        .where('leadId', '=', leadId)
        .where('holder', '=', holder)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0;
  }

  finish(leadId: string, holder: string, changes: readonly Change[]): Promise<boolean> {
    return this.#database.commits.run(async (tx) => {
      const lease = tx.deleteFrom('outboxLeads').where('leadId', '=', leadId).where('holder', '=', holder);
      if (!(await lease.executeTakeFirstOrThrow()).numDeletedRows) return false;
      await tx.deleteFrom('outbox').where('seq', 'in', seqs(changes)).execute();
      return true;
    });
  }

  async postpone(leadId: string, holder: string, until: Date, failed: boolean): Promise<void> {
    await this.#database.commits.run((tx) =>
      tx
        .updateTable('outboxLeads')
        .set(({ eb }) => ({
          holder: null,
          until: until.toISOString(),
          attempts: failed ? eb('attempts', '+', 1) : eb.ref('attempts'),
        }))
        .where('leadId', '=', leadId)
        .where('holder', '=', holder)
        .execute(),
    );
  }

  async backlog(): Promise<Backlog> {
    const { changes, oldest } = await this.#database.read
      .selectFrom('outbox')
      .select(({ fn }) => [fn.countAll<number>().as('changes'), fn.min('at').as('oldest')])
      .executeTakeFirstOrThrow();
    return { changes: Number(changes), oldest };
  }
}

function seqs(changes: readonly Change[]): number[] {
  return changes.map(({ seq }) => seq);
}

/** Only our triggers write the table, so that its actions are the known ones. */
function toChange(row: Selectable<OutboxRow>): Change {
  return { ...row, action: row.action as Change['action'] };
}
