import assert from 'node:assert/strict';
import { EMPTY_ADDRESS, leadDraft } from '../../src/leads/lead-fields.ts';
import { timelineChanges } from '../../src/leads/timeline.ts';
import { changeInWords, isReadable } from '../../src/words/changes.ts';
import { de } from '../../src/words/de.ts';
import { en } from '../../src/words/en.ts';
import { ja } from '../../src/words/ja.ts';

describe('a change on record', () => {
  it('is told by the labels of forms, in the language of the reader', () => {
    const rating = { field: 'rating', old: 'warm', new: 'hot' };
    assert.equal(changeInWords(en, rating), 'Rating: Warm → Hot');
    assert.equal(changeInWords(de, rating), `${de.fields.rating}: ${de.options.warm} → ${de.options.hot}`);
    assert.match(changeInWords(de, { field: 'doNotEmail', old: false, new: true }), /: ✗ → ✓$/);
    assert.equal(changeInWords(en, { field: 'status', old: null, new: 'open' }), 'Status: Open');
    assert.equal(changeInWords(en, { field: 'topic', old: 'mixers', new: null }), 'Topic: mixers → –');
    assert.equal(changeInWords(en, { field: 'createdVia', old: null, new: 'form' }), 'Created through: Website form');
    assert.equal(changeInWords(en, { field: 'tried', old: null, new: 'lead.qualify' }), 'Tried: Qualify');
  });

  it('has a word for everything that is kept of a lead and its timeline, which every language has to have', () => {
    const address = Object.keys(EMPTY_ADDRESS).map((part) => `address.${part}`);
    const ofLeads = Object.keys(leadDraft.shape).filter((field) => field !== 'address');
    const ofEntries = Object.values(timelineChanges).flatMap(({ shape }) => Object.keys(shape));
    const others = [
      'status',
      'statusReason',
      'ownerName',
      'createdVia',
      'fullName',
      'kind',
      'event',
      'sentAt',
      'mailbox',
    ];
    for (const field of [...ofLeads, ...address, ...ofEntries, ...others]) {
      const change = { field, old: null, new: '1' };
      if (!isReadable(change)) continue;
      const [inEnglish = ''] = changeInWords(en, change).split(':');
      const [inJapanese = ''] = changeInWords(ja, change).split(':');
      assert.notEqual(inJapanese, inEnglish, field);
    }
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
