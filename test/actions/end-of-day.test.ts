import assert from 'node:assert/strict';
import { endOfDay } from '../../src/actions/end-of-day.ts';

describe('the end of a day', () => {
  for (const [timeZone, day, end] of [
    ['UTC', '2026-12-01', '2026-12-01T23:59:00.000Z'],
    ['Europe/Berlin', '2026-12-01', '2026-12-01T22:59:00.000Z'],
    ['Asia/Tokyo', '2026-12-01', '2026-12-01T14:59:00.000Z'],
    ['America/Los_Angeles', '2026-12-01', '2026-12-02T07:59:00.000Z'],
    // Clocks go forward, and back.
    ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-02T04:59:00.000Z'],
    ['Pacific Standard Time', '2026-12-01', '2026-12-01T23:59:00.000Z'],
  ] as const)
    it(`is where the reader is: ${day} in ${timeZone}`, () => assert.equal(endOfDay({ timeZone }, day), end));

  it('leaves days that there are none of to whoever checks them', () => {
    for (const day of ['2026-02-31', '2026-13-45'])
      assert.equal(endOfDay({ timeZone: 'Asia/Tokyo' }, day), `${day}T23:59:00.000Z`);
  });
});
