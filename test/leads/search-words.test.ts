import assert from 'node:assert/strict';
import { nationalNumber } from '../../src/leads/search-words.ts';

describe('a phone number as words', () => {
  it('is its digits within the country, whatever stands around them', () => {
    assert.equal(nationalNumber('+49 (0)40 66969-123'), '4066969123');
    assert.equal(nationalNumber('tel:+14255550100;phone-context=example.com'), '4255550100');
  });

  it('is read at once when its context is made to keep the library busy', () => {
    // Doubles with every part: unguarded, forty of them take days.
    assert.equal(nationalNumber(`+14255550100;phone-context=${'11.'.repeat(40)}!`), '4255550100');
  });
});
