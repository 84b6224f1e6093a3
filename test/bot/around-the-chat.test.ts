import assert from 'node:assert/strict';
import { teamsApp } from '../../bot/teams-app.ts';
import type { Card, Submit } from '../../src/cards/card.ts';
import { leadCard } from '../../src/cards/lead-card.ts';
import { leadInLink } from '../../src/cards/lead-link.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { actor } from '../temporary-desk.ts';
import { PUBLIC_URL, temporaryBot } from './temporary-bot.ts';

const VIEW = { host: 'teams', audience: 'one', locale: 'en', timeZone: 'UTC' } as const;

describe('around the chat', () => {
  let bot: Awaited<ReturnType<typeof temporaryBot>>;
  let lead: Lead;
  beforeEach(async () => {
    bot = await temporaryBot({ followsUp: true });
    await bot.desk.people.remember(actor('megan'));
    const draft = { lastName: 'Doe', topic: 'Machines' };
    lead = (await createLead(bot.desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' })).lead;
  });
  afterEach(() => bot.stop());

  const inTeams = (of: Lead = lead) =>
    leadCard(of, actor('alex'), { ...VIEW, teams: teamsApp(true, () => PUBLIC_URL) }, { timeline: [] });
  const links = (card: Card) =>
    [...JSON.stringify(card).matchAll(/"url":"(https:[^"]*)"/g)].map(([, url]) => url ?? '');
  const dialogs = (card: Card) =>
    [...JSON.stringify(card).matchAll(/\{"msteams":[^}]*\}[^}]*\}/g)].map(
      ([data]) => JSON.parse(data) as Submit['data'],
    );

  it('a lead opens in the Leads tab, from a link that unfolds where it is pasted', async () => {
    const [link, ...others] = links(inTeams());
    assert.match(link ?? '', /^https:\/\/teams\.microsoft\.com\/l\/entity\/[0-9a-f-]{36}\/leads\?/);
    assert.equal(leadInLink(PUBLIC_URL, link ?? ''), lead.id);
    assert.equal(others.length, 0);
    const said = await bot.say('lead doe');
    assert.deepEqual(links(said.attachments?.[0]?.content as Card), [`${PUBLIC_URL}/leads/${lead.id}`]);
  });

  it('the long form opens as a dialog where buttons can do that, and its end changes the lead', async () => {
    const [data, ...others] = dialogs(inTeams());
    assert.deepEqual(data, { msteams: { type: 'task/fetch' }, verb: 'lead.edit', leadId: lead.id });
    assert.equal(others.length, 0);
    type Answer = { task: { value: { card: { content: Card } } } };
    const { body } = await bot.invoke<Answer>('task/fetch', { data });
    const [save] = body.task.value.card.content.actions ?? [];
    assert.ok(save?.type === 'Action.Submit');
    const typed = { ...save.data, lastName: 'Doe', topic: 'Machines', jobTitle: 'Buyer' };
    const done = await bot.invoke('task/submit', { data: typed });
    assert.deepEqual(done, { status: 200, body: undefined });
    assert.equal((await bot.desk.store.lead(lead.id))?.jobTitle, 'Buyer');
  });

  it('the dialog’s button is the form in the chat on a host that sends it as a message', async () => {
    const [data] = dialogs(inTeams());
    await bot.post({ type: 'message', value: data, replyToId: 'posted-1' });
    assert.equal(bot.sent[0]?.method, 'PUT');
    assert.match(JSON.stringify(bot.sent[0]?.activity), /"verb":"lead.update"/);
  });

  it('no button opens a dialog where none can be opened, or where there is nothing to edit', async () => {
    assert.deepEqual(dialogs((await bot.say('lead doe')).attachments?.[0]?.content as Card), []);
    assert.deepEqual(dialogs(inTeams({ ...lead, status: 'qualified', statusReason: 'qualified' })), []);
  });

  it('colleagues who are mentioned in a command are those who are meant', async () => {
    const said = (what: string, conversationId: string) => {
      const mention = (id: string, name: string) => ({
        ...{ type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` },
      });
      return bot.say(`<at>Lead Desk</at> ${what} <at>Megan Bowen</at>`, {
        conversation: { id: conversationId, conversationType: 'channel', tenantId: actor('alex').tenantId },
        entities: [mention('28:bot', 'Lead Desk'), mention('29:megan', 'Megan Bowen')],
      });
    };
    await said('assign doe to', '19:one');
    assert.equal((await bot.desk.store.lead(lead.id))?.ownerId, actor('megan').id);
    await said('notify here owner', '19:two');
    await bot.settled();
    const [subscription] = await bot.desk.subscriptions.all();
    assert.deepEqual(subscription?.filters, { ownerId: actor('megan').id });
  });

  it('new leads are told of nowhere while it is not understood which, and of those that are chosen then', async () => {
    const conversation = { id: '19:sales', conversationType: 'groupChat' };
    for (const text of [
      'notify here nonsense',
      'notify here not web',
      'notify here hot or warm',
      'notify here web, Megan',
    ]) {
      const card = JSON.stringify((await bot.say(text, { conversation })).attachments?.[0]?.content);
      assert.match(card, /I did not understand “.*"id":"rating".*"verb":"notify.here"/, text);
      assert.deepEqual(await bot.desk.subscriptions.all(), [], text);
    }
    const choose = async (data: object) => {
      const value = { action: { verb: 'notify.here', data }, trigger: 'manual' };
      await bot.invoke('adaptiveCard/action', value, { conversation, replyToId: 'asked' });
      return (await bot.desk.subscriptions.all()).map(({ filters }) => filters);
    };
    assert.deepEqual(await choose({ rating: 'hot', source: '', owner: 'somebody' }), []);
    const chosen = { rating: 'hot', source: 'trade-show', ownerId: actor('alex').id };
    assert.deepEqual(await choose({ rating: 'hot', source: 'trade-show', owner: 'Alex Wilber' }), [chosen]);
    assert.deepEqual(await choose({}), [{}]);
  });

  it('whom a lead was given to stands on its card until the lead changes', async () => {
    const { attachments } = await bot.say('assign doe to megan');
    assert.match(JSON.stringify(attachments), /Assigned to Megan Bowen/);
    await bot.settled();
    assert.equal(bot.sent.filter(({ method }) => method === 'PUT').length, 0);
    await changeLead(bot.desk, actor('megan'), lead.id, { jobTitle: 'Buyer' }, '*');
    await bot.settled();
    const update = bot.sent.find(({ method }) => method === 'PUT');
    assert.match(JSON.stringify(update?.activity.attachments), /Buyer/);
    assert.doesNotMatch(JSON.stringify(update?.activity), /Assigned to/);
  });

  it('a lead that was opened from a list is asked for again by the client of whoever looks at it', async () => {
    await bot.say('my leads');
    const press = async (trigger: string, verb: string, data: object) => {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger };
      return (await bot.invoke<{ value: Card }>('adaptiveCard/action', value, { replyToId: 'm1' })).body.value;
    };
    let look = await press('manual', 'lead.show', { leadId: lead.id });
    await changeLead(bot.desk, actor('megan'), lead.id, { jobTitle: 'Buyer' }, '*');
    for (let nth = 0; nth < 2; nth++) {
      assert.deepEqual(look.refresh?.userIds, ['29:alex']);
      look = await press('automatic', look.refresh?.action.verb ?? '', look.refresh?.action.data ?? {});
      assert.match(JSON.stringify(look), /Buyer/);
    }
    await bot.settled();
    assert.equal(bot.sent.length, 1);
    const done = await press('manual', 'task.add', { leadId: lead.id, text: 'Call', dueAt: '2030-01-01' });
    assert.equal(done.refresh, undefined);
    await bot.settled();
    assert.match(JSON.stringify(bot.sent.at(-1)?.activity.attachments), /Call/);
  });

  it('why a button’s fallback was refused stands on the card until the lead changes', async () => {
    const { version } = await changeLead(bot.desk, actor('megan'), lead.id, { jobTitle: 'Buyer' }, '*');
    const conversation = { id: '19:team', conversationType: 'channel', tenantId: actor('alex').tenantId };
    const press = (data: object, from = {}) =>
      bot.post({ type: 'message', value: { leadId: lead.id, ...data }, replyToId: 'posted-1', conversation, ...from });
    const shown = () =>
      bot.sent.filter(({ method }) => method === 'PUT').map(({ activity }) => JSON.stringify(activity));
    await press({ verb: 'lead.qualify', version: version - 1 });
    await bot.settled();
    assert.equal(shown().length, 1);
    assert.match(shown().at(-1) ?? '', /changed in the meantime.*Last changed by Megan Bowen/);
    await bot.desk.people.remember(actor('adele'));
    await press({ verb: 'lead.qualify', version }, { from: { id: '29:adele', aadObjectId: actor('adele').id } });
    await bot.settled();
    assert.equal(shown().length, 2);
    assert.match(shown().at(-1) ?? '', /Your role does not allow this/);
    await changeLead(bot.desk, actor('megan'), lead.id, { jobTitle: 'Head of Purchasing' }, '*');
    await bot.settled();
    assert.match(shown().at(-1) ?? '', /Head of Purchasing/);
    assert.doesNotMatch(shown().at(-1) ?? '', /Your role/);
  });

  describe('a card somebody inserts', () => {
    type Answer = { composeExtension: { attachments: { content: Card }[] } };
    const insert = async (conversation: object) => {
      const value = { commandId: 'searchLeads', parameters: [{ name: 'q', value: 'doe' }], queryOptions: {} };
      const { body } = await bot.invoke<Answer>('composeExtension/query', value, { conversation });
      return body.composeExtension.attachments[0]?.content.refresh;
    };
    const { tenantId } = actor('alex');

    it('is asked for again by everybody where the bot is not and knows nobody', async () => {
      for (const conversation of [
        { id: '19:alex-megan@unq.gbl.spaces', conversationType: 'personal', tenantId },
        { id: '19:elsewhere@thread.v2', conversationType: 'groupChat', tenantId },
      ]) {
        const refresh = await insert(conversation);
        assert.equal(refresh?.action.verb, 'lead.show');
        assert.ok(refresh && !('userIds' in refresh));
        await bot.settled();
        assert.equal(await bot.desk.conversations.find(conversation.id), undefined);
      }
    });

    it('is asked for again by those who were seen where the bot is', async () => {
      const conversation = { id: '19:deal-room@thread.v2', conversationType: 'groupChat', tenantId };
      const megan = { id: '29:megan', name: 'Megan Bowen', aadObjectId: actor('megan').id };
      await bot.say('help', { conversation });
      await bot.say('help', { conversation, from: megan });
      await bot.settled();
      assert.deepEqual((await insert(conversation))?.userIds, ['29:megan', '29:alex']);
    });

    it('does not make a chat of two people somebody’s chat with the bot', async () => {
      const conversation = { id: '19:alex-megan@unq.gbl.spaces', conversationType: 'personal', tenantId };
      const value = { action: { verb: 'lead.show', data: { leadId: lead.id } }, trigger: 'manual' };
      await bot.invoke('adaptiveCard/action', value, { conversation, replyToId: 'inserted' });
      await bot.settled();
      assert.equal(await bot.desk.conversations.ofPerson(actor('alex').id), undefined);
    });
  });
});
