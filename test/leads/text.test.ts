import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leadDraft } from '../../src/leads/lead-fields.ts';
import { cleanLine, cleanLines } from '../../src/leads/text.ts';
import { cpuSeconds } from '../email/cpu-seconds.ts';

describe('text from people', () => {
  it('is kept in composed letters, whatever keyboard or file system it came from', () => {
    assert.equal(cleanLine('Jose\u0301 A\u030angstro\u0308m'), 'José Ångström');
    assert.equal(cleanLine('Jose\u200b\u0301'), 'José');
    assert.equal(cleanLines('Zu\u0308rich\nGene\u0300ve'), 'Zürich\nGenève');
  });

  it('holds nothing that is invisible or turns its direction', () => {
    for (const hidden of ['\0', '\u001b', '\u007f', '\u0085', '\u00ad', '\u200b', '\u200e', '\u200f', '\u2028']) {
      assert.equal(cleanLine(`in${hidden}voice`), 'invoice');
    }
    for (const turning of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
      assert.equal(cleanLine(`invoice${turning}fdp.exe`), 'invoicefdp.exe');
      assert.equal(cleanLines(`a\n${turning}b`), 'a\nb');
    }
  });

  it('keeps the joiners that languages and emoji need', () => {
    for (const text of ['می‌خواهم', 'क्‍ष', '👩‍👩‍👧']) assert.equal(cleanLine(text), text);
  });

  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        for (const clean of [cleanLine, cleanLines]) assert.equal(clean(clean(text)), clean(text));
      }),
    );
  });

  it('is cleaned in far less than the seconds a runaway pattern takes, however long a run of spaces is', () => {
    const long = `a${' '.repeat(200_000)}b`;
    assert.ok(cpuSeconds(() => assert.equal(cleanLines(`${long} \n`), long)) < 5);
  });

  it('is cleaned in every field of a lead that takes words', () => {
    const { address: _parts, ...fields } = leadDraft.shape;
    const worded = Object.entries(fields).filter(([, schema]) => schema.safeParse('words').success);
    assert.ok(worded.length >= 10);
    for (const [field, schema] of worded) assert.equal(schema.parse('Jose\u0301\u202e'), 'José', field);
    const address = { street: 'e\u0301\u202e', city: 'e\u0301\0', postalCode: '\u200b1' };
    const draft = leadDraft.parse({ lastName: 'Doe', address });
    assert.deepEqual(draft.address, { street: 'é', city: 'é', postalCode: '1' });
  });
});
