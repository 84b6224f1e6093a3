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

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };
type Lane = { sent: number[]; pausedUntil: number; last: Promise<void> };

/**
 * Lets messages go no faster than Teams takes them, one after the other in each conversation. Numbers from "Optimize
 * your bot with rate limiting in Teams". Other processes send for the same bot, too: when Teams refuses all the same,
 * the pace of this one halves and recovers message by message.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #lanes = new Map<string, Lane>();
  #all: number[] = [];
  #perSecond = MOST_A_SECOND;

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
    const lane = this.#lanes.get(conversationId);
    if (lane) lane.pausedUntil = this.#clock.now() + afterMs;
    this.#perSecond = Math.max(LEAST_A_SECOND, this.#perSecond / 2);
  }

  async #wait(lane: Lane): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const free = Math.max(lane.pausedUntil, freeAt(lane.sent, PER_CONVERSATION), freeAt(this.#all, [this.#total()]));
      if (free <= now) {
        lane.sent = [...lane.sent.filter((at) => at > now - 3_600_000), now].slice(-1800);
        this.#all = [...this.#all, now].slice(-MOST_A_SECOND);
        return;
      }
      await this.#clock.sleep(free - now);
    }
  }

  #total(): readonly [number, number] {
    return [Math.floor(this.#perSecond), 1000];
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
function freeAt(sent: readonly number[], windows: readonly (readonly [count: number, ms: number])[]): number {
  return Math.max(0, ...windows.map(([count, ms]) => (sent[sent.length - count] ?? -ms) + ms));
}
