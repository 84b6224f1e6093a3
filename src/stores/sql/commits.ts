import { setImmediate } from 'node:timers/promises';
import type { ControlledTransaction, Kysely, Transaction } from 'kysely';
import { LeadError } from '../../leads/lead-error.ts';
import { isConnectionLost } from './postgres.ts';
import type { Tables } from './schema.ts';

/** A piece of work that is written whole or not at all. */
export type Work<T> = (tx: Transaction<Tables>) => Promise<T>;

/** How pieces of work become durable. A result is only given when its commit has returned. */
export interface Commits {
  run<T>(work: Work<T>): Promise<T>;
}

/** Every piece of work in a transaction of its own: a server database takes many at once. */
export class OwnCommits implements Commits {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async run<T>(work: Work<T>): Promise<T> {
    try {
      return await this.#db.transaction().execute(work);
    } catch (error) {
      throw isConnectionLost(error) ? new LeadError('store-unavailable', [], error) : error;
    }
  }
}

type Waiting = { work: Work<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void };

const MOST_AT_ONCE = 64;

/**
 * Work that arrives while a commit is under way shares the next one: a file on disk makes one write durable at a time,
 * and that wait is what a write costs. Each piece stands in a savepoint, so that one refused leaves the others alone.
 */
export class SharedCommits implements Commits {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #working = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  run<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (!this.#working) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length) {
      await this.#gather();
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.#commit(batch);
      } catch (error) {
        // Nothing of the batch is kept; whoever was told so already (a refusal) is not told twice.
        for (const { reject } of batch) reject(error);
      }
    }
    this.#working = false;
  }

  /** Lets requests that are being read meanwhile join, turn by turn of the event loop, until a turn brings none. */
  async #gather(): Promise<void> {
    for (let known = 0; known < this.#waiting.length && known < MOST_AT_ONCE; ) {
      known = this.#waiting.length;
      await setImmediate();
    }
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const tx = await this.#db.startTransaction().execute();
    const done: (() => void)[] = [];
    try {
      for (const { work, resolve, reject } of batch) {
        try {
          const value = await inSavepoint(tx, work);
          done.push(() => resolve(value));
        } catch (error) {
          reject(error);
        }
      }
      await tx.commit().execute();
    } catch (error) {
      await tx.rollback().execute();
      throw error;
    }
    for (const tell of done) tell();
  }
}

async function inSavepoint<T>(tx: ControlledTransaction<Tables>, work: Work<T>): Promise<T> {
  const inner = await tx.savepoint('work').execute();
  try {
    const value = await work(inner);
    await inner.releaseSavepoint('work').execute();
    return value;
  } catch (error) {
    await inner.rollbackToSavepoint('work').execute();
    throw error;
  }
}
