import { Kysely, Migrator, sql } from 'kysely';
import type { Log } from '../../platform/log.ts';
import { CommitThread } from './commit-thread.ts';
import { type Commits, SharedCommits } from './commits.ts';
import { INDEX_WORDS } from './late-words.ts';
import { migrations } from './migrations.ts';
import { PostgresServer } from './postgres.ts';
import { LIMITS, type Limits, NO_LIMITS } from './postgres-connection.ts';
import type { Dialect, Tables } from './schema.ts';
import { sqliteConnection } from './sqlite.ts';
import type { Write } from './write.ts';

/** An open database: where to read, how to write, and which SQL it speaks. */
export type SqlDatabase = {
  dialect: Dialect;
  read: Kysely<Tables>;
  /** Rows of a query written out, with `?` for its parameters: for the few that stand on the way of every request. */
  rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
  commits: Commits;
  /** Resolves when a search finds every change that was committed before. */
  searchable(): Promise<void>;
  /** @throws when it cannot be asked, or, on a server, written */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the database behind `url` (`file:data/lead-desk.db` or `postgres://…`) and brings it up to date.
 * @throws when it cannot be opened or a migration fails
 */
export async function openDatabase(url: string, log: Log, limits = LIMITS): Promise<SqlDatabase> {
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length));
  const patient = new PostgresServer(url, log, NO_LIMITS);
  await bringUpToDate(patient.db, 'postgres').finally(() => patient.db.destroy());
  return openPostgres(url, log, limits);
}

async function bringUpToDate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const provider = migrations(dialect);
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw (await newerThan(await provider.getMigrations(), db)) ?? error;
}

/** Says so where a later version has brought the database up to what this one does not know. */
async function newerThan(known: Record<string, unknown>, db: Kysely<Tables>): Promise<Error | undefined> {
  const last = Object.keys(known).sort().at(-1) ?? '';
  const made = sql<{ name: string }>`select name from kysely_migration where name > ${last} order by name desc limit 1`;
  // Where even this cannot be asked, the failure that it is asked for says why.
  const [newest] = (await made.execute(db).catch(() => undefined))?.rows ?? [];
  if (!newest) return undefined;
  return new Error(
    `The database was made by a newer version (${newest.name}): start that one, or restore a backup from before.`,
  );
}

async function openSqlite(file: string): Promise<SqlDatabase> {
  const connection = sqliteConnection(file);
  const write = new Kysely<Tables>({ dialect: connection.dialect });
  // A connection of its own: reading does not wait for a commit under way.
  const reading = sqliteConnection(file);
  const read = new Kysely<Tables>({ dialect: reading.dialect });
  const rows = async <Row>(sql: string, parameters: readonly unknown[]) => reading.rows(sql, parameters) as Row[];
  const thread = new CommitThread(file);
  // Whoever waits alone gains less by a thread than handing it over costs; among many nobody is alone for long. Nobody
  // waits for a thread that starts.
  let isBusy = false;
  const putAll = (writes: readonly Write[], waitedFor: number) => {
    const wasBusy = isBusy;
    isBusy = waitedFor > 1;
    return ((isBusy || wasBusy) && thread.isReady() ? thread : connection).putAll(writes);
  };
  const commits = new SharedCommits(write, { put: connection.put, putAll }, INDEX_WORDS);
  const searchable = async () => {
    if (reading.rows('select 1 from "lateWords" limit 1', []).length) await commits.put(INDEX_WORDS);
  };
  const close = async () => {
    await thread.close();
    await read.destroy();
    await write.destroy();
  };
  const ping = async () => void reading.rows('select id from leads limit 1', []);
  try {
    await bringUpToDate(write, 'sqlite');
  } catch (error) {
    await close();
    throw error;
  }
  return { dialect: 'sqlite', read, rows, commits, searchable, ping, close };
}

function openPostgres(url: string, log: Log, limits: Limits): SqlDatabase {
  const server = new PostgresServer(url, log, limits);
  const { db } = server;
  const rows = <Row>(sql: string, parameters: readonly unknown[]) => server.rows(sql, parameters) as Promise<Row[]>;
  const searchable = async () => undefined;
  const [ping, close] = [() => server.ping(), () => db.destroy()];
  return { dialect: 'postgres', read: db, rows, commits: server, searchable, ping, close };
}
