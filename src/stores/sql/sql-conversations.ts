import type { Conversation, Conversations } from '../../outbox/conversations.ts';
import type { SqlDatabase } from './database.ts';
import type { ConversationRow } from './schema.ts';
import { places } from './write.ts';

/** The bot's chats in the same database as the leads. */
export class SqlConversations implements Conversations {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async find(id: string): Promise<Conversation | undefined> {
    return toConversation(await this.#all().where('id', '=', id).executeTakeFirst());
  }

  async findAll(ids: readonly string[]): Promise<Conversation[]> {
    if (!ids.length) return [];
    const sql = `select * from conversations where id in (${places(ids)})`;
    const rows = await this.#database.rows<ConversationRow>(sql, ids);
    return rows.flatMap((row) => toConversation(row) ?? []);
  }

  async ofPerson(personId: string): Promise<Conversation | undefined> {
    return toConversation(await this.#all().where('personId', '=', personId).executeTakeFirst());
  }

  async remember({ id, members, ...conversation }: Conversation): Promise<void> {
    const row = { ...conversation, members: JSON.stringify(members) };
    await this.#database.commits.run((tx) =>
      tx
        .insertInto('conversations')
        .values({ id, ...row })
        .onConflict((known) => known.column('id').doUpdateSet(row))
        .execute(),
    );
  }

  async forget(id: string): Promise<void> {
    await this.#database.commits.run(async (tx) => {
      await tx.deleteFrom('conversations').where('id', '=', id).execute();
      await tx.deleteFrom('subscriptions').where('conversationId', '=', id).execute();
      // The threads of a channel are conversations of their own within it.
      const within = `${id};`;
      await tx
        .deleteFrom('postedCards')
        .where(({ or, and, eb }) =>
          or([
            eb('conversationId', '=', id),
            and([eb('conversationId', '>=', within), eb('conversationId', '<', `${id}<`)]),
          ]),
        )
        .execute();
    });
  }

  #all() {
    return this.#database.read.selectFrom('conversations').selectAll();
  }
}

function toConversation(row: ConversationRow | undefined): Conversation | undefined {
  return row && { ...row, kind: row.kind as Conversation['kind'], members: JSON.parse(row.members) };
}
