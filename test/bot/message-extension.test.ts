import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Action, Card } from '../../src/cards/card.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { complaints } from '../cards/complaints.ts';
import { actor } from '../temporary-desk.ts';
import { PUBLIC_URL, temporaryBot } from './temporary-bot.ts';

type Inserted = { contentType: string; content: Card; preview: { content: { title: string; text: string } } };
type Answer = {
  composeExtension?: { type: string; text?: string; attachments?: Inserted[] };
  task?: { type: string; value: { title: string; card: { content: Card } } };
};

/** A message as Teams hands it over, https://learn.microsoft.com/microsoftteams/platform/messaging-extensions. */
const MESSAGE = {
  linkToMessage: 'https://teams.microsoft.com/l/message/19:deal-room@thread.v2/1763978400000',
  id: '1763978400000',
  replyToId: null,
  createdDateTime: '2026-11-24T10:00:00.000Z',
  lastModifiedDateTime: null,
  deleted: false,
  subject: null,
  importance: 'normal',
  locale: 'en-us',
  body: {
    contentType: 'html',
    content:
      '<div><p>We need twelve espresso machines by March, call me at +1 425 555 0100.</p><p>Jane Doe<br>Head of Facilities<br>Fabrikam, Inc.</p></div>',
  },
  from: {
    device: null,
    conversation: null,
    user: { userIdentityType: 'aadUser', id: '99999999-0000-4000-8000-000000000009', displayName: 'Jane Doe' },
    application: null,
  },
  reactions: [],
  mentions: [],
};

