import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Lines } from '../../src/http/lines.ts';

/** Work that is done when told. */
function work() {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { done, finish };
}

const code = (expected: string) => (error: { code?: string; headers?: Record<string, string> }) => {
  assert.equal(error.code, expected);
  assert.equal(error.headers?.['retry-after'], '1');
  return true;
};

describe('the lines requests stand in', () => {
  it('let one person’s requests wait for each other, and nobody else for them', async () => {
    const lines = new Lines({ atOnce: 1 });
    const order: string[] = [];
    const slow = work();
    const first = lines.run('diego', () => slow.done.then(() => order.push('first')));
    const second = lines.run('diego', async () => order.push('second'));
    await lines.run('lidia', async () => order.push('lidia'));
    assert.deepEqual(order, ['lidia']);
    slow.finish();
    await Promise.all([first, second]);
    assert.deepEqual(order, ['lidia', 'first', 'second']);
  });

  it('end: who sends more than may wait is told to come back, and later is let in again', async () => {
    const lines = new Lines({ atOnce: 1, waiting: 1 });
    const slow = work();
    const started = [lines.run('diego', () => slow.done), lines.run('diego', () => slow.done)];
    await assert.rejects(
      lines.run('diego', async () => undefined),
      code('too-many-requests'),
    );
    slow.finish();
    await Promise.all(started);
    assert.equal(await lines.run('diego', async () => 'in'), 'in');
  });

  it('let others in between, when somebody’s requests would keep the server to themselves', async () => {
    const lines = new Lines({ turnMs: 0 });
    const order: string[] = [];
    const many = Array.from({ length: 20 }, (_, nth) => lines.run('diego', async () => order.push(`diego ${nth}`)));
    const lidia = setImmediate().then(() => lines.run('lidia', async () => order.push('lidia')));
    await Promise.all([...many, lidia]);
    assert.deepEqual(
      order.filter((one) => one !== 'lidia'),
      Array.from({ length: 20 }, (_, nth) => `diego ${nth}`),
    );
    assert.ok(order.indexOf('lidia') <= 3, order.join());
  });

  it('hold no more of everybody than there is room for, nor more bytes', async () => {
    const lines = new Lines({ everybody: 1, bytes: 10 });
    const slow = work();
    const started = lines.run('diego', () => slow.done);
    await assert.rejects(
      lines.run('lidia', async () => undefined),
      code('too-busy'),
    );
    slow.finish();
    await started;
    const greedy = lines.run('diego', async (room) => {
      room(6);
      room(6);
    });
    await assert.rejects(greedy, code('too-busy'));
    await lines.run('lidia', async (room) => room(10));
  });

  it('go on after work that failed', async () => {
    const lines = new Lines({ atOnce: 1, everybody: 1 });
    await assert.rejects(
      lines.run('diego', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await lines.run('diego', async () => 'in'), 'in');
  });
});
