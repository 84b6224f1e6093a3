import type { Subscription, Subscriptions } from '../../outbox/subscriptions.ts';
import type { SqlDatabase } from './database.ts';
import type { SubscriptionRow } from './schema.ts';

/** What chats want to hear, in the same database as the leads. */
export class SqlSubscriptions implements Subscriptions {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async all(): Promise<Subscription[]> {
    const rows = await this.#database.rows<SubscriptionRow>('select * from subscriptions order by at', []);
    return rows.map(({ filters, ...row }) => ({ ...row, filters: JSON.parse(filters) }));
  }

  async set({ conversationId, filters, byId, at }: Subscription): Promise<void> {
    const row = { filters: JSON.stringify(filters), byId, at };
    await this.#database.commits.run((tx) =>
      tx
        .insertInto('subscriptions')
        .values({ conversationId, ...row })
        .onConflict((known) => known.column('conversationId').doUpdateSet(row))
        .execute(),
    );
  }

  async remove(conversationId: string): Promise<boolean> {
    const { numDeletedRows } = await this.#database.commits.run((tx) =>
      tx.deleteFrom('subscriptions').where('conversationId', '=', conversationId).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0;
  }
}
