import { type Kysely, sql } from 'kysely';

/** A task is told of when that helps, which may be before it is due; null where it was written down before there was a difference. */
export function toldByDay() {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('reminders').addColumn('tellAt', 'text').execute();
      await db.schema.dropIndex('remindersByTime').execute();
      await sql`create index "remindersByTime" on reminders("firedAt", (coalesce("tellAt", "dueAt")))`.execute(db);
    },
  };
}
