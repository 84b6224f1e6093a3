import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteDialect } from 'kysely';
import Database from 'libsql';

/**
 * A dialect on a SQLite file: write-ahead log, durable when a commit returns (`synchronous=FULL`).
 * Statements are prepared once and kept: the driver frees a statement's native memory only at a full collection.
 */
export function sqliteDialect(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true });
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  const prepared = new Map<string, ReturnType<typeof raw.prepare>>();
  return new SqliteDialect({
    database: {
      close: () => {
        prepared.clear();
        raw.close();
      },
      prepare: (sql: string) => {
        let statement = prepared.get(sql);
        if (!statement) {
          if (prepared.size >= 500) prepared.clear();
          // A transaction that reads first and writes later fails at once when another process wrote in between;
          // one that takes the write lock at its start waits its turn.
          statement = raw.prepare(sql === 'begin' ? 'begin immediate' : sql);
          prepared.set(sql, statement);
        }
        return statement as never;
      },
    },
  });
}
