import { setImmediate } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';
import type { Write } from './write.ts';

/** Puts a write where it stands; resolves to whether its head took. */
export type Put = (write: Write) => Promise<boolean>;

/** A piece of work that is written whole or not at all. */
export type Work<T> = (tx: Transaction<Tables>, put: Put) => Promise<T>;

/** How pieces of work become durable. A result is only given when its commit has returned. */
export interface Commits {
  /** A write on its own: the way of everything that happens often. */
  put: Put;
  /** Work that has to read in between, or of a kind that happens rarely. */
  run<T>(work: Work<T>): Promise<T>;
}

type Waiting = { work: Work<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void };
type Connection = { db: Kysely<Tables>; put: (write: Write) => boolean; say: (sql: string) => void };

const MOST_AT_ONCE = 64;

/**
 * Work that arrives while a commit is under way shares the next one: a file on disk makes one write durable at a time,
 * and that wait is what a write costs. Each piece stands in a savepoint, so that one refused leaves the others alone.
 */
export class SharedCommits implements Commits {
  readonly #connection: Connection;
  #waiting: Waiting[] = [];
  #working = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  put(write: Write): Promise<boolean> {
    return this.run((_tx, put) => put(write));
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
    const { db, put, say } = this.#connection;
    const tx = await db.startTransaction().execute();
    const done: (() => void)[] = [];
    try {
      for (const { work, resolve, reject } of batch) {
        say('savepoint work');
        try {
          const value = await work(tx, async (write) => put(write));
          say('release work');
          done.push(() => resolve(value));
        } catch (error) {
          say('rollback to work');
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
