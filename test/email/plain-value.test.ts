import assert from 'node:assert/strict';
import { plainLines } from '../../src/email/plain-value.ts';

describe('plainLines', () => {
  it('takes tags out however they are spaced, and leaves what only looks like one', () => {
    assert.equal(plainLines(`Hello<${' '.repeat(40)}/div>\nthere`), 'Hello\nthere');
    assert.equal(plainLines('fewer < 12 and <anna@fabrikam.example>'), 'fewer < 12 and <anna@fabrikam.example>');
  });
});
