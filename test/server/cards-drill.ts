import assert from 'node:assert/strict';
import { createLead } from '../../src/leads/create-lead.ts';
import { standInConnector, type Taken, TEAMS_LIMITS } from '../outbox/stand-in-connector.ts';
import { groupChat, postedCard } from '../outbox/temporary-worker.ts';
import { actor, openDesk } from '../temporary-desk.ts';
import { end, type ServerProcess, startServerProcess } from './server-process.ts';

type Result = { seconds: number; refused: number; twice: number; unrecorded: number };

/**
 * One lead on many posted cards; one change, while server processes are killed in the middle of bringing them up to date.
 * @param killAt after how many updated cards the process at work is killed
 * @returns how long it took, how often Teams' limits were met, how many cards were put twice in a row, and of how many the
 * killed processes had not yet written down that they had put them
 */
export async function cardsDrill(database: string, cards: number, killAt: readonly number[]): Promise<Result> {
  const connector = await standInConnector({ limits: TEAMS_LIMITS });
  const desk = await openDesk(database);
  const draft = { lastName: 'Doe', topic: 'Machines' };
  const { lead } = await createLead(desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' });
  const servers = new Set<ServerProcess>();
  const start = async () => {
    servers.add(await startServerProcess(database, { LOG_LEVEL: 'error', PUBLIC_URL: 'http://127.0.0.1:3978' }));
  };
  const shown = async () => {
    const all = await desk.postedCards.of(lead.id, { limit: cards });
    return new Map(all.map((card) => [card.conversationId, card.shown]));
  };
  const settled = () => until(async () => (await desk.outbox.backlog()).changes === 0);
  try {
    for (let nth = 0; nth < cards; nth++) {
      const chat = `19:${String(nth).padStart(4, '0')}`;
      await desk.conversations.remember(groupChat(connector.url, chat));
      await desk.postedCards.add(postedCard(lead.id, chat), new Date());
    }
    await start();
    await until(() => connector.taken.length >= cards);
    await settled();
    await start();
    const before = await shown();
    const refusedBefore = connector.refused();
    connector.taken.length = 0;
    const began = Date.now();
    await change([...servers][0], lead.id, NEWEST);
    let unrecorded = 0;
    for (const count of killAt) {
      await until(() => connector.taken.length >= count);
      const victim = await busiest(servers);
      servers.delete(victim);
      await end(victim.process, 'SIGKILL');
      const after = await shown();
      unrecorded += [...newest(connector.taken)].filter((chat) => after.get(chat) === before.get(chat)).length;
      await start();
    }
    await until(() => newest(connector.taken).size === cards);
    const seconds = (Date.now() - began) / 1000;
    await settled();
    return { seconds, refused: connector.refused() - refusedBefore, twice: check(connector.taken, cards), unrecorded };
  } finally {
    for (const { process } of servers) await end(process, 'SIGKILL');
    await desk.store.close();
    await connector.close();
  }
}

/** The server at work: the one that has put most cards. */
async function busiest(servers: ReadonlySet<ServerProcess>): Promise<ServerProcess> {
  const counted = [...servers].map(async (server) => {
    const figures = await (await fetch(`${server.url}/metrics`)).text();
    return {
      server,
      put: Number(/^lead_desk_followed_up_total\{what="card",result="done"\} (\d+)/m.exec(figures)?.[1] ?? 0),
    };
  });
  const [most] = (await Promise.all(counted)).sort((one, other) => other.put - one.put);
  assert.ok(most);
  return most.server;
}

function newest(taken: readonly Taken[]): Set<string> {
  return new Set(taken.filter(isNewest).map(({ conversationId }) => conversationId));
}

const NEWEST = 'Head of Purchasing';
const isNewest = ({ card }: Taken) => card.includes(NEWEST);

/** Nothing missed, nothing out of order. Answers how often a card was put that the message showed already. */
function check(taken: readonly Taken[], cards: number): number {
  const chats = new Set(taken.map(({ conversationId }) => conversationId));
  assert.equal(chats.size, cards);
  let twice = 0;
  for (const chat of chats) {
    const shown = taken.filter(({ conversationId }) => conversationId === chat);
    const last = shown.at(-1);
    assert.ok(last && isNewest(last));
    twice += shown.filter(({ card }, nth) => nth > 0 && card === shown[nth - 1]?.card).length;
    const versions = shown.map(({ card }) => Number(/"version":(\d+)/.exec(card)?.[1]));
    assert.deepEqual(
      versions,
      [...versions].sort((one, other) => one - other),
    );
  }
  return twice;
}

async function change(server: ServerProcess | undefined, leadId: string, jobTitle: string): Promise<void> {
  const response = await fetch(`${server?.url}/api/leads/${leadId}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer local:alex', 'if-match': '*' },
    body: JSON.stringify({ jobTitle }),
  });
  assert.equal(response.status, 200);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
