import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { handleAction } from '../../src/actions/handle-action.ts';
import type { CardReply } from '../../src/actions/reply.ts';
import type { Card } from '../../src/cards/card.ts';
import type { View } from '../../src/cards/view.ts';
import type { Desk } from '../../src/leads/desk.ts';
import type { EmailMessage } from '../../src/leads/email-message.ts';
import type { LoggedEmail } from '../../src/leads/timeline.ts';
import { cardReply } from '../card-reply.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const VIEW: View = { host: 'outlook', audience: 'one', locale: 'en', timeZone: 'UTC' };
const file = (name: string, more: object = {}) => ({ name, contentType: 'text/plain', size: 5, ...more });
const MAIL = {
  internetMessageId: '<1@fabrikam.example>',
  conversationId: 'thread-1',
  from: { name: 'Grady Archie', address: 'grady@fabrikam.example' },
  to: [{ name: 'Alex', address: 'alex@contoso.example' }],
  subject: 'Espresso machines',
  sentAt: '2026-11-20T10:00:00Z',
  text: 'Hello, we need twelve.',
};
const ANSWER = {
  conversationId: 'thread-1',
  from: { name: 'Alex', address: 'alex@contoso.example' },
  to: [{ name: 'Grady Archie', address: 'grady@fabrikam.example' }],
  subject: 'Re: Espresso machines',
  sentAt: '2026-11-20T11:00:00Z',
  direction: 'sent' as const,
  text: 'Here is our offer.',
};

