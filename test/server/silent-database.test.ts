import assert from 'node:assert/strict';
import { startServer } from '../../src/server.ts';
import { silentProxy } from '../silent-proxy.ts';
import { temporaryPostgres } from '../temporary-postgres.ts';

describe('a server whose database falls silent', function () {
  this.timeout(60_000);

  it('says that it is not ready, and stops when it is told to, without anybody cutting the connection', async () => {
    const postgres = await temporaryPostgres();
    const proxy = await silentProxy(await postgres.database());
    const env = { PORT: '0', PLAYGROUND: 'off', LOG_LEVEL: 'silent', DATABASE_URL: proxy.url };
    const server = await startServer(env, {}, { requests: 200, work: 200, close: 200 });
    const headers = { authorization: 'Bearer local:alex' };
    assert.equal((await fetch(`${server.url}/api/leads`, { headers })).status, 200);
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    proxy.fallSilent();
    const waiting = assert.rejects(fetch(`${server.url}/api/leads`, { headers }));
    assert.equal((await fetch(`${server.url}/readyz`)).status, 503);
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    await server.stop();
    await waiting;
    await proxy.close();
    await postgres.stop();
  });
});
