import assert from 'node:assert/strict';
import type { Card } from '../../src/cards/card.ts';
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
  async function press(verb: string, data: unknown, replyToId: string): Promise<Card> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const { body } = await bot.invoke<Answer>('adaptiveCard/action', value, { ...megan, replyToId });
    await bot.settled();
    return body.value;
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

  it('sees the form for a new lead become its card', async () => {
    await bot.say('new lead', channel);
    const form = bot.sent.at(-1)?.activity.attachments?.[0]?.content;
    const id = `m${bot.sent.length}`;
    assert.ok(form);
    await press('lead.create', { ...button(form, 'lead.create'), topic: 'Cups', lastName: 'Fresh' }, id);
    assert.match(JSON.stringify(changed().at(-1)), /Fresh/);
  });
});