describe('the mail beside a card', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
  });
  afterEach(() => close());

  const act = (verb: string, data: object, mail?: object) =>
    cardReply(handleAction(desk, { actor: actor('alex'), verb, data, view: VIEW, ...(mail && { mail }) }));
  const text = ({ card }: CardReply) => JSON.stringify(card);
  const create = async (mail?: object) => {
    const form = { topic: 'Machines', lastName: 'Archie', email: MAIL.from.address, duplicates: 'allow' };
    const { changed = '' } = await act('lead.create', form, mail);
    return changed;
  };
  const emails = async (leadId: string): Promise<LoggedEmail[]> => {
    const { items } = await desk.store.timeline(leadId, { limit: 9, kind: 'email' });
    return items as LoggedEmail[];
  };

  it('offers nobody a lead to make who may not make one', async () => {
    const opens = (person: 'alex' | 'adele', verb = 'mail.open', data = {}) =>
      cardReply(handleAction(desk, { actor: actor(person), verb, data, mail: MAIL, view: VIEW }));
    assert.match(text(await opens('alex')), /lead\.create/);
    const card = text(await opens('adele'));
    assert.match(card, /No lead for this mail yet/);
    assert.match(card, /"verb":"lead\.list"/);
    const list = text(await opens('adele', 'lead.list'));
    for (const shown of [card, list]) assert.doesNotMatch(shown, /lead\.(create|new)/);
    for (const _ of ['one', 'two']) await create();
    const choice = text(await opens('adele'));
    assert.match(choice, /Several leads match this mail/);
    assert.doesNotMatch(choice, /lead\.(create|new)/);
  });

  it('is not about a lead because a colleague, whose address that lead has, wrote it', async () => {
    const megan = { name: 'Megan Bowen', address: 'megan@contoso.example' };
    const data = { topic: 'Machines', lastName: 'Bowen', email: megan.address, duplicates: 'allow' };
    const { changed = '' } = await act('lead.create', data);
    const opened = await act('mail.open', {}, { ...MAIL, from: megan });
    assert.ok(changed && !text(opened).includes(changed));
  });

  it('offers the files somebody attached, chosen, and says which cannot be kept', async () => {
    const attachments = [
      file('plan.pdf', { size: 480_000 }),
      file('logo.png', { isInline: true, size: 4000 }),
      file('screenshot.png', { isInline: true, size: 400_000 }),
      file('setup.exe'),
      file('film.mp4', { size: 26 * 1024 * 1024 }),
    ];
    const { card } = await act('mail.open', {}, { ...MAIL, attachments });
    const input = inputOf(card, 'files');
    assert.deepEqual(
      input.choices.map(({ value }) => value),
      ['0', '2'],
    );
    assert.equal(input.value, '0');
    assert.match(JSON.stringify(card), /not kept: 1/);
    assert.match(JSON.stringify(card), /setup\.exe \(runs when opened\)/);
    assert.match(JSON.stringify(card), /film\.mp4 \(larger than 25 MB\)/);
  });

  it('keeps the files chosen and names the others with the reason', async () => {
    const attachments = [
      file('plan.txt', { content: btoa('plan'), chosen: true }),
      file('lost.txt', { chosen: true }),
      file('other.txt'),
    ];
    const reply = await act(
      'lead.create',
      { topic: 'Machines', lastName: 'Archie', files: '0,1' },
      { ...MAIL, attachments },
    );
    const [logged] = await emails(reply.changed ?? '');
    assert.deepEqual(
      logged?.attachments.map(({ name }) => name),
      ['plan.txt'],
    );
    assert.match(text(reply), /Attachments: plan\.txt/);
    assert.match(text(reply), /lost\.txt \(could not be read from the mailbox\), other\.txt \(not chosen\)/);
  });

  it('shows a refused form with the files that were chosen', async () => {
    const attachments = [file('plan.txt'), file('price.txt')];
    const { card, refused } = await act('lead.create', { topic: 'Machines', files: '1' }, { ...MAIL, attachments });
    assert.equal(refused, 'invalid-input');
    assert.equal(inputOf(card, 'files').value, '1');
  });

  it('says whose address a lead was found by where somebody else wrote the mail', async () => {
    await create();
    assert.match(text(await act('mail.open', {}, MAIL)), /Matched: same address\./);
    const from = { name: 'Ian', address: 'ian@fabrikam.example' };
    const cc = [{ name: 'Grady', address: 'Grady@Fabrikam.example' }];
    const copied = text(await act('mail.open', {}, { ...MAIL, from, cc }));
    assert.match(copied, /Matched: grady@fabrikam\.example is among the recipients\./);
    await create();
    assert.match(text(await act('mail.open', {}, { ...MAIL, from, cc })), /Several leads.*is among the recipients\./);
  });

  it('follows a conversation until somebody says it is not about the lead, and again once a mail of it is logged', async () => {
    const leadId = await create(MAIL);
    const reply = { ...ANSWER, from: { name: '', address: 'new@elsewhere.example' }, to: [], internetMessageId: '2@x' };
    assert.match(text(await act('mail.open', {}, reply)), /same conversation/);
    const asked = await act('thread.unfollow', { leadId }, reply);
    assert.equal(asked.toast, 'This conversation no longer leads to that lead');
    for (const { card } of [asked, await act('mail.open', {}, reply)]) assert.equal(hasVerb(card, 'lead.create'), true);
    assert.equal((await emails(leadId))[0]?.conversationId, 'thread-1');
    await act('mail.log', { leadId }, reply);
    assert.match(text(await act('mail.open', {}, { ...reply, internetMessageId: '3@x' })), /same conversation/);
  });

  it('logs a draft nowhere before it is sent, and says where it will be logged', async () => {
    const leadId = await create(MAIL);
    const draft = (more: object = {}) => ({ ...ANSWER, draft: more });
    assert.equal((await act('mail.log', { leadId }, draft())).refused, 'invalid-input');
    assert.equal((await emails(leadId)).length, 1);
    assert.equal(hasVerb((await act('mail.open', {}, draft())).card, 'draft.log'), true);

    const chosen = await act('draft.log', { leadId }, draft());
    assert.equal(chosen.logsOn, leadId);
    assert.match(text(chosen), /logged here when it is sent/);
    assert.match(text(await act('mail.open', {}, draft({ always: true }))), /logged here when it is sent/);
    const left = await act('draft.leave', { leadId }, draft({ always: true }));
    assert.equal(left.logsOn, null);
    assert.match(text(left), /not logged when it is sent/);
  });

  it('makes a lead of whom a draft is written to, and remembers to log it', async () => {
    const form = await act('mail.open', {}, { ...ANSWER, draft: {} });
    assert.match(text(form), /"value":"Grady"/);
    assert.doesNotMatch(text(form), /does not look like/);
    const created = await act('lead.create', { topic: 'Offer', lastName: 'Archie' }, { ...ANSWER, draft: {} });
    assert.equal(created.logsOn, created.changed);
    assert.deepEqual(await emails(created.changed ?? ''), []);
  });

  describe('sent with a stamp', () => {
    const stamp = randomUUID();
    const sent = { ...ANSWER, stamp };
    const copy = { ...sent, internetMessageId: '<sent@contoso.example>', sentAt: '2026-11-20T11:00:07Z' };

    it('is the same mail when its copy has a message id, and afterwards without the stamp', async () => {
      const leadId = await create();
      await act('mail.log', { leadId }, sent);
      assert.match(text(await act('mail.open', {}, copy)), /This mail is on this lead/);
      const { stamp: _stripped, ...bare } = copy;
      assert.equal((await act('mail.log', { leadId }, bare)).toast, 'This email was logged already');
      const [logged, ...others] = await emails(leadId);
      assert.deepEqual([logged?.internetMessageId, logged?.sentAt, others], [copy.internetMessageId, copy.sentAt, []]);
    });

    it('leaves one entry when a copy without the stamp was logged before', async () => {
      const leadId = await create();
      await act('mail.log', { leadId }, sent);
      const { stamp: _stripped, ...bare } = copy;
      await act('mail.log', { leadId }, bare);
      await act('mail.open', {}, copy);
      const [logged, ...others] = await emails(leadId);
      assert.deepEqual([logged?.internetMessageId, others], [copy.internetMessageId, []]);
    });

    it('is another mail when somebody else put its stamp on his', async () => {
      const leadId = await create();
      await act('mail.log', { leadId }, sent);
      const forged: Partial<EmailMessage> = { ...MAIL, stamp } as Partial<EmailMessage>;
      await act('mail.open', {}, forged);
      assert.equal((await emails(leadId))[0]?.internetMessageId, null);
    });
  });
});

function hasVerb({ body, actions = [] }: Card, verb: string): boolean {
  return JSON.stringify([body, actions]).includes(`"verb":"${verb}"`);
}

function inputOf({ body }: Card, id: string) {
  const input = body.find((element) => element.type === 'Input.ChoiceSet' && element.id === id);
  assert.ok(input?.type === 'Input.ChoiceSet');
  return input;
}
