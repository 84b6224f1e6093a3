import assert from 'node:assert/strict';
import { pino } from 'pino';
import { consoleToLog } from '../../src/platform/console-to-log.ts';

describe('the console', () => {
  it('is a line of the log that says where, and nothing of what; afterwards it is itself again', () => {
    const lines: string[] = [];
    const before = { ...console };
    const giveBack = consoleToLog(pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) }));
    checkKeys();
    giveBack();
    assert.deepEqual({ ...console }, before);
    assert.equal(lines.length, 2);
    for (const line of lines) {
      const { level, from, msg, ...rest } = JSON.parse(line);
      assert.deepEqual([level, msg, rest], [40, 'a library wrote to the console', {}]);
      assert.equal(from, 'checkKeys');
    }
  });
});

/** As a library would. */
function checkKeys(): void {
  const { error, warn } = console;
  error('a secret');
  warn(new Error('a secret'));
}
