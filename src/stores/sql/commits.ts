import { setImmediate } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { LeadError } from '../../leads/lead-error.ts';
import type { Tables } from './schema.ts';
import type { Write } from './write.ts';

/** Puts a write where it stands; resolves to whether its head took. */
export type Put = (write: Write) => Promise<boolean>;

/** A piece of work that is written whole or not at all; it may be done again, so it changes nothing but the database. */
export type Work<T> = (tx: Transaction<Tables>, put: Put) => Promise<T>;

/** How pieces of work become durable. A result is only given when its commit has returned. */
export interface Commits {
  /** A write on its own: the way of everything that happens often. */
  put: Put;
  /** A write that nobody waits for: it shares the commit of whatever is written next, or has its own in a moment. */
  later: Put;
  /** Work that has to read in between, or of a kind that happens rarely. */
  run<T>(work: Work<T>): Promise<T>;
}

type Waiting = {
  work: Work<unknown>;
  /** Of work that is nothing but a write. */
  write?: Write;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** Resolves, or fails, with the commit that takes the piece of work out of the queue. */
function waitIn<T>(queue: Waiting[], work: Work<T>, write?: Write): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    queue.push({ work, ...(write && { write }), resolve: resolve as (value: unknown) => void, reject });
  });
}

/** How a database writes. */
export type Writing = {
  /** Within a transaction. */
  put(write: Write): boolean;
  /** Durable together or not at all; for the answers to so many somebody waits. */
  putAll(writes: readonly Write[], waitedFor: number): boolean[] | Promise<boolean[]>;
};

const MOST_AT_ONCE = 100;
const PIECES_UNTIL_UPKEEP = 256;
/** A busy server commits many times in it; on an idle one nobody notices. */
const LATER_MS = 20;

/**
 * Work that arrives while a commit is under way shares the next one: a file on disk makes one write durable at a time,
 * and that wait is what a write costs. A batch in which one piece fails is taken back and done again piece by piece.
 * A savepoint for each would make that cheaper, and everything else dearer. What is better done for many changes at
 * once, `upkeep`, shares a commit every few hundred of them.
 */
export class SharedCommits implements Commits {
  readonly #db: Kysely<Tables>;
  readonly #writing: Writing;
  readonly #upkeep: Write;
  #untilUpkeep = PIECES_UNTIL_UPKEEP;
  #waiting: Waiting[] = [];
  #later: Waiting[] = [];
  #soon: NodeJS.Timeout | undefined;
  #working = false;

  constructor(db: Kysely<Tables>, writing: Writing, upkeep: Write) {
    this.#db = db;
    this.#writing = writing;
    this.#upkeep = upkeep;
  }

  put(write: Write): Promise<boolean> {
    return this.#enqueue((_tx, put) => put(write), write);
  }

  later(write: Write): Promise<boolean> {
    const written = waitIn(this.#later, (_tx, put) => put(write), write);
    if (!this.#working) this.#drainSoon();
    return written;
  }

  run<T>(work: Work<T>): Promise<T> {
    return this.#enqueue(work);
  }

  #enqueue<T>(work: Work<T>, write?: Write): Promise<T> {
    const written = waitIn(this.#waiting, work, write);
    if (!this.#working) void this.#drain();
    return written;
  }

  #drainSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#waiting.push(...this.#later.splice(0));
      if (!this.#working) void this.#drain();
    }, LATER_MS);
  }

  async #drain(): Promise<void> {
    this.#working = true;
    clearTimeout(this.#soon);
    this.#soon = undefined;
    while (this.#waiting.length) {
      await this.#gather();
      const waitedFor = this.#waiting.splice(0, MOST_AT_ONCE);
      const batch = [...waitedFor, ...this.#later.splice(0)];
      await this.#settle(batch, waitedFor.length);
      this.#untilUpkeep -= batch.length;
      if (this.#untilUpkeep > 0) continue;
      this.#untilUpkeep = PIECES_UNTIL_UPKEEP;
      // Whoever needs it done asks for it, and is told of a failure.
      this.put(this.#upkeep).catch(() => undefined);
    }
    this.#working = false;
    if (this.#later.length) this.#drainSoon();
  }

  /** Lets requests that are being read meanwhile join, turn by turn of the event loop, until a turn brings none. */
  async #gather(): Promise<void> {
    for (let known = 0; known < this.#waiting.length && known < MOST_AT_ONCE; ) {
      known = this.#waiting.length;
      await setImmediate();
    }
  }

  async #settle(batch: readonly Waiting[], waitedFor: number): Promise<void> {
    try {
      const values = await this.#commit(batch, waitedFor);
      for (const [nth, { resolve }] of batch.entries()) resolve(values[nth]);
    } catch (error) {
      if (batch.length > 1) for (const each of batch) await this.#settle([each], 1);
      else
        for (const { reject } of batch) reject(isFull(error) ? new LeadError('store-unavailable', [], error) : error);
    }
  }

  async #commit(batch: readonly Waiting[], waitedFor: number): Promise<unknown[]> {
    const writes = batch.flatMap(({ write }) => write ?? []);
    // Nothing has to be read in between: the layer above the driver would only wait between the rows.
    if (writes.length === batch.length) return await this.#writing.putAll(writes, waitedFor);
    const tx = await this.#db.startTransaction().execute();
    const values: unknown[] = [];
    try {
      for (const { work } of batch) values.push(await work(tx, async (write) => this.#writing.put(write)));
      await tx.commit().execute();
      return values;
    } catch (error) {
      await tx.rollback().execute();
      throw error;
    }
  }
}

/** The thread hands over what the driver says, and nothing else of its errors. */
function isFull(error: unknown): boolean {
  return /disk is full/.test((error as Error).message);
}
