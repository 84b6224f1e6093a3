import assert from 'node:assert/strict';
import { drafted, party } from './drafted.ts';

const INQUIRY = 'Hi Megan,\nwe need 20 mixers.\n\nJane Doe\nFabrikam Inc\n+1 425 555 0100';
const FORWARDED = `Yours?\n\nMegan Bowen\nContoso Ltd\n+1 425 555 0166\n\nFrom: Jane Doe <jane@fabrikam.example>\nSent: today\nTo: Megan Bowen <megan@contoso.example>\nSubject: Mixers\n\n${INQUIRY}`;

describe('whose mail it is', () => {
  const ofAlex = { ownDomains: [], mailboxOwner: 'alex@sales.contoso.example' };

  it('is not our own when it comes from the domain of the mailbox', () => {
    const { isLead, draft } = drafted('Megan Bowen <megan@contoso.example>', FORWARDED, {
      subject: 'FW: Mixers',
      context: ofAlex,
    });
    assert.equal(isLead, true);
    assert.deepEqual(
      [draft.lastName, draft.email, draft.companyName],
      ['Doe', 'jane@fabrikam.example', 'Fabrikam Inc'],
    );
  });

  it('takes no site of the mailbox’s domain for the customer’s', () => {
    const text = 'Please quote.\n\nRegards\nJane Doe\nhttps://www.contoso.example/mixers';
    assert.equal(drafted('Jane Doe <jane@gmail.com>', text, { context: ofAlex }).draft.website, undefined);
  });

  it('is anybody’s of a provider of private mailboxes, or of another tenant that has no domain yet', () => {
    for (const [owner, other] of [
      ['alex@gmail.com', 'jane@gmail.com'],
      ['alex@local-mail.example', 'jane@local-mail.example'],
      ['alex@contoso.onmicrosoft.com', 'jane@fabrikam.onmicrosoft.com'],
    ] as const) {
      const context = { ownDomains: [], freeMailDomains: ['local-mail.example'], mailboxOwner: owner };
      const { isLead, draft } = drafted(`Jane Doe <${other}>`, INQUIRY, { context });
      assert.deepEqual([isLead, draft.email], [true, other]);
    }
  });

  it('is the recipient’s when we sent it, from whichever address', () => {
    const { isLead, draft } = drafted('Contoso Sales <sales@contoso-group.example>', 'Dear Jane,\nour offer.\n\nAlex', {
      to: [party('Jane Doe <jane@fabrikam.example>')],
      direction: 'sent',
      context: ofAlex,
    });
    assert.equal(isLead, false);
    assert.deepEqual([draft.lastName, draft.email], ['Doe', 'jane@fabrikam.example']);
  });
});
