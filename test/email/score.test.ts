import assert from 'node:assert/strict';
import { FIELDS } from './same-value.ts';
import { goldContext, goldMails, type Score, scoreMails } from './score.ts';

describe('reading labelled mails', () => {
  const said = (score: Score) => score.problems.map((problem) => JSON.stringify(problem)).join('\n');

  for (const set of ['dev', 'own'] as const) {
    describe(`the ${set} set`, () => {
      let score: Score;
      before(() => {
        score = scoreMails(goldMails(set), goldContext());
      });

      it('is almost always right when it fills a field, and fills nearly all', () => {
        assert.ok(score.micro.precision >= 0.97, said(score));
        assert.ok(score.micro.recall >= 0.92, said(score));
      });

      it('reads no single field badly', () => {
        for (const [field] of FIELDS) {
          const { right, wrong, spurious, missed } = score.fields[field];
          assert.ok(right / (right + wrong + spurious) >= 0.9, `${field}: precision\n${said(score)}`);
          assert.ok(right / (right + wrong + missed) >= 0.9, `${field}: recall\n${said(score)}`);
        }
      });

      it('tells leads from automatic mail, newsletters, pitches and colleagues', () => {
        assert.ok(score.leadAccuracy >= 0.97, said(score));
      });

      it('gives back no unsafe value', () => assert.equal(score.unsafe, 0, said(score)));

      it('needs no correction on two mails of three', () => assert.ok(score.exact >= 2 / 3, said(score)));

      it('parts the message from quote and signature', () => assert.ok(score.bodyRight >= 0.92, said(score)));
    });
  }
});
