import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import { unconditional, type Write } from './write.ts';

const MOST_PREPARED = 500;
/** Pages of the log before they are moved into the file: a lead touches forty, most of them again and again. */
const PAGES_OF_LOG = 8000;
/** Negative: in KB. The upper levels of every index stay in memory. */
const CACHE = -16_000;

/**
 * A connection to a SQLite file: write-ahead log, durable when a commit returns (`synchronous=FULL`).
 * Statements are prepared once and kept: the driver frees a statement's native memory only at a full collection.
 */
export function sqliteConnection(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  raw.pragma(`wal_autocheckpoint = ${PAGES_OF_LOG}`);
  raw.pragma(`cache_size = ${CACHE}`);
  const prepared = new Map<string, ReturnType<typeof raw.prepare>>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) {
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      // A transaction that reads first and writes later fails at once when another process wrote in between;
      // one that takes the write lock at its start waits its turn.
      statement = raw.prepare(sql === 'begin' ? 'begin immediate' : unconditional(sql));
      prepared.set(sql, statement);
    }
    return statement;
  };
  const run = (sql: string, parameters: readonly unknown[]) => prepare(sql).run(parameters).changes;
  const close = () => {
    prepared.clear();
    raw.close();
  };
  const put = ({ head, rest }: Write): boolean => {
    if (!run(head.sql, head.parameters)) return false;
    for (const { sql, parameters } of rest) run(sql, parameters);
    return true;
  };
  const putAll = (writes: readonly Write[]): boolean[] => {
    run('begin', []);
    try {
      const taken = writes.map(put);
      run('commit', []);
      return taken;
    } catch (error) {
      if (raw.inTransaction) run('rollback', []);
      throw error;
    }
  };
  return {
    dialect: new SqliteDialect({ database: { close, prepare: prepare as never } }),
    rows: (sql: string, parameters: readonly unknown[]) => prepare(sql).all(parameters),
    put,
    putAll,
  };
}
