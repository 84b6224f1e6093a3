import assert from 'node:assert/strict';
import { commitsIn } from '../commits-in.ts';
import { temporaryBot } from './temporary-bot.ts';

const LEAD = '01890000-0000-7000-8000-000000000001';
const DATA = { requestId: LEAD, topic: 'Licences', lastName: 'Doe' };

describe('a turn on SQLite', () => {
  let bot: Awaited<ReturnType<typeof temporaryBot>>;
  beforeEach(async () => {
    bot = await temporaryBot();
    // The person and the chat are met.
    await press('help', {});
  });
  afterEach(() => bot.stop());

  async function press(verb: string, data: object, more: object = {}) {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const { body } = await bot.invoke<{ statusCode: number }>('adaptiveCard/action', value, more);
    await bot.settled();
    return body;
  }
  async function commitsOf(verb: string, data: object): Promise<number> {
    const before = commitsIn(bot.file);
    assert.equal((await press(verb, data, { replyToId: `card of ${verb}` })).statusCode, 200);
    return commitsIn(bot.file) - before;
  }

  it('that only shows makes nothing durable', async () => {
    await press('lead.create', DATA);
    assert.equal(await commitsOf('help', {}), 0);
    assert.equal(await commitsOf('lead.show', { leadId: LEAD }), 0);
    assert.equal(await commitsOf('lead.list', {}), 0);
  });

  it('that changes a lead makes the change durable, and its answer and its card together after it', async () => {
    const records = { currency: 'EUR', createOpportunity: 'true', createContact: 'true' };
    assert.equal(await commitsOf('lead.create', DATA), 2);
    assert.equal(await commitsOf('lead.qualify', { leadId: LEAD, version: 1, ...records }), 2);
  });

  it('delivered again makes nothing durable', async () => {
    const more = { id: 'click', replyToId: 'card' };
    const first = await press('lead.create', DATA, more);
    const before = commitsIn(bot.file);
    assert.deepEqual(await press('lead.create', DATA, more), first);
    assert.equal(commitsIn(bot.file), before);
  });
});
