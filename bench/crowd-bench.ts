import { Pool } from 'undici';
import { createLog } from '../src/platform/log.ts';
import { newId } from '../src/platform/new-id.ts';
import { openDatabase } from '../src/stores/sql/database.ts';
import { standInConnector } from '../test/outbox/stand-in-connector.ts';
import { end, startServerProcess } from '../test/server/server-process.ts';
import { openDesk } from '../test/temporary-desk.ts';
import { measure, type Timing, type Work } from './measure.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';
import { draft, seed } from './seed.ts';
import { turns } from './teams-turns.ts';

const AT_ONCE = 100;
/** Teams gives up a button and a search of the message extension after this. */
const LIMIT_MS = 5000;
const RECORDS = { currency: 'EUR', createOpportunity: 'true', createContact: 'true', duplicates: 'allow' };
/** Made before; a machine that qualifies more makes the rest on the way. */
const QUALIFIED_A_SECOND = 400;

type Options = { url: string; size: number; seconds: number };

/** A hundred people at once in Teams, over as many leads as there are in a large organisation. */
export async function crowdBench(report: Report, later: Later, { url, size, seconds }: Options): Promise<void> {
  report.section(`Teams, ${AT_ONCE} turns at once, SQLite, ${size.toLocaleString('en')} leads`);
  await fill(url, size);
  const server = await startServerProcess(url, { LOG_LEVEL: 'warn' });
  later(() => end(server.process, 'SIGTERM'));
  const connector = await standInConnector();
  later(() => connector.close());
  const pool = new Pool(server.url, { connections: AT_ONCE });
  later(() => pool.close());
  const { press, search } = turns(connector.url);
  const create = async () => {
    const leadId = newId();
    await press(pool, 'lead.create', {
      requestId: leadId,
      ...draft(size * 2 + Number.parseInt(leadId.slice(-6), 16)),
      duplicates: 'allow',
    });
    return leadId;
  };
  const waiting = await inTens(Math.max(200, seconds * QUALIFIED_A_SECOND), create);
  const shown = [...waiting];
  let nth = 0;
  const qualify = async () =>
    press(pool, 'lead.qualify', { leadId: waiting.pop() ?? (await create()), version: 1, ...RECORDS });
  const show = () => press(pool, 'lead.show', { leadId: shown[nth++ % shown.length] });
  const mixed = [
    show,
    create,
    () => search(pool, 'now'),
    show,
    qualify,
    () => search(pool, `nowak${(nth++ % 900).toString(36)}`),
  ];
  const works: [string, Work][] = [
    ['show', show],
    ['create', create],
    ['qualify', qualify],
    ['search, nothing typed yet', () => search(pool, '')],
    ['search, a name', () => search(pool, `nowak${(nth++ % 900).toString(36)}`)],
    ['search, an address', () => search(pool, `person.${(nth++ * 7919) % size}@company-`)],
    ['search, the beginning of a name', () => search(pool, 'now')],
    ['search, a word all leads have', () => search(pool, 'contoso')],
    ['all of these in turn', (turn) => mixed[turn % mixed.length]?.()],
  ];
  // What a server does in its first seconds is not what a hundred people meet.
  for (const work of [show, () => search(pool, 'now')]) await measure(work, { at: AT_ONCE, seconds: seconds / 2 });
  for (const [what, work] of works) {
    const ours: Timing = await measure(work, { at: AT_ONCE, seconds });
    report.line({ what, ours, aim: 'p99 ≤ 5 s', met: ours.p99 <= LIMIT_MS });
  }
}

/** Leads until there are as many; a database that has them already is taken as it is. */
async function fill(url: string, size: number): Promise<void> {
  const desk = await openDesk(url);
  const database = await openDatabase(url, createLog({ level: 'silent', local: false }));
  const { count } = await database.read
    .selectFrom('leads')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) < size) await seed(desk, database, Number(count), size);
  await database.close();
  await desk.store.close();
}

async function inTens<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(...(await Promise.all(Array.from({ length: 10 }, make))));
  return made;
}
