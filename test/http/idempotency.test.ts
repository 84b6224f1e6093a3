import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { answerOnce } from '../../src/http/idempotency.ts';
import { HttpError } from '../../src/http/problem.ts';
import type { ApiResponse } from '../../src/http/route.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';

const MINUTE = 60_000;

describe('an Idempotency-Key', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  let clock: number;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
    clock = Date.parse('2026-11-25T10:00:00Z');
    mock.timers.enable({ apis: ['setInterval'] });
  });
  afterEach(async () => {
    mock.timers.reset();
    await close();
  });

  /** Time goes on, and whoever is at work has its say in between. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += MINUTE / 6) {
      clock += MINUTE / 6;
      mock.timers.tick(MINUTE / 6);
      // Writes are done in turn: what was put before is there after this.
      await desk.answers.forget(new Date(0));
    }
  }
  const ask = (work: () => Promise<ApiResponse>) => {
    const request = { desk: { ...desk, now: () => new Date(clock) }, actor: actor('alex'), params: {} };
    const headers = { 'idempotency-key': 'import-1' };
    return answerOnce(desk.answers, 'post /api/leads/import', { ...request, query: {}, headers, body: null }, work);
  };
  /** A request whose work has begun, and ends when it is told to. */
  async function begun() {
    let begins: () => void = () => undefined;
    const began = new Promise<void>((resolve) => {
      begins = resolve;
    });
    let told = { end: (_: ApiResponse): void => undefined, fail: (_: Error): void => undefined };
    const answer = ask(() => {
      begins();
      return new Promise((end, fail) => {
        told = { end, fail };
      });
    });
    await began;
    return { answer, ...told };
  }
  const isConflict = (error: unknown) => error instanceof HttpError && error.code === 'idempotency-conflict';
  const never = () => assert.fail('done again');

  it('is given to nobody else while its work takes minutes', async () => {
    const first = await begun();
    await pass(5 * MINUTE);
    await assert.rejects(ask(never), isConflict);
    first.end({ status: 200, body: { done: true } });
    await first.answer;
    assert.deepEqual((await ask(never)).body, { done: true });
  });

  it('is free again at once after a fault, and in a minute when its process has ended', async () => {
    const first = await begun();
    await pass(2 * MINUTE);
    first.fail(new Error('fault'));
    await assert.rejects(first.answer, /fault/);
    await desk.answers.claim('ended', '', new Date(clock));
    assert.equal((await ask(async () => ({ status: 200, body: 'mended' }))).body, 'mended');
    await pass(MINUTE + 1);
    assert.deepEqual(await desk.answers.claim('ended', '', new Date(clock)), { state: 'new' });
  });
});
