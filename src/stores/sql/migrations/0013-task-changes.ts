import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/**
 * A task does not know when it was changed or removed, only when it was written down: the database says when, in the form
 * that everything else is written in. So the age of what waits is the time it waits, however old the task.
 */
export function taskChanges(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const now =
        dialect === 'sqlite'
          ? `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`
          : `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
      const tasks: [name: string, event: string, row: string][] = [
        ['outboxTaskAdded', 'insert', 'new'],
        ['outboxTaskChanged', 'update', 'new'],
        ['outboxTaskRemoved', 'delete', 'old'],
      ];
      for (const [name, event, row] of tasks) {
        const add = `insert into outbox("leadId", action, "byId", at)
          values (${row}."leadId", 'task', ${row}."createdById", ${now});`;
        if (dialect === 'sqlite') {
          await sql`drop trigger ${sql.ref(name)}`.execute(db);
          const when = `when ${row}.kind = 'task'`;
          await sql.raw(`create trigger "${name}" after ${event} on timeline ${when} begin ${add} end`).execute(db);
        } else {
          const body = `returns trigger language plpgsql as $$ begin ${add} return null; end $$`;
          await sql.raw(`create or replace function "${name}"() ${body}`).execute(db);
        }
      }
    },
  };
}
