import { randomUUID } from 'node:crypto';
import Libsql from 'libsql';
import pg from 'pg';

/** The same questions put to the bare driver: a table of JSON with the indexes anybody would give it. */
export interface Floor {
  insert(id: string, json: string): Promise<unknown> | unknown;
  get(id: string): Promise<unknown> | unknown;
  page(before?: { at: string; id: string }): Promise<unknown> | unknown;
  find(words: string): Promise<unknown> | unknown;
  /** As many rows as a creation writes, all or nothing: the lead, and small ones beside it. */
  create(id: string, json: string): Promise<unknown> | unknown;
  /** Likewise of a qualification: the lead is updated, the others are new. */
  qualify(id: string, json: string): Promise<unknown> | unknown;
  close(): Promise<unknown> | unknown;
}

const FIND_SQLITE = `select lead from "leadWords" join leads on leads.seq = "leadWords".rowid
  where "leadWords" match ? order by "leadWords".rowid desc limit 20`;
const FIND_POSTGRES = `select lead from leads
  where words @@ to_tsquery('simple', $1) order by seq desc limit 20`;
const TABLE = `create table if not exists floor (id text primary key, "at" text, owner text, status text, json text)`;
const INDEXES = [
  'create index if not exists "floorByAt" on floor ("at", id)',
  'create index if not exists "floorByOwner" on floor (owner, "at")',
  'create index if not exists "floorByStatus" on floor (status, "at")',
];
/** Of the leads of this benchmark: five keys, an entry of the timeline and one of the audit trail. */
const BESIDE_A_CREATION = 7;
/** Account, contact and opportunity, six keys, an entry of the timeline and one of the audit trail. */
const BESIDE_A_QUALIFICATION = 11;
const UPDATE = `update floor set status = 'qualified', json = ? where id = ?`;
const beside = (id: string, count: number) =>
  Array.from({ length: count }, (_, nth) => row(`${id}-${nth}`, 'jane doe|contoso mixers'));
const row = (id: string, json: string) => [id, new Date().toISOString(), 'alex', 'open', json];

/** Reads what the lead service wrote, and writes a table beside it in the same file. */
export function sqliteFloor(file: string): Floor {
  const db = new Libsql(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  for (const statement of [TABLE, ...INDEXES]) db.exec(statement);
  const insert = db.prepare('insert into floor values (?, ?, ?, ?, ?)');
  const update = db.prepare(UPDATE);
  const together = (first: () => void, others: ReturnType<typeof beside>) => {
    db.exec('begin immediate');
    first();
    for (const other of others) insert.run(...other);
    db.exec('commit');
  };
  const get = db.prepare('select lead from leads where id = ?');
  const first = db.prepare('select lead from leads order by "createdAt" desc, id desc limit 50');
  const next = db.prepare(
    'select lead from leads where ("createdAt", id) < (?, ?) order by "createdAt" desc, id desc limit 50',
  );
  const find = db.prepare(FIND_SQLITE);
  return {
    insert: (id, json) => insert.run(...row(id, json)),
    get: (id) => get.get(id),
    page: (before) => (before ? next.all(before.at, before.id) : first.all()),
    find: (words) => find.all(words),
    create: (id, json) => together(() => insert.run(...row(id, json)), beside(id, BESIDE_A_CREATION)),
    qualify: (id, json) => together(() => update.run(json, id), beside(randomUUID(), BESIDE_A_QUALIFICATION)),
    close: () => db.close(),
  };
}

export async function postgresFloor(url: string): Promise<Floor> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // The server is stopped as soon as this is closed, and may say so to a connection on its way out.
  pool.on('error', () => undefined);
  for (const statement of [TABLE, ...INDEXES]) await pool.query(statement);
  const query = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values });
  const places = (count: number, from: number) =>
    Array.from({ length: count }, (_, n) => `(${[1, 2, 3, 4, 5].map((m) => `$${from + n * 5 + m}`)})`).join(', ');
  const insert = (count: number, from = 0) => `insert into floor values ${places(count, from)}`;
  const qualify = `with changed as (${UPDATE.replace('?', '$1').replace('?', '$2')}) ${insert(BESIDE_A_QUALIFICATION, 2)}`;
  const order = 'order by "createdAt" desc, id desc limit 50';
  return {
    insert: (id, json) => query('insert', insert(1), row(id, json)),
    get: (id) => query('get', 'select lead from leads where id = $1', [id]),
    page: (before) =>
      before
        ? query('next', `select lead from leads where ("createdAt", id) < ($1, $2) ${order}`, [before.at, before.id])
        : query('first', `select lead from leads ${order}`, []),
    find: (words) => query('find', FIND_POSTGRES, [words]),
    create: (id, json) =>
      query('create', insert(1 + BESIDE_A_CREATION), [...row(id, json), ...beside(id, BESIDE_A_CREATION).flat()]),
    qualify: (id, json) =>
      query('qualify', qualify, [json, id, ...beside(randomUUID(), BESIDE_A_QUALIFICATION).flat()]),
    close: () => pool.end(),
  };
}
