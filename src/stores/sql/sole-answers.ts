import type { Answers, GivenAnswer, Known } from '../../outbox/answers.ts';
import type { SqlDatabase } from './database.ts';
import { insert } from './write.ts';

/**
 * Answers to activities where one server has the database to itself, as on an embedded one: what is under way is known in
 * memory, and would be lost with the process anyway. Only the answer is written, once.
 */
export class SoleAnswers implements Answers {
  readonly #database: SqlDatabase;
  readonly #underWay = new Map<string, { fingerprint: string; at: string }>();

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async claim(scope: string, fingerprint: string, now: Date): Promise<Known> {
    const running = this.#underWay.get(scope);
    if (running) return { state: running.fingerprint === fingerprint ? 'running' : 'other-request' };
    // Before anything is waited for: whoever comes meanwhile has to see it.
    this.#underWay.set(scope, { fingerprint, at: now.toISOString() });
    try {
      const sql = 'select fingerprint, answer from turns where scope = ?';
      const [known] = await this.#database.rows<{ fingerprint: string; answer: string }>(sql, [scope]);
      if (!known) return { state: 'new' };
      this.#underWay.delete(scope);
      if (known.fingerprint !== fingerprint) return { state: 'other-request' };
      return { state: 'done', answer: JSON.parse(known.answer) };
    } catch (error) {
      this.#underWay.delete(scope);
      throw error;
    }
  }

  async renew(): Promise<void> {
    // What is known in memory ends with the process, and not before.
  }

  async finish(scope: string, answer: GivenAnswer): Promise<void> {
    const claimed = this.#underWay.get(scope);
    if (!claimed) return;
    const [head] = insert('turns', [{ scope, ...claimed, answer: JSON.stringify(answer) }]);
    try {
      if (head) await this.#database.commits.later({ head, rest: [] });
    } finally {
      this.#underWay.delete(scope);
    }
  }

  async release(scope: string): Promise<void> {
    // Without a claim it has its answer.
    if (this.#underWay.delete(scope)) return;
    await this.#database.commits.put({
      head: { sql: 'delete from turns where scope = ?', parameters: [scope] },
      rest: [],
    });
  }

  async releaseUnfinished(): Promise<void> {
    this.#underWay.clear();
    // A row without an answer was left by a server that shared its claims.
    await this.#database.commits.run((tx) => tx.deleteFrom('turns').where('answer', 'is', null).execute());
  }

  async forget(before: Date): Promise<void> {
    await this.#database.commits.run((tx) => tx.deleteFrom('turns').where('at', '<', before.toISOString()).execute());
  }
}
