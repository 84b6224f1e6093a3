import assert from 'node:assert/strict';
import pg from 'pg';
import { temporaryPostgres } from '../temporary-postgres.ts';
import { end, type ServerProcess, startServerProcess } from './server-process.ts';

const RECORDS = { createAccount: true, createContact: true, createOpportunity: true, currency: 'EUR' };

describe('two servers on one PostgreSQL', function () {
  this.timeout(60_000);
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>;
  let database: string;
  let one: ServerProcess;
  let other: ServerProcess;
  before(async () => {
    postgres = await temporaryPostgres();
    database = await postgres.database();
    // The log would tell every refused request while the database is away.
    [one, other] = [
      await startServerProcess(database, { LOG_LEVEL: 'silent' }),
      await startServerProcess(database, { LOG_LEVEL: 'silent' }),
    ];
  });
  after(async () => {
    for (const server of [one, other]) if (server) await end(server.process, 'SIGTERM');
    await postgres.stop();
  });

  async function call(server: ServerProcess, method: string, path: string, body?: object) {
    const response = await fetch(server.url + path, {
      method,
      headers: { authorization: 'Bearer local:miriam', 'if-match': '*' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  it('create on one, qualify on the other, 200 times at once, and make one opportunity', async () => {
    const { body: lead } = await call(one, 'POST', '/api/leads', { lastName: 'Doe', companyName: 'Contoso' });
    const tries = Array.from({ length: 200 }, (_, turn) =>
      call(turn % 2 ? one : other, 'POST', `/api/leads/${lead.id}/qualify`, RECORDS),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, ...Array(199).fill(409)]);
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as count from opportunities');
    await client.end();
    assert.deepEqual(rows, [{ count: 1 }]);
  });

  it('say so while the database is away, and go on when it is back', async () => {
    await postgres.halt();
    const refused = await call(one, 'POST', '/api/leads', { lastName: 'Doe' });
    assert.equal(refused.status, 503);
    assert.equal(refused.body.type, '/problems/store-unavailable');
    assert.equal((await call(other, 'GET', '/readyz')).status, 503);
    assert.equal((await call(other, 'GET', '/healthz')).status, 200);
    await postgres.start();
    assert.equal((await call(other, 'GET', '/readyz')).status, 200);
    assert.equal((await call(one, 'POST', '/api/leads', { lastName: 'Doe' })).status, 201);
  });
});
