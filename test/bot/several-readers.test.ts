import assert from 'node:assert/strict';
import type { Card } from '../../src/cards/card.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { disqualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { actor } from '../temporary-desk.ts';
import { temporaryBot } from './temporary-bot.ts';

describe('a chat of several people', () => {
  let bot: Awaited<ReturnType<typeof temporaryBot>>;
  let anna: string;
  let bert: string;
  beforeEach(async () => {
    bot = await temporaryBot({ followsUp: true });
    await bot.desk.people.remember(actor('megan'));
    [anna, bert] = [await lead('Anna'), await lead('Bert')];
  });
  afterEach(() => bot.stop());

  async function lead(firstName: string): Promise<string> {
    const draft = { firstName, lastName: 'Doe', topic: 'Machines' };
    return (await createLead(bot.desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' })).lead.id;
  }
  const channel = {
    conversation: { id: '19:team', conversationType: 'channel', tenantId: actor('alex').tenantId },
    ...{ locale: 'en-US', localTimezone: 'America/New_York' },
  };
  const megan = {
    ...channel,
    from: { id: '29:megan', name: 'Megan Bowen', aadObjectId: actor('megan').id },
    ...{ locale: 'ja-JP', localTimezone: 'Asia/Tokyo' },
  };
  /** What Alex says, and the id of the answer. */
  async function posted(text: string): Promise<string> {
    await bot.say(text, channel);
    await bot.settled();
    const id = `m${bot.sent.length}`;
    bot.sent.length = 0;
    return id;
  }
  type Answer = { statusCode: number; value: Card };
  async function press(verb: string, data: unknown, replyToId: string, trigger = 'manual'): Promise<Card> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger };
    const { body } = await bot.invoke<Answer>('adaptiveCard/action', value, { ...megan, replyToId });
    await bot.settled();
    return body.value;
  }
  /** What Megan's client does by itself when it shows a card. */
  async function refresh(card: Card, replyToId: string): Promise<Card> {
    assert.ok(card.refresh);
    return press(card.refresh.action.verb, card.refresh.action.data, replyToId, 'automatic');
  }
  /** What a button of a card carries. */
  function button(card: Card, verb: string): Record<string, unknown> {
    let found: Record<string, unknown> = {};
    JSON.parse(JSON.stringify(card), (_key, value) => {
      if (value?.type === 'Action.Execute' && value.verb === verb) found = value.data;
      return value;
    });
    return found;
  }
  const note = (card: Card, text: string): Record<string, unknown> => ({ ...button(card, 'note.add'), text });
  const changed = () => bot.sent.filter(({ method }) => method === 'PUT');

  it('keeps a list as it is when somebody looks at one of its leads and works on that', async () => {
    const list = await posted('open leads');
    await press('note.add', note(await press('lead.show', { leadId: bert }, list), 'Likes tea'), list);
    assert.equal((await bot.desk.store.timeline(bert, { kind: 'note', limit: 5 })).items.length, 1);
    assert.deepEqual(changed(), []);
  });

  it('keeps the card of a lead when somebody works on another one beside it', async () => {
    const card = await posted('lead anna');
    await press('note.add', note(await press('lead.show', { leadId: bert }, card), 'Likes tea'), card);
    assert.deepEqual(changed(), []);
    assert.equal((await bot.desk.postedCards.of(anna, { limit: 5 })).length, 1);
  });

  it('sees what was done on the card it has, in the words and the time it was posted in', async () => {
    const card = await posted('lead anna');
    const look = await press('lead.show', { leadId: anna }, card);
    const { aside: _, ...direct } = note(look, 'Likes tea');
    await press('note.add', direct, card);
    assert.match(JSON.stringify(changed().at(-1)), /Likes tea/);
    assert.match(JSON.stringify(changed().at(-1)), /Qualify/);
    const [known] = await bot.desk.postedCards.of(anna, { limit: 5 });
    assert.deepEqual([known?.locale, known?.timeZone], ['en-US', 'America/New_York']);
    await press('note.add', note(look, 'Likes coffee'), card);
    assert.match(JSON.stringify(changed().at(-1)), /Likes coffee/);
  });

  it('keeps a list as it is when somebody’s client asks again for what they look at from there', async () => {
    const list = await posted('open leads');
    const look = await refresh(await press('lead.show', { leadId: bert }, list), list);
    await press('note.add', note(await refresh(look, list), 'Likes tea'), list);
    assert.deepEqual(changed(), []);
  });

  it('keeps a list as it is when a button on it is refused, and what is done from there', async () => {
    const list = await posted('qualify list');
    await disqualifyLead(bot.desk, actor('alex'), anna, { reason: 'lost' }, '*');
    const fresh = await press('lead.qualify', { leadId: anna, version: 1 }, list);
    assert.match(JSON.stringify(fresh), /最終変更者: Alex Wilber/);
    await press('lead.reactivate', button(fresh, 'lead.reactivate'), list);
    assert.equal((await bot.desk.store.lead(anna))?.status, 'open');
    assert.deepEqual(changed(), []);
  });

  it('keeps a card that somebody inserted up to date, once somebody’s client has asked for it', async () => {
    await posted('help');
    const value = { commandId: 'searchLeads', parameters: [{ name: 'q', value: 'anna' }], queryOptions: {} };
    type Found = { composeExtension: { attachments: { content: Card }[] } };
    const { body } = await bot.invoke<Found>('composeExtension/query', value, channel);
    const [inserted] = body.composeExtension.attachments;
    assert.ok(inserted);
    const look = await refresh(inserted.content, 'inserted');
    bot.sent.length = 0;
    await changeLead(bot.desk, actor('alex'), anna, { jobTitle: 'Buyer' }, '*');
    await bot.settled();
    assert.deepEqual(
      changed().map(({ path }) => path.split('/').at(-1)),
      ['inserted'],
    );
    assert.match(JSON.stringify(changed()), /Buyer/);
    await press(
      'note.add',
      note(await press('note.add', button(look, 'note.add'), 'inserted'), 'Likes tea'),
      'inserted',
    );
    assert.match(JSON.stringify(changed().at(-1)), /Likes tea/);
    const count = changed().length;
    for (let nth = 0; nth < 3; nth++) await refresh(look, 'inserted');
    assert.equal(changed().length, count);
  });

  it('sees the form for a new lead become its card', async () => {
    await bot.say('new lead', channel);
    const form = bot.sent.at(-1)?.activity.attachments?.[0]?.content;
    const id = `m${bot.sent.length}`;
    assert.ok(form);
    await press('lead.create', { ...button(form, 'lead.create'), topic: 'Cups', lastName: 'Fresh' }, id);
    assert.match(JSON.stringify(changed().at(-1)), /Fresh/);
  });
});
