import { HttpError } from './problem.ts';

type Line = { working: number; waiting: (() => void)[] };
type Sizes = { atOnce: number; waiting: number; everybody: number; bytes: number };

const MEGABYTE = 1024 * 1024;
/** As many of one person's requests at once as share a commit; memory for a few of the largest bodies. */
const SIZES: Sizes = { atOnce: 64, waiting: 500, everybody: 2000, bytes: 192 * MEGABYTE };

/** Requests of one person wait for each other, so that somebody who sends hundreds holds up only themselves. */
export class Lines {
  readonly #sizes: Sizes;
  readonly #lines = new Map<string, Line>();
  #inside = 0;
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
    const line = this.#lines.get(who) ?? { working: 0, waiting: [] };
    if (line.waiting.length >= waiting) {
      throw new HttpError('too-many-requests', 'Too many requests at once.', [], { 'retry-after': '1' });
    }
    this.#lines.set(who, line);
    this.#inside++;
    if (line.working < atOnce) line.working++;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
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
