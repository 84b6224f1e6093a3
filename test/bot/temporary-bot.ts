import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMessagesHandler } from '../../bot/messages-route.ts';
import type { Card } from '../../src/cards/card.ts';
import { closeServer, createHttpServer } from '../../src/http/http-server.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { createLog } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

/** What the bot sent or changed through its connector. */
export type Sent = {
  method: string;
  path: string;
  activity: { text?: string; attachments?: { contentType: string; content: Card }[] };
};

export const PUBLIC_URL = 'https://leads.contoso.example';

/**
 * The bot behind a real server, over a database of its own, with a connector that remembers; gone with `stop`.
 * @param followsUp whether what changes is followed up, as in the product
 * @param mayAct whether somebody has a request left
 */
export async function temporaryBot({
  followsUp = false,
  mayAct = async () => true,
}: {
  followsUp?: boolean;
  mayAct?: (personId: string) => Promise<boolean>;
} = {}) {
  const { desk, answers, file, close } = await temporaryDesk();
  const log = createLog({ level: 'silent', local: false });
  const bot = createMessagesHandler({ desk, log, defaultRole: 'salesperson', publicUrl: () => PUBLIC_URL, mayAct });
  if (followsUp) bot.worker.start();
  const rawRoutes = [{ method: 'post' as const, path: '/api/messages', handle: bot.handle as never }];
  const signIn = async () => actor('alex');
  const server = createHttpServer({ desk, log, answers, metrics: createMetrics(), signIn, routes: [], rawRoutes });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sent: Sent[] = [];
  const refused = new Set<string>();
  const connector = await standInConnector(sent, refused);
  let activities = 0;
  const base = {
    channelId: 'msteams',
    serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`,
    from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: LOCAL_PEOPLE.alex?.id },
    recipient: { id: '28:bot', name: 'Lead Desk' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: LOCAL_PEOPLE.alex?.tenantId },
  };

  async function send(body: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }
  const post = (activity: object) => send({ ...base, id: `activity-${++activities}`, ...activity });

  return {
    desk,
    /** Its database. */
    file,
    sent,
    /** The methods its connector refuses; what is refused is not among what was sent. */
    refused,
    /** A body as it is. */
    send,
    /** An activity of Alex in his own chat with the bot, where it says nothing else. */
    post,
    async settled() {
      await bot.settled();
      if (followsUp) await bot.worker.settled();
    },
    /** What Teams asks for beside messages. */
    invoke: <Answer>(name: string, value: unknown, more: object = {}) =>
      post({ type: 'invoke', name, value, ...more }) as Promise<{ status: number; body: Answer }>,
    /** What the bot answers to a message. */
    async say(text: string, more: object = {}): Promise<Sent['activity']> {
      const before = sent.length;
      await post({ type: 'message', text, ...more });
      return sent.slice(before).find(({ method }) => method === 'POST')?.activity ?? {};
    },
    async stop() {
      await bot.settled();
      await closeServer(server, 1000);
      await bot.worker.stop();
      connector.closeAllConnections();
      await new Promise((resolve) => connector.close(resolve));
      await close();
    },
  };
}

/** What Teams' connector does for a bot here: takes what is sent and updated, and remembers it. */
async function standInConnector(sent: Sent[], refused: ReadonlySet<string>): Promise<Server> {
  const server = createServer(async (req, res) => {
    let text = '';
    for await (const chunk of req) text += chunk;
    if (refused.has(req.method ?? '')) {
      res.writeHead(403, { 'content-type': 'application/json' });
      return void res.end('{}');
    }
    sent.push({ method: req.method ?? '', path: req.url ?? '', activity: JSON.parse(text || '{}') });
    // Not chained: restify changes the prototype, and its writeHead answers nothing.
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: `m${sent.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
