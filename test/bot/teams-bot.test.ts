import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMessagesHandler } from '../../bot/messages-route.ts';
import { createHttpServer } from '../../src/http/http-server.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { createLog } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';

type Sent = { method: string; path: string; activity: { text?: string; attachments?: { content: unknown }[] } };

describe('the Teams bot', () => {
  let desk: OpenedDesk;
  let sent: Sent[];
  let post: (activity: unknown) => Promise<{ status: number; body: unknown }>;
  let settled: () => Promise<void>;
  let base: Record<string, unknown>;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    const temporary = await temporaryDesk();
    desk = temporary.desk;
    const log = createLog({ level: 'silent', local: false });
    const bot = createMessagesHandler({
      desk,
      log,
      defaultRole: 'salesperson',
      publicUrl: () => 'https://leads.contoso.example',
    });
    bot.worker.start();
    settled = async () => {
      await bot.settled();
      await bot.worker.settled();
    };
    const handle = bot.handle as never;
    const rawRoutes = [{ method: 'post' as const, path: '/api/messages', handle }];
    const { answers } = temporary;
    const server = createHttpServer({
      desk,
      log,
      answers,
      metrics: createMetrics(),
      signIn: async () => actor('alex'),
      routes: [],
      rawRoutes,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sent = [];
    const connector = await standInConnector(sent);
    base = {
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`,
      from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: LOCAL_PEOPLE.alex?.id },
      recipient: { id: '28:bot', name: 'Lead Desk' },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: LOCAL_PEOPLE.alex?.tenantId },
    };
    post = async (activity) => {
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    };
    stop = async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await bot.settled();
      await bot.worker.stop();
      connector.closeAllConnections();
      await new Promise((resolve) => connector.close(resolve));
      await temporary.close();
    };
  });
  afterEach(() => stop());

  const press = (id: string, verb: unknown, data: unknown) => ({
    ...base,
    ...{ id, type: 'invoke', name: 'adaptiveCard/action', replyToId: 'posted-1' },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
  const create = (id: string) =>
    press(id, 'lead.create', { requestId: '01890000-0000-7000-8000-000000000001', topic: 'Licences', lastName: 'Doe' });

  it('fills the form from what was typed, mentions of the bot left out', async () => {
    const text = '<at>Lead Desk</at>&nbsp;new lead Jane Doe, Contoso, jane@contoso.com, +1 425 555 0100';
    const entities = [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Lead Desk</at>' }];
    await post({ ...base, id: '1', type: 'message', text, entities });
    const card = JSON.stringify(sent[0]?.activity.attachments?.[0]?.content);
    for (const value of ['Jane', 'Doe', 'Contoso', 'jane@contoso.com', '+1 425 555 0100']) {
      assert.match(card, new RegExp(`"value":"${value.replace('+', '\\+')}"`));
    }
  });

  it('answers a click at once and brings the posted message up to date afterwards', async () => {
    const { status, body } = await post(create('1'));
    assert.equal(status, 200);
    assert.equal((body as { statusCode: number }).statusCode, 200);
    await settled();
    assert.deepEqual(
      sent.map(({ method, path }) => [method, path.split('/').at(-1)]),
      [['PUT', 'posted-1']],
    );
  });

  it('does the work of an activity once, however often it is delivered', async () => {
    const answers = await Promise.all([post(create('7')), post(create('7')), post(create('8'))]);
    assert.deepEqual(answers[0], answers[1]);
    assert.equal((await desk.store.leads({ limit: 10 })).items.length, 1);
    await post({ ...base, id: '9', type: 'message', text: 'help' });
    await post({ ...base, id: '9', type: 'message', text: 'help' });
    await settled();
    assert.equal(sent.filter(({ method }) => method === 'POST').length, 1);
  });

  it('leaves a card that somebody inserted to those it was sent to', async () => {
    const text =
      '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension"> <span itemprop="cardId"></span></span>';
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }];
    await post({ ...base, id: '1', type: 'message', text, attachments });
    await post({ ...base, id: '2', type: 'message', attachments });
    assert.equal(sent.length, 0);
    await post({ ...base, id: '3', type: 'message', text: `my leads ${text}`, attachments });
    assert.match(JSON.stringify(sent[0]?.activity), /My open leads/);
  });

  it('says what is wrong with a card action it does not know', async () => {
    for (const activity of [
      press('1', 'constructor', {}),
      press('2', undefined, {}),
      { ...press('3', 'help', {}), value: {} },
    ]) {
      const { status, body } = await post(activity);
      assert.equal(status, 200);
      assert.equal((body as { statusCode: number }).statusCode, 400);
    }
    assert.equal((await post({ type: 5 })).status, 400);
    assert.equal((await post([])).status, 400);
  });

  it('answers a fault with a reference and nothing of what went wrong', async () => {
    desk.store.leads = () => Promise.reject(new Error('secret path'));
    const { status, body } = await post(press('1', 'lead.list', {}));
    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /Reference [0-9a-f]{8}/);
    assert.doesNotMatch(JSON.stringify(body), /secret/);
    await post({ ...base, id: '2', type: 'message', text: 'my leads' });
    assert.match(sent[0]?.activity.text ?? '', /Reference/);
  });

  it('greets once when it is installed', async () => {
    await post({ ...base, id: '1', type: 'installationUpdate', action: 'add' });
    await post({ ...base, id: '2', type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    await post({ ...base, id: '3', type: 'installationUpdate', action: 'add-upgrade' });
    assert.equal(sent.length, 1);
  });

  it('takes a button’s fallback, a message with a value, for the click it is', async () => {
    const value = { verb: 'lead.create', topic: 'Licences', lastName: 'Doe' };
    await post({ ...base, id: '1', type: 'message', value, replyToId: 'posted-1' });
    assert.equal((await desk.store.leads({ limit: 10 })).items.length, 1);
    assert.equal(sent[0]?.method, 'PUT');
  });
});

/** What Teams' connector does for a bot here: takes what is sent and updated, and remembers it. */
async function standInConnector(sent: Sent[]): Promise<Server> {
  const server = createServer(async (req, res) => {
    let text = '';
    for await (const chunk of req) text += chunk;
    sent.push({ method: req.method ?? '', path: req.url ?? '', activity: JSON.parse(text || '{}') });
    // Not chained: restify changes the prototype, and its writeHead answers nothing.
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: `m${sent.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