describe('the message extension', () => {
  let bot: Awaited<ReturnType<typeof temporaryBot>>;
  beforeEach(async () => {
    bot = await temporaryBot();
  });
  afterEach(() => bot.stop());

  const lead = async (lastName: string, more: object = {}) =>
    (
      await createLead(
        bot.desk,
        actor('alex'),
        { lastName, topic: 'Machines', ...more },
        { via: 'api', duplicates: 'allow' },
      )
    ).lead;
  const search = async (text: string | boolean, queryOptions: object = { skip: 0, count: 25 }) => {
    const parameters = [typeof text === 'boolean' ? { name: 'initialRun', value: 'true' } : { name: 'q', value: text }];
    const { body } = await bot.invoke<Answer>('composeExtension/query', {
      commandId: 'searchLeads',
      parameters,
      queryOptions,
    });
    return body.composeExtension;
  };
  const titles = async (...asked: Parameters<typeof search>) =>
    (await search(...asked))?.attachments?.map(({ preview }) => preview.content.title);

  it('offers the leads somebody worked on last, then those that have what is typed, page by page', async () => {
    const old = await lead('Archie', { companyName: 'Fabrikam' });
    for (const name of ['Berg', 'Cole', 'Doe']) await lead(name);
    bot.desk.now = () => new Date(Date.now() + 1000);
    await changeLead(bot.desk, actor('alex'), old.id, { jobTitle: 'Buyer' }, '*');
    assert.deepEqual((await titles(true))?.[0], 'Archie');
    assert.deepEqual(await titles('fabri'), ['Archie']);
    assert.deepEqual(await titles('mach', { skip: 0, count: 2 }), ['Doe', 'Cole']);
    assert.deepEqual(await titles('mach', { skip: 2, count: 2 }), ['Berg', 'Archie']);
    assert.deepEqual(await titles('mach', { skip: 4, count: 2 }), []);
    assert.deepEqual(await titles('nobody'), []);
  });

  it('inserts the card with its buttons, and shows a stranger’s markup as text before', async () => {
    await lead('<img src=x onerror=alert(1)>');
    const [found] = (await search('img'))?.attachments ?? [];
    assert.equal(found?.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.deepEqual(complaints(found.content), []);
    assert.match(JSON.stringify(found.content.actions), /"verb":"lead.qualify"/);
    assert.match(found.preview.content.title, /^&#60;img/);
  });

  it('inserts a card for those who will read it, whatever else somebody may do', async () => {
    await bot.desk.people.remember(actor('miriam'));
    const from = { id: '29:miriam', name: 'Miriam Graham', aadObjectId: actor('miriam').id };
    const draft = { lastName: 'Doe', topic: 'Machines' };
    const { id } = (await createLead(bot.desk, actor('alex'), draft, { via: 'api', owner: null })).lead;
    for (const [name, value] of [
      ['query', { parameters: [{ name: 'q', value: 'doe' }] }],
      ['queryLink', { url: `${PUBLIC_URL}/leads/${id}` }],
    ] as const) {
      const { body } = await bot.invoke<Answer>(`composeExtension/${name}`, value, { from });
      const card = JSON.stringify(body.composeExtension?.attachments?.[0]?.content);
      assert.match(card, /"verb":"lead.assign"/, name);
      assert.doesNotMatch(card, /"verb":"lead.(delete|history)"/, name);
    }
  });

  it('says in a line when the leads cannot be reached', async () => {
    bot.desk.store.leads = () => Promise.reject(new LeadError('store-unavailable'));
    const answer = await search('doe');
    assert.equal(answer?.type, 'message');
    assert.match(answer.text ?? '', /cannot be reached/);
  });

  const open = async (more: object = {}) => {
    const value = { commandId: 'newLeadFromMessage', commandContext: 'message', messagePayload: MESSAGE, ...more };
    return (await bot.invoke<Answer>('composeExtension/fetchTask', value)).body.task;
  };
  const submit = (data: object, more: object = {}) =>
    bot.invoke<Answer>('composeExtension/submitAction', {
      commandId: 'newLeadFromMessage',
      commandContext: 'message',
      data,
      ...more,
    });
  const valuesOf = (card: Card | undefined) =>
    Object.fromEntries(
      JSON.stringify(card)
        .match(/"id":"\w+","label":"[^"]*","value":"[^"]*"/g)
        ?.map((input) => /"id":"(\w+)".*"value":"([^"]*)"/.exec(input)?.slice(1) as [string, string]) ?? [],
    );
  const buttonOf = (card: Card | undefined): Extract<Action, { type: 'Action.Submit' }> => {
    const [button] = card?.actions ?? [];
    assert.ok(button?.type === 'Action.Submit');
    return button;
  };

  it('makes one lead of a message, author and text filled in, and inserts its card', async () => {
    const task = await open();
    assert.equal(task?.type, 'continue');
    const form = task.value.card.content;
    assert.deepEqual(complaints(form), []);
    assert.doesNotMatch(JSON.stringify(form), /Action\.Execute/);
    assert.match(JSON.stringify(form), /From a message by Jane Doe/);
    const values = valuesOf(form);
    assert.equal(values.lastName, 'Doe');
    assert.equal(values.companyName, 'Fabrikam, Inc.');
    assert.equal(values.businessPhone, '+1 425 555 0100');
    assert.match(values.description ?? '', /twelve espresso machines.*teams\.microsoft\.com\/l\/message/);

    const data = { ...buttonOf(form).data, ...values };
    const answers = await Promise.all([submit(data), submit(data)]);
    const leads = (await bot.desk.store.leads({ limit: 9 })).items;
    assert.equal(leads.length, 1);
    assert.equal(leads[0]?.createdVia, 'message');
    for (const { body } of answers) {
      const [inserted] = body.composeExtension?.attachments ?? [];
      assert.match(JSON.stringify(inserted?.content), /"text":"Jane Doe"/);
      assert.match(JSON.stringify(inserted?.content), /Action\.Execute/);
    }
  });

  it('takes nobody who works here for the lead, however much they write', async () => {
    for (const id of [actor('alex').id, actor('megan').id]) {
      await bot.desk.people.remember({ ...actor('megan'), id });
      const from = { user: { id, displayName: 'Megan Bowen' } };
      const form = (
        await open({
          messagePayload: { ...MESSAGE, from, body: { contentType: 'text', content: 'Call grady@fabrikam.example' } },
        })
      )?.value.card.content;
      assert.match(JSON.stringify(form), /From a message by Megan Bowen/);
      assert.equal(valuesOf(form).lastName, undefined);
      assert.equal(valuesOf(form).email, 'grady@fabrikam.example');
    }
  });

  it('keeps the dialog open with what is wrong, and asks about a likely duplicate there', async () => {
    await lead('Archie', { email: 'jane@fabrikam.example' });
    const form = (await open({ commandContext: 'compose', messagePayload: undefined }))?.value.card.content;
    const { data } = buttonOf(form);
    const empty = (await submit({ ...data, topic: 'Cups', lastName: ' ' })).body.task;
    assert.match(JSON.stringify(empty), /Last name is required/);
    const typed = { ...data, topic: 'Cups', lastName: 'Doe', email: 'jane@fabrikam.example' };
    const asked = (await submit(typed)).body.task?.value.card.content;
    assert.match(JSON.stringify(asked), /same email/);
    const done = await submit({ ...typed, ...buttonOf(asked).data });
    assert.equal(done.body.composeExtension?.type, 'result');
    assert.equal((await bot.desk.store.leads({ limit: 9 })).items.length, 2);
  });

  it('unfolds the link of a lead, and nothing else', async () => {
    const { id } = await lead('Doe');
    const unfold = async (url: string) =>
      (await bot.invoke<Answer>('composeExtension/queryLink', { url })).body.composeExtension?.attachments;
    for (const url of [`${PUBLIC_URL}/leads/${id}`, `${PUBLIC_URL}/tab/?lead=${id}`]) {
      const [unfolded] = (await unfold(url)) ?? [];
      assert.match(JSON.stringify(unfolded?.content), /"text":"Doe"/, url);
      assert.match(unfolded?.preview.content.title ?? '', /Doe: Machines/);
    }
    const gone = '01990000-0000-7000-8000-00000000dead';
    for (const url of [`${PUBLIC_URL}/leads/${gone}`, `https://evil.example/leads/${id}`, `${PUBLIC_URL}/`, 'x']) {
      assert.equal(await unfold(url), undefined, url);
    }
  });

  it('offers colleagues while somebody types a name, and nothing for another list', async () => {
    for (const who of ['alex', 'megan', 'miriam'] as const) await bot.desk.people.remember(actor(who));
    const type = async (queryText: string, dataset = 'people') =>
      (
        await bot.invoke<{ value: { results: { title: string; value: string }[] } }>('application/search', {
          ...{ queryText, queryOptions: { skip: 0, top: 15 }, dataset },
        })
      ).body.value.results;
    assert.deepEqual(await type('m'), [
      { title: 'Megan Bowen', value: actor('megan').id },
      { title: 'Miriam Graham', value: actor('miriam').id },
    ]);
    assert.deepEqual(await type('m', 'planets'), []);
  });

  it('opens a form as a dialog and closes it when its work is done', async () => {
    const { id } = await lead('Doe');
    const { body } = await bot.invoke<Answer>('task/fetch', {
      data: { msteams: { type: 'task/fetch' }, verb: 'lead.edit', leadId: id },
    });
    const form = body.task?.value.card.content;
    assert.equal(body.task?.value.title, 'Edit lead');
    assert.equal(form?.actions?.length, 1);
    const data = { ...buttonOf(form).data, ...valuesOf(form), topic: 'Cups' };
    const again = await bot.invoke<Answer>('task/submit', { data: { ...data, lastName: '' } });
    assert.match(JSON.stringify(again.body.task), /Last name is required/);
    assert.deepEqual(await bot.invoke('task/submit', { data }), { status: 200, body: undefined });
    assert.equal((await bot.desk.store.lead(id))?.topic, 'Cups');
    const stale = await bot.invoke<Answer>('task/submit', { data });
    assert.match(JSON.stringify(stale.body.task), /changed in the meantime/);
  });

  it('answers whatever it is sent', async () => {
    const names = ['query', 'queryLink', 'fetchTask', 'submitAction'].map((name) => `composeExtension/${name}`);
    const name = fc.constantFrom(...names, 'task/fetch', 'task/submit', 'application/search');
    await fc.assert(
      fc.asyncProperty(name, fc.jsonValue(), async (asked, value) => {
        const { status } = await bot.invoke(asked, value);
        assert.ok(status === 200 || status === 400, `${asked} ${JSON.stringify(value)}: ${status}`);
      }),
      { numRuns: 60 },
    );
    for (const asked of ['submitAction', 'fetchTask']) {
      assert.equal((await bot.invoke(`composeExtension/${asked}`, null)).status, 400);
    }
    assert.equal((await submit({ verb: 'lead.explode' })).status, 400);
  });
});
