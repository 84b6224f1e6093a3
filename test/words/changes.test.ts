import assert from 'node:assert/strict';
import { leadDraft } from '../../src/leads/lead-fields.ts';
import { changeInWords, isReadable } from '../../src/words/changes.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';

describe('a change on record', () => {
  it('is told by the labels of forms, in the language of the reader', () => {
    const rating = { field: 'rating', old: 'warm', new: 'hot' };
    assert.equal(changeInWords(en, rating), 'Rating: Warm → Hot');
    assert.equal(changeInWords(de, rating), `${de.fields.rating}: ${de.options.warm} → ${de.options.hot}`);
    assert.match(changeInWords(de, { field: 'doNotEmail', old: false, new: true }), /: ✗ → ✓$/);
    assert.equal(changeInWords(en, { field: 'status', old: null, new: 'open' }), 'Status: Open');
    assert.equal(changeInWords(en, { field: 'topic', old: 'mixers', new: null }), 'Topic: mixers → –');
    assert.equal(changeInWords(en, { field: 'tried', old: null, new: 'lead.qualify' }), 'Tried: Qualify');
  });

  it('says no option as machines do', () => {
    for (const [field, schema] of Object.entries(leadDraft.shape)) {
      const isOption = schema.safeParse('no such option').error?.issues[0]?.code === 'invalid_value';
      if (isOption) assert.match(changeInWords(en, { field, old: null, new: 'one-thing' }), /One/, field);
    }
  });

  it('is not read where it is an id', () => {
    assert.ok(
      !isReadable({ field: 'ownerId', old: null, new: 'x' }) && isReadable({ field: 'topic', old: null, new: 'x' }),
    );
  });
});
