import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Outcome } from '../../src/outbox/deliverer.ts';
import { Pace } from '../../src/outbox/pace.ts';
import { TEAMS_LIMITS } from './stand-in-connector.ts';

/** Time that passes only while everybody sleeps. */
class Clock {
  #now = 0;
  #sleepers: { at: number; wake: () => void }[] = [];

  readonly now = () => this.#now;
  readonly random = () => 1;
  readonly sleep = (ms: number) =>
    new Promise<void>((wake) => {
      this.#sleepers.push({ at: this.#now + ms, wake });
    });

  async until<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    void work.finally(() => {
      isDone = true;
    });
    for (;;) {
      await setImmediate();
      if (isDone) return work;
      this.#sleepers.sort((one, other) => one.at - other.at);
      const next = this.#sleepers.shift();
      assert.ok(next, 'nobody will ever go on');
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
  }
}

const DONE: Outcome = { kind: 'done', activityId: 'm' };
const later = (afterMs: number | null): Outcome => ({ kind: 'later', afterMs, detail: 'http-429' });

describe('the pace of messages', () => {
  let clock: Clock;
  let pace: Pace;
  let sent: { chat: string; sender: string; at: number }[];
  beforeEach(() => {
    clock = new Clock();
    pace = new Pace(clock);
    sent = [];
  });
  /** One try, that takes `ms`. */
  const attempt = (chat: string, sender: string, outcome: () => Outcome = () => DONE, ms = 0) =>
    pace.inTurn(chat, sender, async () => {
      sent.push({ chat, sender, at: clock.now() });
      if (ms) await clock.sleep(ms);
      return outcome();
    });
  /** Comes again until it is sent. */
  async function send(chat: string, sender: string, ms = 0): Promise<void> {
    for (;;) {
      const outcome = await attempt(chat, sender, () => DONE, ms);
      if (outcome.kind !== 'wait') return;
      await clock.sleep(outcome.afterMs);
    }
  }
  const sendAll = (chats: readonly string[]) =>
    clock.until(Promise.all(chats.map((chat, nth) => send(chat, String(nth)))));
  const timesOf = (chat: string) => sent.filter((one) => one.chat === chat).map(({ at }) => at);
  /** How many stand within any `ms`. */
  const densest = (times: readonly number[], ms: number) =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

  it('never exceeds what Teams takes, in one chat or over all', async () => {
    await sendAll(Array.from({ length: 400 }, (_, nth) => (nth % 4 ? `chat ${nth}` : 'busy')));
    assert.equal(sent.length, 400);
    const times = sent.map(({ at }) => at);
    assert.ok(densest(times, 1000) <= TEAMS_LIMITS.perSecond);
    for (const [count, ms] of TEAMS_LIMITS.perConversation) assert.ok(densest(timesOf('busy'), ms) <= count);
  });

  it('uses what Teams takes: a hundred in one chat are as quick as its limits let them', async () => {
    await sendAll(Array<string>(100).fill('busy'));
    const last = timesOf('busy').at(-1) ?? 0;
    // Sixty, as eight in two seconds, within the first thirty seconds, and forty more after them.
    assert.ok(last < 40_000 * 1.15, String(last));
  });

  it('keeps to the limit of an hour, too', async () => {
    for (let nth = 0; nth < 1800; nth++) {
      await clock.until(send('busy', 'a'));
      await clock.until(clock.sleep(1960));
    }
    const last = await clock.until(attempt('busy', 'a'));
    assert.equal(sent.length, 1800);
    assert.equal(last.kind === 'wait' && clock.now() + last.afterMs, 3_600_000);
  });

  it('leaves no bursts behind, so that little is on its way at any moment', async () => {
    await sendAll(Array.from({ length: 90 }, (_, nth) => `chat ${nth}`));
    const times = sent.map(({ at }) => at);
    assert.ok(densest(times, 100) <= 5);
    assert.ok(Number(times.at(-1)) < 2000, 'as quick as the limit over all lets it');
  });

  it('halves for a second in which Teams refuses, however many were under way, and recovers', async () => {
    let round = 0;
    const seconds = async (count: number) => {
      const began = clock.now();
      round++;
      await sendAll(Array.from({ length: count }, (_, nth) => `${round} ${nth}`));
      return (clock.now() - began) / 1000;
    };
    await seconds(1);
    await clock.until(
      Promise.all(Array.from({ length: 10 }, (_, nth) => attempt(`sick ${nth}`, '', () => later(1000)))),
    );
    const slow = await seconds(20);
    assert.ok(slow > 0.7 && slow < 1, String(slow));
    await seconds(120);
    const quick = await seconds(45);
    assert.ok(quick < 1.1, String(quick));
  });

  it('keeps nobody waiting for a chat that is busy: who comes again finds the place kept, before who comes later', async () => {
    await clock.until(Promise.all(Array.from({ length: 3 }, (_, nth) => send('busy', `early ${nth}`))));
    await clock.until(Promise.all(Array.from({ length: 4 }, (_, nth) => send('busy', `early ${nth + 3}`))));
    assert.equal(sent.length, 7);
    const first = await clock.until(attempt('busy', 'first'));
    const second = await clock.until(attempt('busy', 'second'));
    assert.ok(first.kind === 'wait' && !first.rests && first.afterMs > 0);
    assert.ok(second.kind === 'wait' && second.afterMs >= first.afterMs);
    assert.deepEqual(await clock.until(attempt('idle', 'another')), DONE);
    await clock.until(clock.sleep(first.afterMs));
    assert.equal((await clock.until(attempt('busy', 'late'))).kind, 'wait');
    assert.deepEqual(await clock.until(attempt('busy', 'first')), DONE);
  });

  it('lets few stand in line where a chat answers slowly', async () => {
    const slow = Array.from({ length: 5 }, (_, nth) => attempt('slow', String(nth), () => DONE, 15_000));
    const outcomes = await clock.until(Promise.all(slow));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['done', 'done', 'done', 'wait', 'wait'],
    );
  });

  it('lets a chat that was refused rest, and the others go on', async () => {
    const refused = await clock.until(attempt('one', 'a', () => later(3000)));
    assert.deepEqual(refused, later(3000));
    const resting = await clock.until(attempt('one', 'b'));
    assert.ok(resting.kind === 'wait' && resting.rests && resting.afterMs >= 3000);
    await sendAll(['one', 'other']);
    assert.deepEqual(
      sent.slice(1).map(({ chat, at }) => [chat, at >= 3000]),
      [
        ['other', false],
        ['one', true],
      ],
    );
  });

  it('sends nothing more to a chat once Teams has asked it to rest, not even what stood in line', async () => {
    const all = ['a', 'b', 'c'].map((sender) => attempt('one', sender, () => later(3000), 60));
    const outcomes = await clock.until(Promise.all(all));
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['later', 'wait', 'wait'],
    );
    assert.equal(sent.length, 1);
  });

  it('tries a chat in trouble later and later, and soon again once it has recovered', async () => {
    const waits: number[] = [];
    for (let nth = 0; nth < 4; nth++) {
      const refused = await clock.until(attempt('one', 'a', () => later(null)));
      const wait = refused.kind === 'later' ? (refused.afterMs ?? 0) : 0;
      waits.push(wait);
      await clock.until(clock.sleep(wait));
    }
    assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
    for (let nth = 0; nth < 3; nth++) await clock.until(send('one', 'a'));
    const again = await clock.until(attempt('one', 'a', () => later(null)));
    assert.equal(again.kind === 'later' && Math.round(again.afterMs ?? 0), 1000);
  });
});
