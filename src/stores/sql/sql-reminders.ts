import { type Kysely, sql } from 'kysely';
import type { Reminder, Reminders } from '../../outbox/reminders.ts';
import type { SqlDatabase } from './database.ts';
import type { Tables } from './schema.ts';

/** As the index has it. */
const TELL_AT = sql<string>`coalesce("tellAt", "dueAt")`;

/** Open tasks and when to tell of them, in the same database as the leads. */
export class SqlReminders implements Reminders {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async set(leadId: string, reminders: readonly Reminder[]): Promise<void> {
    await this.#database.commits.run(async (tx) => {
      const known = await tx.selectFrom('reminders').selectAll().where('leadId', '=', leadId).execute();
      const same = reminders.filter(({ taskId, dueAt }) =>
        known.some((old) => taskId === old.taskId && dueAt === old.dueAt),
      );
      const kept = same.map(({ taskId }) => taskId);
      for (const { taskId, tellAt } of same) {
        if (known.some((old) => old.taskId === taskId && old.tellAt === tellAt)) continue;
        await tx.updateTable('reminders').set({ tellAt }).where('taskId', '=', taskId).execute();
      }
      const gone = known.map(({ taskId }) => taskId).filter((taskId) => !kept.includes(taskId));
      if (gone.length) await tx.deleteFrom('reminders').where('taskId', 'in', gone).execute();
      const added = reminders.filter(({ taskId }) => !kept.includes(taskId));
      if (!added.length) return;
      await tx
        .insertInto('reminders')
        .values(added.map((reminder) => ({ ...reminder, firedAt: null })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }

  async tellDue(now: Date, limit: number): Promise<number> {
    const { commits, dialect, read } = this.#database;
    const at = now.toISOString();
    const timely = (db: Kysely<Tables>) =>
      db.selectFrom('reminders').selectAll().where('firedAt', 'is', null).where(TELL_AT, '<=', at);
    // Asked again and again, mostly in vain: nothing is written then.
    if (!(await timely(read).limit(1).execute()).length) return 0;
    return commits.run(async (tx) => {
      const due = timely(tx).orderBy(TELL_AT).limit(limit);
      const rows = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
      if (!rows.length) return 0;
      const tasks = rows.map(({ taskId }) => taskId);
      await tx.updateTable('reminders').set({ firedAt: at }).where('taskId', 'in', tasks).execute();
      await tx
        .insertInto('notifications')
        .values(
          rows.map(({ taskId, leadId, personId, dueAt }) => ({
            ...{ key: `task-due ${taskId} ${dueAt}`, kind: 'task-due', leadId, byId: personId, personId, taskId },
            ...{ conversationId: null, state: 'waiting', detail: null, attempts: 0, at, due: at },
          })),
        )
        .onConflict((known) => known.doNothing())
        .execute();
      return rows.length;
    });
  }
}
