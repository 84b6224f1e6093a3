import assert from 'node:assert/strict';
import { errorForLog } from '../../src/platform/log.ts';

describe('an error in the log', () => {
  it('says what failed and where, and why that was, without what it quotes', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const told = errorForLog(new Error('Key (email)=(jane@contoso.com) of "Jane Doe" is there', { cause }));
    const text = JSON.stringify(told);
    assert.doesNotMatch(text, /jane/i);
    assert.match(text, /log\.test\.ts/);
    assert.match(text, /ECONNREFUSED 127/);
  });

  it('quotes nothing either when there is no place to name, or what was thrown is no error', () => {
    const placeless = new Error('cannot read "Jane Doe"');
    placeless.stack = 'Error: cannot read "Jane Doe"';
    assert.doesNotMatch(JSON.stringify(errorForLog(placeless)), /Jane/);
    assert.doesNotMatch(JSON.stringify(errorForLog('Jane Doe')), /Jane/);
    assert.ok(errorForLog(undefined));
  });
});
