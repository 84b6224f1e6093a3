import { backoff } from './backoff.ts';
import type { Outcome } from './deliverer.ts';

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
/** One conversation that answers slowly keeps no more of those who send waiting. */
const MOST_IN_LINE = 3;
const LINE_MS = 200;
/** Whoever does not come for a place any more has no use for it. */
const PLACE_KEPT_MS = 5000;

type Clock = { now: () => number; sleep: (ms: number) => Promise<void>; random: () => number };
type Lane = {
  sent: number[];
  inLine: number;
  last: Promise<unknown>;
  /** When the turn of whoever could not be served at once comes. */
  places: Map<string, number>;
  restsUntil: number;
  /** Refusals in a row. */
  refusals: number;
};

/** Nothing was sent: the conversation is free in `afterMs`. `rests`: it is in trouble, what was sent last was refused. */
export type Wait = { kind: 'wait'; afterMs: number; rests: boolean; detail: string };

/**
 * Lets messages go no faster than Teams takes them, one after the other in each conversation and evenly over all: what
 * leaves in a burst may arrive together with the next one, and more is on its way when a process ends. Numbers from
 * "Optimize your bot with rate limiting in Teams". Other processes send for the same bot, too: when Teams refuses all the
 * same, the pace of this one halves and recovers message by message. Nobody waits here for a conversation that is busy or
 * rests, so that it holds up no other.
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

  /**
   * Sends now, if the conversation is free; else whoever sends is to come again, and keeps the place in the order. What
   * Teams refuses for now says when the conversation is free again.
   * @param sender tells those who want to send to the same conversation apart
   */
  async inTurn(conversationId: string, sender: string, send: () => Promise<Outcome>): Promise<Outcome | Wait> {
    const lane = this.#lane(conversationId);
    const wait = this.#placeOf(sender, lane);
    if (wait) return wait;
    lane.inLine++;
    const turn = lane.last.then(() => this.#send(lane, send)).finally(() => lane.inLine--);
    lane.last = turn.catch(() => undefined);
    return turn;
  }

  /** What Teams says is heard before the next one goes. */
  async #send(lane: Lane, send: () => Promise<Outcome>): Promise<Outcome | Wait> {
    const { now, sleep } = this.#clock;
    if (lane.restsUntil > now()) return waitUntil(lane.restsUntil, now(), true);
    const at = this.#turn(now());
    if (at > now()) await sleep(at - now());
    lane.sent = [...lane.sent.filter((time) => time > now() - 3_600_000), now()].slice(-1800);
    const outcome = await send();
    if (outcome.kind !== 'later' && outcome.kind !== 'unclear') this.#taken(lane);
    else this.#refused(lane, outcome);
    return outcome.kind === 'later' ? { ...outcome, afterMs: lane.restsUntil - now() } : outcome;
  }

  #taken(lane: Lane): void {
    lane.refusals >>= 1;
    this.#perSecond = Math.min(MOST_A_SECOND, this.#perSecond + 0.2);
  }

  /** Nothing goes to that conversation for as long as Teams asked, longer each time, and less to all. */
  #refused(lane: Lane, outcome: Outcome): void {
    const now = this.#clock.now();
    const asked = outcome.kind === 'later' ? (outcome.afterMs ?? 0) : 0;
    lane.restsUntil = now + Math.max(asked, backoff(lane.refusals++, this.#clock.random()));
    if (now - this.#slowedAt < ONE_REFUSAL_MS) return;
    this.#slowedAt = now;
    this.#perSecond = Math.max(LEAST_A_SECOND, this.#perSecond / 2);
  }

  /** Nothing when the sender may go now. */
  #placeOf(sender: string, lane: Lane): Wait | undefined {
    const now = this.#clock.now();
    const rests = lane.restsUntil > now;
    const kept = lane.places.get(sender);
    lane.places.delete(sender);
    for (const [other, at] of lane.places) if (at < now - PLACE_KEPT_MS) lane.places.delete(other);
    const isLineLong = lane.inLine >= MOST_IN_LINE;
    const taken = [...lane.sent, ...Array<number>(lane.inLine).fill(now)];
    const afterAll = freeAt([...taken, ...lane.places.values()].sort((one, other) => one - other));
    // Whoever has a place goes before those who come now.
    const free = kept === undefined ? afterAll : Math.max(kept, freeAt(taken));
    if (!rests && !isLineLong && free <= now) return undefined;
    const isKept = kept !== undefined && kept > Math.max(now, lane.restsUntil);
    const at = isKept ? kept : Math.max(afterAll, lane.restsUntil, isLineLong ? now + LINE_MS : 0);
    lane.places.set(sender, at);
    return waitUntil(at, now, rests);
  }

  /** When the next one of all may go. A place is taken only by who is sure to send: nobody waits for one unused. */
  #turn(now: number): number {
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1000 / this.#perSecond;
    return at;
  }

  #lane(conversationId: string): Lane {
    const known = this.#lanes.get(conversationId);
    if (known) return known;
    if (this.#lanes.size >= 10_000) this.#tidy();
    const last = Promise.resolve();
    const lane = { sent: [], inLine: 0, last, places: new Map(), restsUntil: 0, refusals: 0 };
    this.#lanes.set(conversationId, lane);
    return lane;
  }

  #tidy(): void {
    const old = this.#clock.now() - 3_600_000;
    for (const [id, { sent, inLine, places, restsUntil }] of this.#lanes) {
      const latest = Math.max(restsUntil, sent.at(-1) ?? 0, ...places.values());
      if (!inLine && latest <= old) this.#lanes.delete(id);
    }
  }
}

function waitUntil(at: number, now: number, rests: boolean): Wait {
  return { kind: 'wait', afterMs: at - now, rests, detail: rests ? 'chat-rests' : 'chat-busy' };
}

/** When the next one may go so that no window holds more than it may. @param times in their order */
function freeAt(times: readonly number[]): number {
  return Math.max(0, ...PER_CONVERSATION.map(([count, ms]) => (times[times.length - count] ?? -ms) + ms));
}
