import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { createLog } from '../../src/platform/log.ts';
import { CommitThread } from '../../src/stores/sql/commit-thread.ts';
import { SharedCommits } from '../../src/stores/sql/commits.ts';
import { openDatabase, type SqlDatabase } from '../../src/stores/sql/database.ts';
import { INDEX_WORDS } from '../../src/stores/sql/late-words.ts';
import type { Tables } from '../../src/stores/sql/schema.ts';
import { sqliteConnection } from '../../src/stores/sql/sqlite.ts';
import { openSqliteFile } from '../../src/stores/sql/sqlite-file.mjs';
import { insert, type Write } from '../../src/stores/sql/write.ts';
import { commitsIn } from '../commits-in.ts';

describe('what is written to SQLite', () => {
  const log = createLog({ level: 'silent', local: false });
  let folder: string;
  let file: string;
  let database: SqlDatabase;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lead-desk-commits-'));
    file = join(folder, 'leads.db');
    database = await openDatabase(`file:${file}`, log);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  function answer(scope: string, at: string | null = '2026-01-01T00:00:00.000Z'): Write {
    const [head] = insert('turns', [{ scope, fingerprint: '', at: at as string, answer: null }]);
    assert.ok(head);
    return { head, rest: [] };
  }
  const scopes = async () =>
    (await database.rows<{ scope: string }>('select scope from turns order by scope', [])).map(({ scope }) => scope);

  it('at the same time becomes durable together, and what nobody waits for with it', async () => {
    const { commits } = database;
    const before = commitsIn(file);
    await Promise.all([
      commits.later(answer('a')),
      commits.put(answer('b')),
      commits.later(answer('c')),
      commits.put(answer('d')),
    ]);
    assert.equal(commitsIn(file) - before, 1);
    assert.deepEqual(await scopes(), ['a', 'b', 'c', 'd']);
  });

  it('becomes durable by itself where nothing else is written', async () => {
    const before = commitsIn(file);
    assert.deepEqual(await Promise.all([database.commits.later(answer('a')), database.commits.later(answer('b'))]), [
      true,
      true,
    ]);
    assert.equal(commitsIn(file) - before, 1);
  });

  it('holds up nobody while it waits to become durable, once its thread has started', async () => {
    const thread = new CommitThread(file);
    while (!thread.isReady()) await setImmediate();
    const other = openSqliteFile(file);
    other.prepare('begin').run([]);
    const written = thread.putAll([answer('a'), answer('b')]);
    // Takes place while the two wait for the other's end; a thread that waits with them would never come to it.
    for (let turn = 0; turn < 10; turn++) await setImmediate();
    assert.deepEqual(await scopes(), []);
    other.prepare('rollback').run([]);
    assert.deepEqual(await written, [true, true]);
    assert.deepEqual(await thread.putAll([answer('a'), answer('c')]), [false, true]);
    await assert.rejects(thread.putAll([answer('d'), answer('wrong', null)]), /NOT NULL/);
    other.close();
    await thread.close();
    assert.deepEqual(await scopes(), ['a', 'b', 'c']);
  });

  it('goes to that thread where several people wait', async () => {
    const { commits } = database;
    const started = once(process, 'worker').then(([worker]) => once(worker, 'message'));
    await Promise.all([commits.put(answer('a')), commits.put(answer('b'))]);
    await started;
    const other = openSqliteFile(file);
    other.prepare('begin').run([]);
    const written = Promise.all([commits.put(answer('c')), commits.put(answer('d'))]);
    for (let turn = 0; turn < 10; turn++) await setImmediate();
    assert.deepEqual(await scopes(), ['a', 'b']);
    other.prepare('rollback').run([]);
    assert.deepEqual(await written, [true, true]);
    other.close();
  });

  it('is in the file itself when the database is closed, so that a backup can take its place', async () => {
    await Promise.all([database.commits.put(answer('a')), database.commits.put(answer('b'))]);
    await database.close();
    copyFileSync(file, `${file}.backup`);
    database = await openDatabase(`file:${file}`, log);
    await Promise.all([database.commits.put(answer('c')), database.commits.put(answer('d'))]);
    await database.close();
    copyFileSync(`${file}.backup`, file);
    database = await openDatabase(`file:${file}`, log);
    assert.deepEqual(await scopes(), ['a', 'b']);
  });

  it('is written where a neighbour fails', async () => {
    const { commits } = database;
    const wrong = commits.later(answer('wrong', null));
    const all = await Promise.allSettled([wrong, commits.put(answer('a')), commits.later(answer('b'))]);
    assert.deepEqual(
      all.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    );
    assert.deepEqual(await scopes(), ['a', 'b']);
  });

  it('is refused as the store being away while the disk is full, by the thread, too', async () => {
    const connection = sqliteConnection(file);
    connection.rows('pragma max_page_count = 1', []);
    const db = new Kysely<Tables>({ dialect: connection.dialect });
    const long: Write = {
      head: { sql: "insert into turns values (?, ?, 'now', null)", parameters: ['long', 'x'.repeat(1e6)] },
      rest: [],
    };
    const away = { name: 'LeadError', code: 'store-unavailable' };
    for (const putAll of [connection.putAll, async () => Promise.reject(new Error('database or disk is full'))]) {
      const commits = new SharedCommits(db, { put: connection.put, putAll }, INDEX_WORDS);
      await assert.rejects(commits.put(long), away);
      await assert.rejects(
        commits.run(async (_tx, put) => put(long)),
        away,
      );
    }
    assert.deepEqual(await scopes(), []);
    await db.destroy();
  });
});
