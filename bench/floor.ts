import Libsql from 'libsql';
import pg from 'pg';

/** The same questions put to the bare driver: a table of JSON with the indexes anybody would give it. */
export interface Floor {
  insert(id: string, json: string): Promise<unknown> | unknown;
  get(id: string): Promise<unknown> | unknown;
  page(before?: { at: string; id: string }): Promise<unknown> | unknown;
  find(words: string): Promise<unknown> | unknown;
  /** An update and four inserts, all or nothing. */
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
const row = (id: string, json: string) => [id, new Date().toISOString(), 'alex', 'open', json];

/** Reads what the lead service wrote, and writes a table beside it in the same file. */
export function sqliteFloor(file: string): Floor {
  const db = new Libsql(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  for (const statement of [TABLE, ...INDEXES]) db.exec(statement);
  const insert = db.prepare('insert into floor values (?, ?, ?, ?, ?)');
  const update = db.prepare(`update floor set status = 'qualified', json = ? where id = ?`);
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
    qualify: (id, json) => {
      db.exec('begin immediate');
      update.run(json, id);
      for (const part of ['a', 'b', 'c', 'd']) insert.run(...row(`${id}${part}`, json));
      db.exec('commit');
    },
    close: () => db.close(),
  };
}

export async function postgresFloor(url: string): Promise<Floor> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  for (const statement of [TABLE, ...INDEXES]) await pool.query(statement);
  const query = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values });
  const insert = 'insert into floor values ($1, $2, $3, $4, $5)';
  const order = 'order by "createdAt" desc, id desc limit 50';
  return {
    insert: (id, json) => query('insert', insert, row(id, json)),
    get: (id) => query('get', 'select lead from leads where id = $1', [id]),
    page: (before) =>
      before
        ? query('next', `select lead from leads where ("createdAt", id) < ($1, $2) ${order}`, [before.at, before.id])
        : query('first', `select lead from leads ${order}`, []),
    find: (words) => query('find', FIND_POSTGRES, [words]),
    qualify: async (id, json) => {
      const client = await pool.connect();
      await client.query('begin');
      const update = `update floor set status = 'qualified', json = $1 where id = $2`;
      await client.query({ name: 'update', text: update, values: [json, id] });
      for (const part of ['a', 'b', 'c', 'd']) {
        await client.query({ name: 'insert', text: insert, values: row(`${id}${part}`, json) });
      }
      await client.query('commit');
      client.release();
    },
    close: () => pool.end(),
  };
}
