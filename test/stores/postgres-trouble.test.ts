import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { createLog } from '../../src/platform/log.ts';
import { openDatabase } from '../../src/stores/sql/database.ts';
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
});
