import assert from 'node:assert/strict';
import { sql } from 'kysely';
import pg from 'pg';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase } from '../../src/stores/sql/database.ts';
import { LIMITS } from '../../src/stores/sql/postgres-connection.ts';
import { SqlLeadStore } from '../../src/stores/sql/sql-lead-store.ts';
import { silentProxy } from '../silent-proxy.ts';
import { temporaryPostgres } from '../temporary-postgres.ts';

const AWAY = { name: 'LeadError', code: 'store-unavailable' };
const log = createLog({ level: 'silent', local: false });

describe('PostgreSQL in trouble', function () {
  this.timeout(60_000);
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>;
  before(async () => {
    postgres = await temporaryPostgres();
  });
  after(() => postgres.stop());

  it('is away for whoever reads, asks or works when a connection is cut, and there for the next', async () => {
    const database = await openDatabase(await postgres.database(), log);
    const cut = 'select pg_terminate_backend(pg_backend_pid())';
    await assert.rejects(sql.raw(cut).execute(database.read), AWAY);
    await assert.rejects(database.rows(cut, []), AWAY);
    await assert.rejects(
      database.commits.run(async (tx) => {
        await sql.raw(cut).execute(tx);
      }),
      ({ name, code, cause }) => {
        assert.deepEqual({ name, code }, AWAY);
        // Why it was lost, not that it cannot be asked any more.
        return cause.code === '57P01';
      },
    );
    assert.deepEqual(await database.rows('select id from leads', []), []);
    await database.close();
  });

  it('is away when it is silent: for who reads, asks, works, comes anew or wants to know, and for who closes', async () => {
    const proxy = await silentProxy(await postgres.database());
    const short = { ...LIMITS, connect: 1000, statement: 1000, work: 1000, silence: 0, ping: 500 };
    const database = await openDatabase(proxy.url, log, short);
    const store = new SqlLeadStore(database);
    await store.ping();
    // Three connections are there, one of them in the middle of something.
    const working = database.commits.run(async (tx) => {
      await Promise.all([database.rows('select 1', []), database.rows('select 1', [])]);
      proxy.fallSilent();
      await sql`select 1`.execute(tx);
    });
    await assert.rejects(working, AWAY);
    await assert.rejects(sql`select 1`.execute(database.read), AWAY);
    await assert.rejects(database.rows('select 1', []), AWAY);
    await assert.rejects(store.ping(), AWAY);
    await database.close();
    await proxy.close();
  });

  it('gives nobody forever: neither who asks much nor who waits for a lock, but a piece of work its time', async () => {
    const url = await postgres.database();
    const database = await openDatabase(url, log, { ...LIMITS, statement: 300, lock: 300 });
    await assert.rejects(database.rows('select pg_sleep(60)', []), AWAY);
    await assert.rejects(sql`select pg_sleep(60)`.execute(database.read), AWAY);
    const long = database.commits.run(async (tx) => {
      await sql`lock table leads in access exclusive mode`.execute(tx);
      await assert.rejects(database.rows('select id from leads', []), AWAY);
      const other = database.commits.run(async (waiting) => {
        await sql`select id from leads`.execute(waiting);
      });
      await assert.rejects(other, AWAY);
      await sql`select pg_sleep(0.5)`.execute(tx);
      return 'done';
    });
    assert.equal(await long, 'done');
    await database.close();
  });

  it('keeps to a shorter limit that its administrator has set', async () => {
    const url = await postgres.database();
    const shorter = new URL(url);
    shorter.searchParams.set('options', '-c statement_timeout=200 -c lock_timeout=100');
    const database = await openDatabase(shorter.href, log);
    await assert.rejects(database.rows('select pg_sleep(60)', []), AWAY);
    const work = database.commits.run(async (tx) => {
      await sql`select pg_sleep(60)`.execute(tx);
    });
    await assert.rejects(work, AWAY);
    await database.close();
  });

  it('is away while it can only be read, and there when another takes its place', async () => {
    const database = await openDatabase(await postgres.database(), log);
    const store = new SqlLeadStore(database);
    // The only connection there is, as it would be of a server that follows another.
    const follow = () => database.rows('set default_transaction_read_only = on', []);
    await follow();
    await assert.rejects(store.ping(), AWAY);
    await store.ping();
    await follow();
    await assert.rejects(database.rows('delete from leads', []), AWAY);
    assert.deepEqual(await database.rows('delete from leads', []), []);
    await follow();
    const work = () => database.commits.run((tx) => tx.deleteFrom('leads').execute());
    await assert.rejects(work(), AWAY);
    await work();
    await database.close();
  });

  it('is away when it has no room left', async () => {
    const database = await openDatabase(await postgres.database(), log);
    const full = "do $$ begin raise exception 'no room' using errcode = 'disk_full'; end $$";
    await assert.rejects(sql.raw(full).execute(database.read), AWAY);
    await database.close();
  });

  it('makes do with fewer connections than it would like, and has more when there are more', async () => {
    const url = new URL(await postgres.database());
    const admin = new pg.Client({ connectionString: url.href });
    admin.on('error', () => undefined);
    await admin.connect();
    await admin.query("create role few login password 'few' connection limit 3");
    await admin.query(`alter database ${url.pathname.slice(1)} owner to few`);
    url.username = url.password = 'few';
    const database = await openDatabase(url.href, log);
    const ask = () => database.rows('select pg_sleep(0.01)', []);
    await Promise.all(Array.from({ length: 100 }, ask));
    const count = async () =>
      (await admin.query("select count(*)::int from pg_stat_activity where usename = 'few'")).rows[0].count;
    assert.equal(await count(), 3);
    await admin.query('alter role few connection limit 8');
    // One of its connections ends, and it looks again how many it gets.
    await assert.rejects(database.rows('select pg_terminate_backend(pg_backend_pid())', []), AWAY);
    while ((await count()) < 8) await Promise.all(Array.from({ length: 100 }, ask));
    await database.close();
    await admin.end();
  });
});
