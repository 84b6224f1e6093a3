import { SqliteDialect } from 'kysely';
import { openSqliteFile } from './sqlite-file.mjs';

/** A connection to a SQLite file, for plain statements and for queries that Kysely builds. */
export function sqliteConnection(file: string) {
  const { prepare, close, rows, put, putAll } = openSqliteFile(file);
  // Kysely asks for what the driver has under other types.
  return { dialect: new SqliteDialect({ database: { close, prepare: prepare as never } }), rows, put, putAll };
}
