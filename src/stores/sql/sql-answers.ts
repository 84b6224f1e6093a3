import { type Answers, CLAIM_MS, type GivenAnswer, type Known } from '../../outbox/answers.ts';
import type { SqlDatabase } from './database.ts';

/** Answers in the same database as the leads, so that every server process knows them. */
export class SqlAnswers implements Answers {
  readonly #database: SqlDatabase;
  readonly #table: 'answers' | 'turns';

  /** @param table one for requests to the API, one for activities: each is forgotten in its own time */
  constructor(database: SqlDatabase, table: 'answers' | 'turns' = 'answers') {
    this.#database = database;
    this.#table = table;
  }

  claim(scope: string, fingerprint: string, now: Date): Promise<Known> {
    const at = now.toISOString();
    return this.#database.commits.run(async (tx) => {
      const row = { scope, fingerprint, at, answer: null };
      const insert = tx
        .insertInto(this.#table)
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      if ((await insert.executeTakeFirstOrThrow()).numInsertedOrUpdatedRows) return { state: 'new' };
      const known = await tx.selectFrom(this.#table).selectAll().where('scope', '=', scope).executeTakeFirst();
      if (!known) return { state: 'running' };
      if (known.fingerprint !== fingerprint) return { state: 'other-request' };
      if (known.answer) return { state: 'done', answer: JSON.parse(known.answer) };
      const abandoned = new Date(now.getTime() - CLAIM_MS).toISOString();
      const takeOver = tx
        .updateTable(this.#table)
        .set({ at })
        .where('scope', '=', scope)
        .where('answer', 'is', null)
        .where('at', '<', abandoned);
      return { state: (await takeOver.executeTakeFirstOrThrow()).numUpdatedRows ? 'new' : 'running' };
    });
  }

  async renew(scope: string, now: Date): Promise<void> {
    const sql = `update "${this.#table}" set at = ? where scope = ? and answer is null`;
    await this.#database.commits.put({ head: { sql, parameters: [now.toISOString(), scope] }, rest: [] });
  }

  async finish(scope: string, answer: GivenAnswer): Promise<void> {
    await this.#database.commits.run((tx) =>
      tx
        .updateTable(this.#table)
        .set({ answer: JSON.stringify(answer) })
        .where('scope', '=', scope)
        .execute(),
    );
  }

  async release(scope: string): Promise<void> {
    await this.#database.commits.run((tx) => tx.deleteFrom(this.#table).where('scope', '=', scope).execute());
  }

  async releaseUnfinished(): Promise<void> {
    await this.#database.commits.run((tx) => tx.deleteFrom(this.#table).where('answer', 'is', null).execute());
  }

  async forget(before: Date): Promise<void> {
    await this.#database.commits.run((tx) =>
      tx.deleteFrom(this.#table).where('at', '<', before.toISOString()).execute(),
    );
  }
}
