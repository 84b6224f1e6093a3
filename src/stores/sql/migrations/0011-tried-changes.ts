import type { Kysely } from 'kysely';

/** A lead that waits for another try knows which of its changes were tried: one that comes meanwhile does not wait. */
export function triedChanges() {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('outboxLeads')
        .addColumn('tried', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute();
    },
  };
}
