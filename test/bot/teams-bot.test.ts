import assert from 'node:assert/strict';
import { LeadError } from '../../src/leads/lead-error.ts';
import { actor } from '../temporary-desk.ts';
import { temporaryBot } from './temporary-bot.ts';

describe('the Teams bot', () => {
  let bot: Awaited<ReturnType<typeof temporaryBot>>;
  beforeEach(async () => {
    bot = await temporaryBot({ followsUp: true });
  });
  afterEach(() => bot.stop());

  const press = (id: string, verb: unknown, data: unknown) => ({
    ...{ id, type: 'invoke', name: 'adaptiveCard/action', replyToId: 'posted-1' },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
  const create = (id: string) =>
    press(id, 'lead.create', { requestId: '01890000-0000-7000-8000-000000000001', topic: 'Licences', lastName: 'Doe' });

  it('fills the form from what was typed, mentions of the bot left out', async () => {
    const text = '<at>Lead Desk</at>&nbsp;new lead Jane Doe, Contoso, jane@contoso.com, +1 425 555 0100';
    const entities = [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Lead Desk</at>' }];
    await bot.post({ id: '1', type: 'message', text, entities });
    const card = JSON.stringify(bot.sent[0]?.activity.attachments?.[0]?.content);
    for (const value of ['Jane', 'Doe', 'Contoso', 'jane@contoso.com', '+1 425 555 0100']) {
      assert.match(card, new RegExp(`"value":"${value.replace('+', '\\+')}"`));
    }
  });

  it('fills the form from the lines somebody pasted', async () => {
    await bot.post({ id: '1', type: 'message', text: 'new lead\r\nJane Doe\r\nTailspin Toys\r\njane@tailspin.com' });
    const card = JSON.stringify(bot.sent[0]?.activity.attachments?.[0]?.content);
    for (const value of ['Jane', 'Doe', 'Tailspin Toys', 'jane@tailspin.com'])
      assert.match(card, new RegExp(`"value":"${value}"`));
  });

  it('answers a click at once and brings the posted message up to date afterwards', async () => {
    const { status, body } = await bot.post(create('1'));
    assert.equal(status, 200);
    assert.equal((body as { statusCode: number }).statusCode, 200);
    await bot.settled();
    assert.deepEqual(
      bot.sent.map(({ method, path }) => [method, path.split('/').at(-1)]),
      [['PUT', 'posted-1']],
    );
  });

  it('does the work of an activity once, however often it is delivered', async () => {
    const answers = await Promise.all([bot.post(create('7')), bot.post(create('7')), bot.post(create('8'))]);
    assert.deepEqual(answers[0], answers[1]);
    assert.equal((await bot.desk.store.leads({ limit: 10 })).items.length, 1);
    await bot.post({ id: '9', type: 'message', text: 'help' });
    await bot.post({ id: '9', type: 'message', text: 'help' });
    await bot.settled();
    assert.equal(bot.sent.filter(({ method }) => method === 'POST').length, 1);
    // Ids are those of a conversation.
    await bot.post({
      id: '9',
      type: 'message',
      text: 'help',
      conversation: { id: 'a:2', conversationType: 'personal' },
    });
    await bot.settled();
    assert.equal(bot.sent.filter(({ method }) => method === 'POST').length, 2);
  });

  it('does nothing for somebody who has no request left', async () => {
    const strict = await temporaryBot({ mayAct: async (personId) => personId !== actor('alex').id });
    for (const activity of [create('1'), { id: '2', type: 'message', text: 'help' }]) {
      const { status, body } = await strict.post(activity);
      assert.deepEqual([status, (body as { type: string }).type], [429, '/problems/too-many-requests']);
    }
    assert.deepEqual((await strict.desk.store.leads({ limit: 10 })).items, []);
    assert.deepEqual(strict.sent, []);
    await strict.stop();
  });

  it('searches with what fits of a long text behind a command', async () => {
    for (const command of [
      'find',
      'lead',
      'show',
      'qualify',
      'disqualify',
      'assign',
      'open leads of',
      'bulk qualify',
    ]) {
      const { text, attachments } = await bot.say(`${command} ${'fabrikam '.repeat(200)}to megan`);
      assert.equal(text, undefined, command);
      assert.ok(attachments?.[0]?.content, command);
      assert.doesNotMatch(JSON.stringify(attachments), /Something broke/, command);
    }
  });

  it('leaves a card that somebody inserted to those it was sent to', async () => {
    const text =
      '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension"> <span itemprop="cardId"></span></span>';
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }];
    await bot.post({ id: '1', type: 'message', text, attachments });
    await bot.post({ id: '2', type: 'message', attachments });
    assert.equal(bot.sent.length, 0);
    await bot.post({ id: '3', type: 'message', text: `my leads ${text}`, attachments });
    assert.match(JSON.stringify(bot.sent[0]?.activity), /My open leads/);
  });

  it('says what is wrong with a card action it does not know', async () => {
    for (const activity of [
      press('1', 'constructor', {}),
      press('2', undefined, {}),
      { ...press('3', 'help', {}), value: {} },
    ]) {
      const { status, body } = await bot.post(activity);
      assert.equal(status, 200);
      assert.equal((body as { statusCode: number }).statusCode, 400);
    }
    assert.equal((await bot.send({ type: 5 })).status, 400);
    assert.equal((await bot.send([])).status, 400);
  });

  it('answers a fault with a reference and nothing of what went wrong', async () => {
    bot.desk.store.leads = () => Promise.reject(new Error('secret path'));
    const { status, body } = await bot.post(press('1', 'lead.list', {}));
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /Reference [0-9a-f]{8}/);
    assert.doesNotMatch(JSON.stringify(body), /secret/);
    await bot.post({ id: '2', type: 'message', text: 'my leads' });
    assert.match(bot.sent[0]?.activity.text ?? '', /Reference/);
    await bot.post({ id: '3', type: 'message', text: 'my leads', locale: 'de-DE' });
    assert.match(bot.sent[1]?.activity.text ?? '', /Referenz: [0-9a-f]{8}/);
  });

  it('offers the same again while the store is away, whichever question to it comes first', async () => {
    const away = () => Promise.reject(new LeadError('store-unavailable'));
    const { find } = bot.desk.people;
    bot.desk.people.find = away;
    const { body } = await bot.post(create('1'));
    assert.equal((body as { statusCode: number }).statusCode, 200);
    assert.match(JSON.stringify(body), /cannot be reached just now.*"verb":"lead.create".*"lastName":"Doe"/);
    const card = (await bot.say('find doe')).attachments?.[0]?.content;
    assert.match(JSON.stringify(card), /cannot be reached just now.*"verb":"lead.list"/);
    bot.desk.people.find = find;
    // Nothing was kept as the answer to it: delivered again, it is done.
    await bot.post(create('1'));
    assert.equal((await bot.desk.store.leads({ limit: 10 })).items.length, 1);
  });

  it('greets once when it is installed', async () => {
    await bot.post({ id: '1', type: 'installationUpdate', action: 'add' });
    await bot.post({ id: '2', type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    await bot.post({ id: '3', type: 'installationUpdate', action: 'add-upgrade' });
    assert.equal(bot.sent.length, 1);
  });

  it('greets again when it was removed in between', async () => {
    const times = async (count: number) => {
      await bot.settled();
      assert.equal(bot.sent.length, count);
    };
    await bot.post({ id: '1', type: 'installationUpdate', action: 'add' });
    await times(1);
    await bot.post({ id: '2', type: 'installationUpdate', action: 'remove' });
    await bot.post({ id: '3', type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] });
    await times(1);
    await bot.post({ id: '4', type: 'installationUpdate', action: 'add' });
    await bot.post({ id: '5', type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    await times(2);
  });

  it('says in the language of whoever pressed that a button cannot be used, whichever way it is sent', async () => {
    const noId = '01890000-0000-7000-8000-00000000000x';
    for (const [verb, data] of [
      ['constructor', {}],
      ['lead.show', { leadId: noId }],
      ['lead.show', {}],
      ['lead.list', { view: 'nonsense' }],
    ] as const) {
      bot.sent.length = 0;
      const { body } = await bot.post({
        ...press(`pressed ${verb} ${Object.keys(data)}`, verb, data),
        locale: 'de-DE',
      });
      const value = { verb, ...data };
      await bot.post({ type: 'message', value, replyToId: 'posted-1', locale: 'de-DE' });
      const said = 'Diese Schaltfläche lässt sich nicht mehr verwenden. Öffnen Sie den Lead noch einmal.';
      assert.equal((body as { value: { message: string } }).value.message, said);
      assert.deepEqual(
        bot.sent.map(({ method, activity }) => [method, activity.text]),
        [['POST', said]],
      );
    }
  });

  it('answers with a message where the one that was pressed on cannot be changed', async () => {
    bot.refused.add('PUT');
    await bot.post(create('1'));
    const [lead] = (await bot.desk.store.leads({ limit: 1 })).items;
    await bot.settled();
    const value = { verb: 'lead.disqualify', leadId: lead?.id, version: 1, reason: 'lost' };
    await bot.post({ id: '2', type: 'message', value, replyToId: 'inserted' });
    await bot.settled();
    assert.match(JSON.stringify(bot.sent), /Reactivate/);
    assert.deepEqual(
      bot.sent.map(({ method }) => method),
      ['POST'],
    );
    assert.ok(await bot.desk.postedCards.find({ conversationId: 'a:1', activityId: 'm1' }));
  });

  it('takes a button’s fallback, a message with a value, for the click it is', async () => {
    const value = { verb: 'lead.create', topic: 'Licences', lastName: 'Doe' };
    await bot.post({ id: '1', type: 'message', value, replyToId: 'posted-1' });
    assert.equal((await bot.desk.store.leads({ limit: 10 })).items.length, 1);
    assert.equal(bot.sent[0]?.method, 'PUT');
  });
});
