import { setImmediate } from 'node:timers/promises';
import { HttpError } from './problem.ts';

type Line = { working: number; waiting: (() => void)[]; turn: number; since: number };
type Sizes = { atOnce: number; waiting: number; everybody: number; bytes: number; turnMs: number };

const MEGABYTE = 1024 * 1024;
/**
 * As many of one person's requests at once as share a commit; memory for a few of the largest bodies; begun until so
 * many milliseconds of a turn of the event loop are gone.
 */
const SIZES: Sizes = { atOnce: 64, waiting: 500, everybody: 2000, bytes: 192 * MEGABYTE, turnMs: 3 };

/** Requests of one person wait for each other, so that somebody who sends hundreds holds up only themselves. */
export class Lines {
  readonly #sizes: Sizes;
  readonly #lines = new Map<string, Line>();
  #inside = 0;
  #turn = 0;
  #bytes = 0;

  constructor(sizes: Partial<Sizes> = {}) {
    this.#sizes = { ...SIZES, ...sizes };
  }

  /**
   * Does `work` when it is its turn; `room` is where the bytes of its body are counted until it is done.
   * @throws HttpError `too-many-requests` when too many of `who` wait, `too-busy` when too many of everybody
   */
  async run<T>(who: string, work: (room: Room) => Promise<T>): Promise<T> {
    const { atOnce, waiting, everybody } = this.#sizes;
    if (this.#inside >= everybody) throw busy();
    const line = this.#lines.get(who) ?? { working: 0, waiting: [], turn: -1, since: 0 };
    if (line.waiting.length >= waiting) {
      throw new HttpError('too-many-requests', 'Too many requests at once.', [], { 'retry-after': '1' });
    }
    this.#lines.set(who, line);
    this.#inside++;
    if (line.working < atOnce) line.working++;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    while (this.#hasHadItsTurn(line)) await setImmediate();
    let taken = 0;
    try {
      return await work((bytes) => {
        if (this.#bytes + bytes > this.#sizes.bytes) throw busy();
        this.#bytes += bytes;
        taken += bytes;
      });
    } finally {
      this.#bytes -= taken;
      this.#leave(who, line);
    }
  }

  /**
   * Whether somebody's requests have had all the time they get before the server looks who else has come. Most work is
   * done without waiting for anything: begun all at once, a hundred lists would be one long standstill for everybody.
   */
  #hasHadItsTurn(line: Line): boolean {
    const now = performance.now();
    if (line.turn === this.#turn) return now - line.since >= this.#sizes.turnMs;
    line.turn = this.#turn;
    line.since = now;
    void setImmediate().then(() => this.#turn++);
    return false;
  }

  #leave(who: string, line: Line): void {
    this.#inside--;
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.working === 0) this.#lines.delete(who);
  }
}

/** Counts bytes that are kept. @throws HttpError `too-busy` when there is no room for them */
export type Room = (bytes: number) => void;

function busy(): HttpError {
  return new HttpError('too-busy', 'The server has too much to do; try again in a moment.', [], { 'retry-after': '1' });
}
