import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

const MOST_PREPARED = 500;
/** Pages of the log before they are moved into the file: a lead touches forty, most of them again and again. */
const PAGES_OF_LOG = 8000;
/** Negative: in KB. The upper levels of every index stay in memory. */
const CACHE = -16_000;

/**
 * A connection to a SQLite file: write-ahead log, durable when a commit returns (`synchronous=FULL`).
 * Statements are prepared once and kept: the driver frees a statement's native memory only at a full collection. This is
 * JavaScript, because a thread of Node 20 can load nothing else.
 * @param {string} file
 */
export function openSqliteFile(file) {
  mkdirSync(dirname(file), { recursive: true });
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  raw.pragma(`wal_autocheckpoint = ${PAGES_OF_LOG}`);
  raw.pragma(`cache_size = ${CACHE}`);
  /** @type {Map<string, ReturnType<typeof raw.prepare>>} */
  const prepared = new Map();
  /** @param {string} sql @returns {ReturnType<typeof raw.prepare>} */
  const prepare = (sql) => {
    // A full disk has taken the transaction back by itself, and nothing is left to roll back.
    if (sql === 'rollback' && !raw.inTransaction) return prepare('select 1');
    let statement = prepared.get(sql);
    if (!statement) {
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      // A transaction that reads first and writes later fails at once when another process wrote in between;
      // one that takes the write lock at its start waits its turn.
      statement = raw.prepare(sql === 'begin' ? 'begin immediate' : sql.replaceAll('{taken}', 'true'));
      prepared.set(sql, statement);
    }
    return statement;
  };
  /** @param {string} sql @param {readonly unknown[]} parameters @returns {number} */
  const run = (sql, parameters) => prepare(sql).run(parameters).changes;
  /** @param {import('./write.ts').Write} write @returns {boolean} */
  const put = ({ head, rest }) => {
    if (!run(head.sql, head.parameters)) return false;
    for (const { sql, parameters } of rest) run(sql, parameters);
    return true;
  };
  /** @param {readonly import('./write.ts').Write[]} writes @returns {boolean[]} */
  const putAll = (writes) => {
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
  const close = () => {
    // The driver leaves the log behind, and whoever puts a backup in place of the file would have it played over that.
    try {
      raw.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      prepared.clear();
      raw.close();
    }
  };
  /** @param {string} sql @param {readonly unknown[]} parameters @returns {unknown[]} */
  const rows = (sql, parameters) => prepare(sql).all(parameters);
  return { prepare, rows, put, putAll, close };
}
