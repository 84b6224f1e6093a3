import { setTimeout as sleep } from 'node:timers/promises';
import { type Answers, holdWhile } from '../src/outbox/answers.ts';
import type { Log } from '../src/platform/log.ts';

/** How long a delivery waits for another server process that is at the same activity. */
const PATIENCE_MS = 8000;
const LOOK_EVERY_MS = 100;

type Options = { turns: Answers; log: Log };

/**
 * Sees to it that an activity that is delivered again does its work once and gets the same answer: at the same time in
 * this process; for work that writes or posts, in every process on the database and long after.
 */
export class SeenActivities {
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly #finishing = new Set<Promise<void>>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * The answer for `key`: a delivery at the same time waits for the first; what failed may be tried again.
   * @param isShared whether other processes have to know; work that only shows may be done twice
   */
  once<T>(key: string, isShared: boolean, work: () => Promise<T>): Promise<T> {
    const underWay = this.#underWay.get(key);
    // What is under way with a key is the same kind of work.
    if (underWay) return underWay as Promise<T>;
    const answer = isShared ? this.#onceAnywhere(key, work) : work();
    this.#underWay.set(key, answer);
    // Answers stay in the database alone: thousands of cards in memory would be looked through at every collection.
    const forget = () => this.#underWay.delete(key);
    answer.then(forget, forget);
    return answer;
  }

  /** What was done once may be done once more. */
  async forget(key: string): Promise<void> {
    await this.#options.turns.release(key);
  }

  /** Resolves when every answer is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#finishing);
  }

  async #onceAnywhere<T>(key: string, work: () => Promise<T>): Promise<T> {
    const { turns } = this.#options;
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const known = await turns.claim(key, '', new Date());
      if (known.state === 'done') return known.answer.body as T;
      if (known.state === 'new') break;
      if (waited >= PATIENCE_MS) throw new Error('another process is still at the same activity');
      await sleep(LOOK_EVERY_MS);
    }
    try {
      const answer = await holdWhile(turns, key, () => new Date(), work);
      this.#keep(key, answer);
      return answer;
    } catch (error) {
      await turns.release(key);
      throw error;
    }
  }

  /** Not awaited: the answer goes first. Lost in a crash, the work is asked for again and finds itself done. */
  #keep(key: string, body: unknown): void {
    const { turns, log } = this.#options;
    const keeping = turns
      .finish(key, { status: 200, headers: {}, body: body ?? null })
      .catch((error) => log.warn({ err: error }, 'answer not kept'))
      .finally(() => this.#finishing.delete(keeping));
    this.#finishing.add(keeping);
  }
}
