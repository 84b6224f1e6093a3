const KEPT_MS = 10 * 60_000;
const MOST = 10_000;

/** Remembers what was answered to an activity, so that the same one delivered again does its work once. */
export class SeenActivities<T> {
  readonly #answers = new Map<string, { at: number; answer: Promise<T> }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The answer for `key`: a delivery at the same time waits for the first; what failed may be tried again. */
  once(key: string, work: () => Promise<T>): { first: boolean; answer: Promise<T> } {
    this.#forgetOld();
    const seen = this.#answers.get(key);
    if (seen) return { first: false, answer: seen.answer };
    const answer = work();
    this.#answers.set(key, { at: this.#now(), answer });
    answer.catch(() => this.#answers.delete(key));
    return { first: true, answer };
  }

  #forgetOld(): void {
    for (const [key, { at }] of this.#answers) {
      if (this.#answers.size <= MOST && this.#now() - at < KEPT_MS) return;
      this.#answers.delete(key);
    }
  }
}
