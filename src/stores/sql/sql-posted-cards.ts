import { sql } from 'kysely';
import type { MessageRef, PostedCard, PostedCards } from '../../outbox/posted-cards.ts';
import type { SqlDatabase } from './database.ts';
import type { PostedCardRow } from './schema.ts';
import { insert, upsert } from './write.ts';

/** Posted cards in the same database as the leads, so that a card that appears is followed up in the same commit. */
export class SqlPostedCards implements PostedCards {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async add(card: PostedCard, at: Date): Promise<void> {
    const { leadId, personId } = card;
    const posted = { leadId, action: 'posted', byId: personId ?? '', at: at.toISOString() };
    const head = upsert('postedCards', ['conversationId', 'activityId'], card);
    const write = { head, rest: insert('outbox', [posted]) };
    const { commits, dialect } = this.#database;
    if (dialect === 'sqlite') return void (await commits.later(write));
    // Changes under way do not see the card yet: they are waited for, so that the look at it sees them.
    await commits.run(async (tx, put) => {
      await lockLead(leadId).execute(tx);
      await put(write);
    });
  }

  async of(leadId: string, { after, limit }: { after?: MessageRef | undefined; limit: number }): Promise<PostedCard[]> {
    const key = '"conversationId", "activityId"';
    const [beyond, from] = after ? [`and (${key}) > (?, ?)`, [after.conversationId, after.activityId]] : ['', []];
    const sql = `select * from "postedCards" where "leadId" = ? ${beyond} order by ${key} limit ?`;
    return (await this.#database.rows<PostedCardRow>(sql, [leadId, ...from, limit])).map(toPostedCard);
  }

  async find({ conversationId, activityId }: MessageRef): Promise<PostedCard | undefined> {
    const sql = `select * from "postedCards" ${THE_MESSAGE}`;
    const [row] = await this.#database.rows<PostedCardRow>(sql, [conversationId, activityId]);
    return row && toPostedCard(row);
  }

  async shows({ conversationId, activityId }: MessageRef, shown: string | null): Promise<void> {
    const sql = `update "postedCards" set shown = ? ${THE_MESSAGE}`;
    await this.#database.commits.put({ head: { sql, parameters: [shown, conversationId, activityId] }, rest: [] });
  }

  async forget({ conversationId, activityId }: MessageRef): Promise<void> {
    const sql = `delete from "postedCards" ${THE_MESSAGE}`;
    await this.#database.commits.put({ head: { sql, parameters: [conversationId, activityId] }, rest: [] });
  }
}

const THE_MESSAGE = 'where "conversationId" = ? and "activityId" = ?';

function lockLead(leadId: string) {
  return sql`select pg_advisory_xact_lock(hashtextextended(${leadId}, 0))`;
}

function toPostedCard(row: PostedCardRow): PostedCard {
  return { ...row, audience: row.audience as PostedCard['audience'], reason: row.reason as PostedCard['reason'] };
}
