import type { Kysely } from 'kysely';

/** The trail says of which entry of the timeline it tells; null where it tells of the lead, and in rows from before. */
export function auditItems() {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('audit').addColumn('itemId', 'text').execute();
    },
  };
}
