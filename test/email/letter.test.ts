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

describe('a block of labels in somebody’s mail', () => {
  const jane = 'Jane Doe <jane@fabrikam.example>';
  const delivery = 'Delivery contact\nName: Robert Smith\nPhone: 0151 496 0123\nAddress: 1 Dock Road, Liverpool L3 4AA';

  it('is part of their message when it tells of somebody else', () => {
    const text = `Hi Alex,\n\nwe need 20 mixers in June.\n\n${delivery}\n\nKind regards\nJane Doe\nFabrikam Ltd`;
    const { draft } = drafted(jane, text);
    assert.deepEqual(
      [draft.lastName, draft.email, draft.companyName],
      ['Doe', 'jane@fabrikam.example', 'Fabrikam Ltd'],
    );
    assert.match(
      draft.description ?? '',
      /^Hi Alex,\n\nwe need 20 mixers in June\.\n\nDelivery contact\nName: Robert Smith/,
    );
  });

  it('is part of it in a mail that a colleague passed on, too', () => {
    const text = `Yours?\n\nFrom: ${jane}\nSent: today\nTo: Megan Bowen <megan@contoso.example>\nSubject: Mixers\n\nHi,\n\n${delivery}\n\nJane Doe`;
    const { draft } = drafted('Megan Bowen <megan@contoso.example>', text, { subject: 'FW: Mixers' });
    assert.equal(draft.email, 'jane@fabrikam.example');
  });

  it('tells of them when it gives their address, and what stands above it is what they want', () => {
    const text =
      'Please quote 20 mixers.\n\nName: Jane Doe\nCompany: Fabrikam Inc\nEmail: Jane@fabrikam.example\nTel: +1 425 555 0100';
    const { draft } = drafted(jane, text);
    assert.deepEqual([draft.companyName, draft.businessPhone], ['Fabrikam Inc', '+1 425 555 0100']);
    assert.equal(draft.description, 'Please quote 20 mixers.');
  });

  it('is a web form’s report when the mail begins with it, whatever address that was sent from', () => {
    const text = 'Name: Robert Smith\nEmail: robert@adatum.example\nMessage: 20 mixers, please.';
    const { draft } = drafted(jane, text);
    assert.deepEqual([draft.lastName, draft.email], ['Smith', 'robert@adatum.example']);
  });
});

describe('what a mail quotes of ours', () => {
  const ours = 'Dear Jane,\nour offer.\n\nAlex Wilber\nSales Manager\nContoso Ltd\n+1 425 555 0188';
  const SEAMS: Record<string, string> = {
    'a line between dashes': '---- On Mon, 02 May 2026 10:00:00 +0200 Alex Wilber <alex@contoso.example> wrote ----',
    'a header of two lines': 'From: Alex Wilber <alex@contoso.example>\nSent: Monday, May 2, 2026 10:00 AM',
  };
  for (const [how, seam] of Object.entries(SEAMS))
    it(`is not the customer’s signature behind ${how}`, () => {
      const { draft } = drafted('Jane Doe <jane.doe88@gmail.com>', `Hello, fine.\n\nJane\n\n${seam}\n\n${ours}`, {
        subject: 'Re: Your offer',
      });
      assert.deepEqual(
        [draft.companyName, draft.jobTitle, draft.businessPhone, draft.description],
        [undefined, undefined, undefined, 'Hello, fine.'],
      );
    });

  it('is no quote when a form names sender and time and goes on', () => {
    const text =
      'A new message:\n\nFrom: Jane Doe <jane@fabrikam.example>\nDate: 2026-05-02\nMessage: 20 mixers, please.';
    const { draft } = drafted('Website <noreply@contoso.example>', text);
    assert.deepEqual([draft.lastName, draft.description], ['Doe', '20 mixers, please.']);
  });

  it('leaves no line of a forwarded header in the message, the header being a table', () => {
    const row = (label: string, value: string) => `<tr><th>${label}: </th><td>${value}</td></tr>`;
    const header = [
      row('Betreff', 'Anfrage Mischer'),
      row('Datum', 'Mon, 2 May 2026 10:00:00 +0200'),
      row('Von', 'Anna Berg &lt;anna@adatum.example&gt;'),
      row('An', 'megan@contoso.example'),
    ].join('');
    const html = `<p>fyi</p><div><br>-------- Weitergeleitete Nachricht --------<table>${header}</table><br><p>Guten Tag,</p><p>wir brauchen 20 Mischer.</p></div>`;
    const { draft } = drafted('Megan Bowen <megan@contoso.example>', '', { html, subject: 'Fwd: Anfrage Mischer' });
    assert.deepEqual([draft.lastName, draft.description], ['Berg', 'Guten Tag,\nwir brauchen 20 Mischer.']);
  });
});
