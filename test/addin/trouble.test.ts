import assert from 'node:assert/strict';
import { MailboxProblem } from '../../addin/outlook/office-call.ts';
import { words } from '../../addin/outlook/pane-words.ts';
import { troubleOf as paneTrouble } from '../../addin/outlook/trouble.ts';
import { ApiProblem } from '../../addin/shared/api.ts';
import { Refusal } from '../../addin/tab/api-client.ts';
import { t } from '../../addin/tab/tab-words.ts';
import { troubleOf as tabTrouble } from '../../addin/tab/trouble.ts';

describe('what went wrong', () => {
  const statuses = [
    [403, 'notAllowed'],
    [413, 'tooLarge'],
    [429, 'tooMany'],
    [502, 'unavailable'],
    [503, 'unavailable'],
  ] as const;
  for (const [status, word] of statuses) {
    it(`is told in the reader's words when the service answers ${status}`, () => {
      const problem = new ApiProblem(status, 'for programs', 'For programs, too.', 'ref-4711');
      assert.deepEqual(paneTrouble(problem), { title: words[word], reference: 'ref-4711' });
      assert.deepEqual(tabTrouble(problem), { title: t[word], reference: 'ref-4711' });
      const refusal = new Refusal(status, { title: 'for programs', instance: 'ref-4711' });
      assert.deepEqual(tabTrouble(refusal), { title: t[word], reference: 'ref-4711' });
    });
  }

  it('is told by its number where there are no words for it', () => {
    const problem = new ApiProblem(500, 'for programs');
    assert.equal(paneTrouble(problem).title, words.serviceError(500));
    assert.equal(tabTrouble(problem).title, t.serviceError(500));
  });

  it('is what Outlook said itself, or that it said nothing', () => {
    const details = [
      new MailboxProblem('refused', 'for programs', 'Das Postfach ist gesperrt.'),
      new MailboxProblem('refused', 'for programs'),
      new MailboxProblem('silent', 'for programs'),
      new MailboxProblem('no-office', 'for programs'),
      new MailboxProblem('outside', 'for programs'),
    ].map((problem) => paneTrouble(problem).detail);
    const { silent, noOffice, outsideOutlook } = words;
    assert.deepEqual(details, ['Das Postfach ist gesperrt.', undefined, silent, noOffice, outsideOutlook]);
  });
});
