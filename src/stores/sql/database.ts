import { Kysely, Migrator } from 'kysely';
import type { Log } from '../../platform/log.ts';
import { type Commits, OwnCommits, SharedCommits } from './commits.ts';
import { migrations } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import type { Dialect, Tables } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/** An open database: where to read, how to write, and which SQL it speaks. */
export type SqlDatabase = {
  dialect: Dialect;
  read: Kysely<Tables>;
  commits: Commits;
  close(): Promise<void>;
};

/**
 * Opens the database behind `url` (`file:data/lead-desk.db` or `postgres://…`) and brings it up to date.
 * @throws when it cannot be opened or a migration fails
 */
export async function openDatabase(url: string, log: Log): Promise<SqlDatabase> {
  const database = url.startsWith('file:') ? openSqlite(url.slice('file:'.length)) : openPostgres(url, log);
  try {
    const provider = migrations(database.dialect);
    const { error } = await new Migrator({ db: database.write, provider }).migrateToLatest();
    if (error) throw error;
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function openSqlite(file: string): SqlDatabase & { write: Kysely<Tables> } {
  const write = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  // A connection of its own: reading does not wait for a commit under way.
  const read = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  const close = async () => {
    await read.destroy();
    await write.destroy();
  };
  return { dialect: 'sqlite', read, write, commits: new SharedCommits(write), close };
}

function openPostgres(url: string, log: Log): SqlDatabase & { write: Kysely<Tables> } {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url, log) });
  return { dialect: 'postgres', read: db, write: db, commits: new OwnCommits(db), close: () => db.destroy() };
}
