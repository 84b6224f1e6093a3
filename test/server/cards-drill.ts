import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createLead } from '../../src/leads/create-lead.ts';
import { standInConnector, type Taken, TEAMS_LIMITS } from '../outbox/stand-in-connector.ts';
import { groupChat, postedCard } from '../outbox/temporary-worker.ts';
import { actor, openDesk } from '../temporary-desk.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

type Result = { seconds: number; refused: number; twice: number };

/**
 * One lead on many posted cards; one change, while server processes are killed in the middle of bringing them up to date.
 * @param killAt after how many updated cards the process at work is killed
 * @returns how long it took, how often Teams' limits were met, and how many cards were put twice in a row by a kill
 */
export async function cardsDrill(database: string, cards: number, killAt: readonly number[]): Promise<Result> {
  const connector = await standInConnector({ limits: TEAMS_LIMITS });
  const desk = await openDesk(database);
  const draft = { lastName: 'Doe', topic: 'Machines' };
  const { lead } = await createLead(desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' });
  const servers: ServerProcess[] = [];
  const start = async () => {
    servers.push(await startServerProcess(database, { LOG_LEVEL: 'error' }));
  };
  try {
    for (let nth = 0; nth < cards; nth++) {
      const chat = `19:${String(nth).padStart(4, '0')}`;
      await desk.conversations.remember(groupChat(connector.url, chat));
      await desk.postedCards.add(postedCard(lead.id, chat), new Date());
    }
    await start();
    await until(() => connector.taken.length >= cards);
    await start();
    connector.taken.length = 0;
    const began = Date.now();
    await change(servers[0], lead.id, NEWEST);
    for (const [nth, count] of killAt.entries()) {
      await until(() => connector.taken.length >= count);
      const victim = servers[nth]?.process;
      victim?.kill('SIGKILL');
      if (victim) await once(victim, 'exit');
      await start();
    }
    const upToDate = () => new Set(connector.taken.filter(isNewest).map(({ conversationId }) => conversationId)).size;
    await until(() => upToDate() === cards);
    const seconds = (Date.now() - began) / 1000;
    await until(async () => (await desk.outbox.backlog()).changes === 0);
    return { seconds, refused: connector.refused(), twice: check(connector.taken, cards) };
  } finally {
    for (const { process } of servers) process.kill('SIGKILL');
    await desk.store.close();
    await connector.close();
  }
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
