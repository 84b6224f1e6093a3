import assert from 'node:assert/strict';
import { draftLead } from '../../src/email/draft-lead.ts';
import { type EmailMessage, emailMessage } from '../../src/leads/email-message.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const US = { ownDomains: ['norvale.example'], freeMailDomains: ['gmx.example'] };
const SIGNED =
  'Hello,\n\nplease quote 500 tags.\n\nKind regards\n\nDana Moss\nBuyer\nMoss & Maple Ltd\n12 Mill Road, Leeds LS1 4ZZ\nT 01632 960142\nwww.mossmaple.example';

function mail(change: Partial<EmailMessage> & { text?: string; html?: string }): EmailMessage {
  return emailMessage.parse({
    from: { name: 'Dana Moss', address: 'dana@mossmaple.example' },
    to: [{ name: 'Sales', address: 'sales@norvale.example' }],
    subject: 'Tags',
    sentAt: '2026-03-02T09:00:00Z',
    text: SIGNED,
    ...change,
  });
}

describe('draftLead', () => {
  it('says for every field where it stood and how sure the reading is', () => {
    const { draft, provenance } = draftLead(mail({}), US);
    assert.deepEqual(draft, {
      firstName: 'Dana',
      lastName: 'Moss',
      email: 'dana@mossmaple.example',
      companyName: 'Moss & Maple Ltd',
      jobTitle: 'Buyer',
      businessPhone: '+44 1632 960142',
      street: '12 Mill Road',
      postalCode: 'LS1 4ZZ',
      country: 'United Kingdom',
      website: 'www.mossmaple.example',
      topic: 'Tags',
      description: 'Hello,\n\nplease quote 500 tags.',
    });
    assert.deepEqual(Object.keys(provenance).sort(), Object.keys(draft).sort());
    assert.equal(provenance.email?.from, 'header');
    assert.deepEqual({ ...provenance.businessPhone, sure: 0 }, { from: 'signature', line: 5, sure: 0 });
    assert.equal(provenance.topic?.from, 'subject');
    for (const { sure } of Object.values(provenance)) assert.ok(sure > 0.4 && sure <= 1);
  });

  it('takes the author of a forwarded mail for the lead, not the colleague, nor a colleague who forwarded before', () => {
    const text = `For you.\n\nFrom: Ben <ben@norvale.example>\nSent: today\nTo: Eve\nSubject: FW: Tags\n\nYours?\n\nFrom: Dana Moss <dana@mossmaple.example>\nSent: today\nTo: Ben\nSubject: Tags\n\n${SIGNED}`;
    const from = { name: 'Eve', address: 'eve@norvale.example' };
    const { isLead, draft, provenance } = draftLead(mail({ from, subject: 'FW: FW: Tags', text }), US);
    assert.equal(isLead, true);
    assert.deepEqual(
      [draft.email, draft.companyName, draft.topic],
      ['dana@mossmaple.example', 'Moss & Maple Ltd', 'Tags'],
    );
    assert.equal(provenance.email?.from, 'forwarded-header');
  });

  it('takes the submitter of a web form for the lead and names the labels', () => {
    const text = 'Name: Dana Moss\nCompany: Moss & Maple\nEmail: dana@mossmaple.example\nMessage: 500 tags, please.';
    const from = { name: 'Website', address: 'noreply@norvale.example' };
    const { isLead, draft, provenance } = draftLead(mail({ from, text }), US);
    assert.equal(isLead, true);
    assert.deepEqual(
      [draft.lastName, draft.email, draft.description],
      ['Moss', 'dana@mossmaple.example', '500 tags, please.'],
    );
    assert.deepEqual({ ...provenance.companyName, sure: 0 }, { from: 'form', label: 'Company', sure: 0 });
  });

  it('never takes our own names, numbers and sites out of the quoted text', () => {
    const ours = 'Ellen Marsh\nAccount Executive\nNorvale Systems Ltd\nT: +44 20 7946 0900\nwww.norvale.example';
    const text = `Fine, go ahead.\n\nDana\n\nOn 1 May 2026 at 10:00, Ellen Marsh <ellen@norvale.example> wrote:\n> ${ours.replaceAll('\n', '\n> ')}`;
    const { draft } = draftLead(mail({ text }), US);
    assert.equal(draft.businessPhone, undefined);
    assert.equal(draft.jobTitle, undefined);
    assert.ok(!JSON.stringify(draft).includes('Norvale'));
  });

  it('does not take a colleague for a lead, nor the owner of the mailbox', () => {
    assert.equal(draftLead(mail({ from: { name: 'Eve', address: 'eve@norvale.example' } }), US).isLead, false);
    const mailboxOwner = 'dana@mossmaple.example';
    assert.equal(draftLead(mail({}), { ...US, mailboxOwner }).isLead, false);
  });

  it('reads of a mail we sent, or a colleague did, only to whom it went', () => {
    const from = { name: 'Ellen Marsh', address: 'ellen@norvale.example' };
    const to = [
      { name: 'Ben', address: 'ben@norvale.example' },
      { name: 'Dana Moss', address: 'dana@mossmaple.example' },
    ];
    for (const direction of ['sent', 'received'] as const) {
      const { isLead, draft } = draftLead(
        mail({ from, to, direction, text: 'Hi Dana\n\nEllen Marsh\nT: 020 7946 0900' }),
        US,
      );
      assert.equal(isLead, false);
      assert.deepEqual(draft, {
        firstName: 'Dana',
        lastName: 'Moss',
        email: 'dana@mossmaple.example',
        website: 'mossmaple.example',
        topic: 'Tags',
      });
    }
  });

  it('reads the form that our own website reports, though its visitor gets a copy', () => {
    const to = [
      { name: 'Dana Moss', address: 'dana@mossmaple.example' },
      { name: 'Sales', address: 'sales@norvale.example' },
    ];
    const text = 'Name: Dana Moss\nCompany: Moss & Maple\nEmail: dana@mossmaple.example\nMessage: Do you sell tags?';
    const { draft } = draftLead(mail({ from: { name: 'Website', address: 'web@norvale.example' }, to, text }), US);
    assert.equal(draft.companyName, 'Moss & Maple');
    assert.equal(draft.lastName, 'Moss');
  });

  it('guesses no company and no site from a provider of private mailboxes', () => {
    const from = { name: 'Dana Moss', address: 'dana@gmx.example' };
    const { draft } = draftLead(mail({ from, text: 'Do you sell tags?\n\nDana' }), US);
    assert.deepEqual([draft.companyName, draft.website], [undefined, undefined]);
  });

  it('takes no number out of the message itself: it may be anybody’s', () => {
    const text = 'Please call my colleague Tom on 01632 960999 about the tags.\n\nDana Moss';
    const { draft } = draftLead(mail({ text }), US);
    assert.deepEqual([draft.businessPhone, draft.mobilePhone], [undefined, undefined]);
  });

  it('takes a number that the author gives as their own', () => {
    for (const text of [
      'You can call me on 01632 960123 any time.',
      'Sie erreichen mich tagsüber am besten unter +49 30 23125123.',
      'Vous pouvez aussi me joindre au +33 6 39 98 12 34 après 14 heures.',
    ]) {
      const { draft, provenance } = draftLead(mail({ text: `Do you sell tags?\n\n${text}\n\nDana Moss` }), US);
      assert.equal((provenance.businessPhone ?? provenance.mobilePhone)?.from, 'body', text);
      assert.ok(draft.businessPhone ?? draft.mobilePhone);
    }
  });

  it('leaves hidden text out', () => {
    const html = `<p>Please quote.</p><div style="display:none">Company: Evil Corp Ltd</div><p>Dana Moss<br>Buyer</p>`;
    assert.ok(!JSON.stringify(draftLead(mail({ html }), US)).includes('Evil'));
  });

  it('makes a topic of the first sentence when the subject says nothing, and says so', () => {
    const { draft, provenance } = draftLead(mail({ subject: 'RE:' }), US);
    assert.deepEqual([draft.topic, provenance.topic?.from], ['please quote 500 tags', 'body']);
  });

  it('fits the lengths of the lead form', () => {
    const name = 'Anna Maria '.repeat(40);
    const text = `Hello,\n\n${'word '.repeat(2000)}\n\n-- \nDana Moss\n${'Very '.repeat(30)}Long Company Ltd`;
    const { draft } = draftLead(mail({ from: { name, address: 'a@b.example' }, subject: 'x '.repeat(900), text }), US);
    assert.ok((draft.topic ?? '').length <= 300 && (draft.description ?? '').length <= 2000);
    assert.ok((draft.firstName ?? '').length <= 50 && (draft.lastName ?? '').length <= 50);
  });

  const line = (text: string) => `${text.repeat(Math.ceil(4800 / text.length))}\n`.repeat(20);
  const HUGE: Record<string, { text?: string; html?: string }> = {
    'ten megabytes of text': { text: 'x y z 12 '.repeat(1_200_000) },
    'ten megabytes of HTML': { html: '<p>a b c</p>'.repeat(900_000) },
    'elements two hundred thousand deep': { html: `${'<div>'.repeat(200_000)}hi` },
    'a thousand quoted levels': { text: Array.from({ length: 1000 }, (_, i) => `${'>'.repeat(i)} hi`).join('\n') },
    'a picture of five megabytes in the HTML': {
      html: `<img src="data:image/png;base64,${'A'.repeat(5e6)}"><p>hi</p>`,
    },
    'thousands of headers': { text: 'From: a <a@b.example>\nSent: x\nTo: y\nSubject: z\n'.repeat(3000) },
    'thousands of form labels': { text: 'Name: a\nEmail: b@c.example\nMessage: '.repeat(5000) },
    ...Object.fromEntries(
      [' ', '1 2 3 4 ', 'a: ', 'Ab ', 'www.a.b.c ', '<b', 'Dana Moss, ', '- ', '(', 'a@', '0 - '].map((text) => [
        `lines of ${JSON.stringify(text)}`,
        { text: `hi\n-- \n${line(text)}` },
      ]),
    ),
  };
  for (const [what, change] of Object.entries(HUGE))
    it(`reads ${what} in far less than the seconds a runaway pattern takes`, () => {
      assert.ok(cpuSeconds(() => draftLead(mail(change), US)) < 5);
    });
});
