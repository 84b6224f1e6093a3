import assert from 'node:assert/strict';
import { reminderTime } from '../../src/outbox/reminder-time.ts';

describe('when somebody is told of a task', () => {
  for (const [what, timeZone, dueAt, told] of [
    ['a day', 'UTC', '2026-12-01T23:59:00.000Z', '2026-12-01T09:00:00.000Z'],
    ['a day', 'Europe/Berlin', '2026-12-01T22:59:00.000Z', '2026-12-01T08:00:00.000Z'],
    ['a day', 'Asia/Tokyo', '2026-12-01T14:59:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['a day', 'America/Los_Angeles', '2026-12-02T07:59:00.000Z', '2026-12-01T17:00:00.000Z'],
    ['a day on which clocks go forward', 'Europe/Berlin', '2026-03-29T21:59:00.000Z', '2026-03-29T07:00:00.000Z'],
    ['a day on which clocks go back', 'America/New_York', '2026-11-02T04:59:00.000Z', '2026-11-01T14:00:00.000Z'],
    ['a day, in a zone nobody knows', 'Pacific Standard Time', '2026-12-01T23:59:00.000Z', '2026-12-01T09:00:00.000Z'],
    ['a night', 'Europe/Berlin', '2026-12-02T02:00:00.000Z', '2026-12-01T08:00:00.000Z'],
    ['an hour', 'Europe/Berlin', '2026-12-01T06:00:00.000Z', '2026-12-01T06:00:00.000Z'],
    ['an hour', 'Europe/Berlin', '2026-12-01T20:59:00.000Z', '2026-12-01T20:59:00.000Z'],
    ['an hour', 'Asia/Tokyo', '2026-12-01T22:30:15.500Z', '2026-12-01T22:30:15.500Z'],
  ] as const)
    it(`is by day, where they are: for ${what} in ${timeZone}`, () =>
      assert.equal(reminderTime(dueAt, timeZone), told));
});
