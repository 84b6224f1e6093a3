import assert from 'node:assert/strict';
import { topicFromBody, topicOf } from '../../src/email/topic.ts';

describe('topicOf', () => {
  it('drops what programs put before a subject, however often', () => {
    for (const prefix of [
      'RE:',
      'Re[2]:',
      'AW:',
      'Antw:',
      'SV:',
      'Odp:',
      'YNT:',
      'VS:',
      'R:',
      'RV:',
      'TR :',
      'WG:',
      'FW:',
      'ENC:',
      'I:',
      'PD:',
      'VB:',
      'RE: FW:',
      '[EXTERNAL]',
      '[EXT] Re:',
      '[uk-logtech] Re:',
      'Re: [uk-logtech]',
      '[Ticket#4711]',
      'Automatic reply:',
      'Abwesenheitsnotiz:',
      'Réponse automatique :',
      'Out of Office Re:',
      '自動応答:',
    ])
      assert.equal(topicOf(`${prefix} Label printers`), 'Label printers', prefix);
  });

  it('keeps words that only look like a prefix', () => {
    for (const subject of [
      'Reset of NV-50: how?',
      'Angebot: NV-200',
      '[Norvale Systems] Contact form',
      'Absence management software',
    ])
      assert.equal(topicOf(subject), subject);
  });

  it('is nothing when the subject says nothing', () => {
    for (const subject of [
      '',
      'RE:',
      '(no subject)',
      '(Kein Betreff)',
      '(sans objet)',
      '(件名なし)',
      '---',
      'FW: (no subject)',
    ])
      assert.equal(topicOf(subject), undefined, subject);
  });

  it('holds no markup, no hidden characters and no formula', () => {
    assert.equal(topicOf('Tags <img src=x onerror=alert(1)>'), 'Tags');
    assert.equal(topicOf('Qu\u00adote\u200b for tags\u202e'), 'Quote for tags');
    assert.equal(topicOf("=cmd|' /C calc'!A0"), "cmd|' /C calc'!A0");
  });
});

describe('topicFromBody', () => {
  it('takes the first sentence that is more than a greeting', () => {
    assert.equal(topicFromBody('Hello,\n\nwe need a card printer. Can you help?'), 'we need a card printer');
  });
});
