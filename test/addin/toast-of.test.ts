import assert from 'node:assert/strict';
import { lateToastOf } from '../../addin/outlook/toast-of.ts';

describe('what is said of a press whose card comes too late to be drawn', () => {
  it('is the answer’s own line, or whether it was done', () => {
    assert.equal(lateToastOf({ card: {}, toast: 'Lead created' }), 'Lead created');
    assert.equal(lateToastOf({ card: {} }), 'done');
  });

  it('is never the code of a refusal', () => {
    assert.equal(lateToastOf({ card: {}, refused: 'duplicate-lead' }), 'not done');
    assert.equal(lateToastOf({ card: {}, toast: 'Nothing was saved', refused: 'invalid-input' }), 'Nothing was saved');
  });
});
