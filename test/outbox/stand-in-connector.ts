import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request the connector took, in the order in which it took them. */
export type Taken = {
  method: string;
  conversationId: string;
  activityId: string;
  card: string;
  /** What a toast and the activity feed show. */
  summary: string;
  at: number;
};

type Limits = { perConversation: readonly [count: number, ms: number][]; perSecond: number };
type Trouble = { status: number; headers?: Record<string, string> } | 'cut' | undefined;

/** Teams' own numbers for one bot. */
export const TEAMS_LIMITS: Limits = {
  perConversation: [
    [7, 1000],
    [8, 2000],
    [60, 30_000],
    [1800, 3_600_000],
  ],
  perSecond: 50,
};

/**
 * What Teams' connector does for a bot, over real HTTP: takes messages and updates, and refuses what is too much with 429
 * and the seconds to wait. `trouble` decides what goes wrong beside that, request by request.
 */
export async function standInConnector({
  limits,
  trouble,
}: {
  limits?: Limits;
  trouble?: (nth: number, conversationId: string) => Trouble;
} = {}) {
  const taken: Taken[] = [];
  const sent = new Map<string, number[]>();
  let refused = 0;
  let asked = 0;
  const server = createServer(async (req, res) => {
    const activity = JSON.parse((await bodyOf(req)) || '{}');
    const [, conversationId = '', activityId] =
      /conversations\/([^/]+)\/activities(?:\/([^/]+))?/.exec(req.url ?? '')?.map(decodeURIComponent_) ?? [];
    const wrong = trouble?.(asked++, conversationId);
    if (wrong === 'cut') return void req.socket.destroy();
    const wait = limits ? tooMuch(sent, conversationId, limits) : 0;
    if (wait > 0) refused++;
    const status = wrong?.status ?? (wait > 0 ? 429 : 200);
    const headers = { ...wrong?.headers, ...(wait > 0 && { 'retry-after': String(Math.ceil(wait / 1000)) }) };
    // Not chained: restify changes the prototype, and its writeHead answers nothing.
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    if (status !== 200) return void res.end('{}');
    const id = activityId ?? `m${taken.length}`;
    const card = JSON.stringify(activity.attachments?.[0]?.content ?? null);
    const { summary } = activity;
    taken.push({ method: req.method ?? '', conversationId, activityId: id, card, summary, at: Date.now() });
    res.end(JSON.stringify({ id }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    refused: () => refused,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const decodeURIComponent_ = (part: string | undefined) => (part === undefined ? part : decodeURIComponent(part));

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

/** Milliseconds until one more would be taken; 0 when it is taken now. */
function tooMuch(sent: Map<string, number[]>, conversationId: string, { perConversation, perSecond }: Limits): number {
  const now = Date.now();
  const here = sent.get(conversationId) ?? [];
  const all = sent.get('*') ?? [];
  const free = (times: number[], [count, ms]: readonly [number, number]) => (times.at(-count) ?? -ms) + ms - now;
  const wait = Math.max(free(all, [perSecond, 1000]), ...perConversation.map((limit) => free(here, limit)));
  if (wait > 0) return wait;
  sent.set(conversationId, [...here, now].slice(-1800));
  sent.set('*', [...all, now].slice(-perSecond));
  return 0;
}
