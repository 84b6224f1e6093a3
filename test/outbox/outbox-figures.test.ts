import assert from 'node:assert/strict';
import type { Notifications } from '../../src/outbox/notifications.ts';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { outboxFigures } from '../../src/outbox/outbox-figures.ts';

describe('what an operator watches of the outbox', () => {
  it('is looked up once for all figures of an answer, and anew for the next', async () => {
    const looks: string[] = [];
    const outbox = {
      backlog: async () => {
        looks.push('backlog');
        return { changes: looks.length, oldest: null };
      },
    } as Partial<Outbox> as Outbox;
    const notifications = {
      counts: async () => {
        looks.push('counts');
        return { waiting: 2, unreachable: 1 };
      },
    } as Partial<Notifications> as Notifications;
    const figures = outboxFigures({ outbox, notifications });
    const answer = () => Promise.all(figures.map(({ read }) => read()));
    const [[depth, age, ...told]] = await Promise.all([answer(), answer()]);
    assert.deepEqual([age, ...told], [0, 2, 1, 0]);
    assert.equal(looks.length, 2);
    const [next] = await answer();
    assert.equal(looks.length, 4);
    assert.notEqual(next, depth);
  });
});
