import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Pace } from '../../src/outbox/pace.ts';
import { TEAMS_LIMITS } from './stand-in-connector.ts';

/** Time that passes only while everybody sleeps. */
class Clock {
  #now = 0;
  #sleepers: { at: number; wake: () => void }[] = [];

  readonly now = () => this.#now;
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

describe('the pace of messages', () => {
  async function send(chats: readonly string[]): Promise<{ chat: string; at: number }[]> {
    const clock = new Clock();
    const pace = new Pace(clock);
    const sent: { chat: string; at: number }[] = [];
    const all = chats.map((chat) => pace.inTurn(chat, async () => void sent.push({ chat, at: clock.now() })));
    await clock.until(Promise.all(all));
    return sent;
  }
  /** How many stand within any `ms`. */
  const densest = (times: readonly number[], ms: number) =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

  it('never exceeds what Teams takes, in one chat or over all', async () => {
    const sent = await send(Array.from({ length: 400 }, (_, nth) => (nth % 4 ? `chat ${nth}` : 'busy')));
    const times = sent.map(({ at }) => at);
    assert.ok(densest(times, 1000) <= TEAMS_LIMITS.perSecond);
    const busy = sent.filter(({ chat }) => chat === 'busy').map(({ at }) => at);
    for (const [count, ms] of TEAMS_LIMITS.perConversation) assert.ok(densest(busy, ms) <= count);
  });

  it('leaves no bursts behind, so that little is on its way at any moment', async () => {
    const times = (await send(Array.from({ length: 90 }, (_, nth) => `chat ${nth}`))).map(({ at }) => at);
    assert.ok(densest(times, 100) <= 5);
    assert.ok(Number(times.at(-1)) < 2000, 'as quick as the limit over all lets it');
  });

  it('halves for a second in which Teams refuses, however many were under way, and recovers', async () => {
    const clock = new Clock();
    const pace = new Pace(clock);
    const seconds = async (count: number) => {
      const began = clock.now();
      const all = Array.from({ length: count }, (_, nth) => pace.inTurn(`${began} ${nth}`, async () => pace.taken()));
      await clock.until(Promise.all(all));
      return (clock.now() - began) / 1000;
    };
    await seconds(1);
    for (let nth = 0; nth < 10; nth++) pace.refused(`chat ${nth}`, 1000);
    const slow = await seconds(20);
    assert.ok(slow > 0.7 && slow < 1, String(slow));
    await seconds(120);
    const quick = await seconds(45);
    assert.ok(quick < 1.1, String(quick));
  });

  it('lets a chat that was refused rest, and the others go on', async () => {
    const clock = new Clock();
    const pace = new Pace(clock);
    const sent: string[] = [];
    const to = (chat: string) => pace.inTurn(chat, async () => void sent.push(`${chat} ${clock.now() >= 3000}`));
    await clock.until(to('one'));
    pace.refused('one', 3000);
    await clock.until(Promise.all([to('one'), to('other')]));
    assert.deepEqual(sent, ['one false', 'other false', 'one true']);
  });
});
