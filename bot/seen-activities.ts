import { setTimeout as sleep } from 'node:timers/promises';
import type { Answers } from '../src/outbox/answers.ts';
import type { Log } from '../src/platform/log.ts';

const KEPT_MS = 10 * 60_000;
const MOST = 10_000;
/** How long a delivery waits for another server process that is at the same activity. */
const PATIENCE_MS = 8000;
const LOOK_EVERY_MS = 100;

type Options = { turns: Answers; log: Log; now?: () => number };

/**
 * Remembers what was answered to an activity, so that the same one delivered again does its work once and gets the same
 * answer: in this process, and for work that writes or posts in every process on the database.
 */
export class SeenActivities {
  readonly #answers = new Map<string, { at: number; answer: Promise<unknown> }>();
  readonly #finishing = new Set<Promise<void>>();
  readonly #options: Options;
  readonly #now: () => number;

  constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * The answer for `key`: a delivery at the same time waits for the first; what failed may be tried again.
   * @param isShared whether other processes have to know; work that only shows may be done twice
   */
  once<T>(key: string, isShared: boolean, work: () => Promise<T>): Promise<T> {
    this.#forgetOld();
    const seen = this.#answers.get(key);
    // What is kept under a key was made by the same kind of work.
    if (seen) return seen.answer as Promise<T>;
    const answer = isShared ? this.#onceAnywhere(key, work) : work();
    this.#answers.set(key, { at: this.#now(), answer });
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  /** Resolves when every answer is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#finishing);
  }

  async #onceAnywhere<T>(key: string, work: () => Promise<T>): Promise<T> {
    const { turns } = this.#options;
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const known = await turns.claim(key, '', new Date(this.#now()));
      if (known.state === 'done') return known.answer.body as T;
      if (known.state === 'new') break;
      if (waited >= PATIENCE_MS) throw new Error('another process is still at the same activity');
      await sleep(LOOK_EVERY_MS);
    }
    try {
      const answer = await work();
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

  #forgetOld(): void {
    for (const [key, { at }] of this.#answers) {
      if (this.#answers.size <= MOST && this.#now() - at < KEPT_MS) return;
      this.#answers.delete(key);
    }
  }
}
