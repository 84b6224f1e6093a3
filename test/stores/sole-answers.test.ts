import assert from 'node:assert/strict';
import { type OpenedDesk, openDesk, temporaryDesk } from '../temporary-desk.ts';

const NOW = new Date('2026-11-25T09:00:00.000Z');
const ANSWER = { status: 200, headers: {}, body: { said: 'done' } };

describe('answers to activities where one server has the database to itself', () => {
  let desk: OpenedDesk;
  let file: string;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, file, close } = await temporaryDesk());
  });
  afterEach(() => close());

  it('are given to one of those that ask at the same time, and to the others when it has one', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => desk.turns.claim('turn', '', NOW)));
    assert.deepEqual(claims.map(({ state }) => state).sort(), ['new', 'running', 'running']);
    await desk.turns.finish('turn', ANSWER);
    assert.deepEqual(await desk.turns.claim('turn', '', NOW), { state: 'done', answer: ANSWER });
    assert.deepEqual(await desk.turns.claim('turn', 'another', NOW), { state: 'other-request' });
  });

  it('outlive the process; what had none yet may be tried again', async () => {
    await desk.turns.claim('turn', '', NOW);
    await desk.turns.finish('turn', ANSWER);
    await desk.turns.claim('lost', '', NOW);
    const next = await openDesk(`file:${file}`);
    assert.deepEqual(await next.turns.claim('turn', '', NOW), { state: 'done', answer: ANSWER });
    assert.deepEqual(await next.turns.claim('lost', '', NOW), { state: 'new' });
    await next.store.close();
  });

  it('are free again after a fault, and after their time', async () => {
    await desk.turns.claim('turn', '', NOW);
    await desk.turns.release('turn');
    assert.deepEqual(await desk.turns.claim('turn', '', NOW), { state: 'new' });
    await desk.turns.finish('turn', ANSWER);
    await desk.turns.release('turn');
    assert.deepEqual(await desk.turns.claim('turn', '', NOW), { state: 'new' });
    await desk.turns.finish('turn', ANSWER);
    await desk.turns.forget(new Date(NOW.getTime() + 1));
    assert.deepEqual(await desk.turns.claim('turn', '', NOW), { state: 'new' });
  });
});
