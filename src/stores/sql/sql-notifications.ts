import type { Kysely } from 'kysely';
import type { Notification, NotificationState, Notifications } from '../../outbox/notifications.ts';
import type { SqlDatabase } from './database.ts';
import type { NotificationRow, Tables } from './schema.ts';

/** What is told and to whom, in the same database as the leads. */
export class SqlNotifications implements Notifications {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async add(notifications: readonly Notification[]): Promise<void> {
    if (!notifications.length) return;
    await this.#database.commits.run((tx) =>
      tx
        .insertInto('notifications')
        .values(notifications.map((notification) => ({ ...notification, due: notification.at })))
        .onConflict((known) => known.doNothing())
        .execute(),
    );
  }

  async take(now: Date, limit: number): Promise<Notification[]> {
    const { commits, dialect, read } = this.#database;
    const at = now.toISOString();
    const waiting = (db: Kysely<Tables>) =>
      db.selectFrom('notifications').selectAll().where('state', '=', 'waiting').where('due', '<=', at);
    // Asked again and again, mostly in vain: nothing is written then.
    if (!(await waiting(read).limit(1).execute()).length) return [];
    return commits.run(async (tx) => {
      const due = waiting(tx).orderBy('due').orderBy('key').limit(limit);
      const rows = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
      const keys = rows.map(({ key }) => key);
      if (!keys.length) return [];
      await tx.updateTable('notifications').set({ state: 'sending', due: at }).where('key', 'in', keys).execute();
      return rows.map(toNotification);
    });
  }

  async settle(key: string, state: NotificationState, detail: string | null = null): Promise<void> {
    await this.#database.commits.run((tx) =>
      tx.updateTable('notifications').set({ state, detail }).where('key', '=', key).execute(),
    );
  }

  async retry(key: string, due: Date, failed: boolean): Promise<void> {
    await this.#database.commits.run((tx) =>
      tx
        .updateTable('notifications')
        .set(({ eb }) => ({ state: 'waiting', due: due.toISOString(), attempts: eb('attempts', '+', failed ? 1 : 0) }))
        .where('key', '=', key)
        .where('state', '=', 'sending')
        .execute(),
    );
  }

  async giveUp(before: Date): Promise<number> {
    const { numUpdatedRows } = await this.#database.commits.run((tx) =>
      tx
        .updateTable('notifications')
        .set({ state: 'unknown', detail: 'ended-while-sending' })
        .where('state', '=', 'sending')
        .where('due', '<', before.toISOString())
        .executeTakeFirstOrThrow(),
    );
    return Number(numUpdatedRows);
  }

  async list({ state, limit }: { state?: NotificationState; limit: number }): Promise<Notification[]> {
    let query = this.#database.read.selectFrom('notifications').selectAll();
    if (state) query = query.where('state', '=', state);
    return (await query.orderBy('at', 'desc').orderBy('key').limit(limit).execute()).map(toNotification);
  }

  async counts(): Promise<Partial<Record<NotificationState, number>>> {
    const rows = await this.#database.read
      .selectFrom('notifications')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  }

  async forget(before: Date): Promise<void> {
    await this.#database.commits.run((tx) =>
      tx
        .deleteFrom('notifications')
        .where('state', 'not in', ['waiting', 'sending'])
        .where('at', '<', before.toISOString())
        .execute(),
    );
  }
}

function toNotification({ due: _due, ...row }: NotificationRow): Notification {
  return { ...row, kind: row.kind as Notification['kind'], state: row.state as NotificationState };
}
