/** What Teams lets a bot send to one conversation: so many messages within so many milliseconds. */
const PER_CONVERSATION: readonly (readonly [count: number, ms: number])[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
];
/** What it lets a bot send in a tenant within a second is 50; this leaves room for answers to people. */
const MOST_A_SECOND = 45;
const LEAST_A_SECOND = 5;
/** Messages that were under way when Teams refused one are refused, too: that is one refusal. */
const ONE_REFUSAL_MS = 1000;

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };
type Lane = { sent: number[]; pausedUntil: number; last: Promise<void> };

/**
 * Lets messages go no faster than Teams takes them, one after the other in each conversation and evenly over all: what
 * leaves in a burst may arrive together with the next one, and more is on its way when a process ends. Numbers from
 * "Optimize your bot with rate limiting in Teams". Other processes send for the same bot, too: when Teams refuses all the
 * same, the pace of this one halves and recovers message by message.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #lanes = new Map<string, Lane>();
  #perSecond = MOST_A_SECOND;
  #nextAt = 0;
  #slowedAt = -ONE_REFUSAL_MS;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `send` when the conversation's turn has come. */
  async inTurn<T>(conversationId: string, send: () => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(conversationId) ?? { sent: [], pausedUntil: 0, last: Promise.resolve() };
    this.#lanes.set(conversationId, lane);
    const before = lane.last;
    const turn = before.then(() => this.#wait(lane)).then(send);
    lane.last = turn.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await turn;
    } finally {
      this.#tidy();
    }
  }

  /** Teams took it. */
  taken(): void {
    this.#perSecond = Math.min(MOST_A_SECOND, this.#perSecond + 0.2);
  }

  /** Teams refused: nothing goes to that conversation for so long, and less to all. */
  refused(conversationId: string, afterMs: number): void {
    const now = this.#clock.now();
    const lane = this.#lanes.get(conversationId);
    if (lane) lane.pausedUntil = now + afterMs;
    if (now - this.#slowedAt < ONE_REFUSAL_MS) return;
    this.#slowedAt = now;
    this.#perSecond = Math.max(LEAST_A_SECOND, this.#perSecond / 2);
  }

  async #wait(lane: Lane): Promise<void> {
    for (let mayGo = false; !mayGo; ) {
      const now = this.#clock.now();
      const free = Math.max(lane.pausedUntil, freeAt(lane.sent));
      // A place among all is taken only once the conversation is free: nobody waits for one that is not used.
      const at = free > now ? free : this.#place(now);
      mayGo = free <= now;
      if (at > now) await this.#clock.sleep(at - now);
    }
    const now = this.#clock.now();
    lane.sent = [...lane.sent.filter((at) => at > now - 3_600_000), now].slice(-1800);
  }

  #place(now: number): number {
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1000 / this.#perSecond;
    return at;
  }

  #tidy(): void {
    if (this.#lanes.size < 10_000) return;
    const old = this.#clock.now() - 3_600_000;
    for (const [id, { sent, pausedUntil }] of this.#lanes) {
      if ((sent.at(-1) ?? old) <= old && pausedUntil <= old) this.#lanes.delete(id);
    }
  }
}

/** When the next one may go so that no window holds more than it may. */
function freeAt(sent: readonly number[]): number {
  return Math.max(0, ...PER_CONVERSATION.map(([count, ms]) => (sent[sent.length - count] ?? -ms) + ms));
}
