import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryPostgres } from '../temporary-postgres.ts';
import { MixedLoad } from './mixed-load.ts';
import { end, type ServerProcess, startServerProcess } from './server-process.ts';

/** More of them, once in a while: `KILLS=50 npx mocha --grep killed`. */
const KILLS = Number(process.env.KILLS ?? 3);
const CLIENTS = 4;

describe('a server killed in the middle of a mixed load', function () {
  this.timeout(60_000 + KILLS * 10_000);
  let servers: ServerProcess[] = [];
  afterEach(() => {
    for (const server of servers) server.process.kill('SIGKILL');
    servers = [];
  });

  async function start(database: string): Promise<ServerProcess> {
    const server = await startServerProcess(database, { LOG_LEVEL: 'warn' });
    servers.push(server);
    return server;
  }

  /** Lets the clients work until they made some more leads, kills their server, and asks the next one for everything. */
  async function drill(database: string): Promise<void> {
    const clients = Array.from({ length: CLIENTS }, () => new MixedLoad());
    const known = () => clients.reduce((sum, { leads }) => sum + leads.length, 0);
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await start(database);
      await Promise.all(clients.map((client) => client.check(server.url)));
      const enough = known() + 8 + (kill % 5) * 3;
      const watch = setInterval(() => known() >= enough && server.process.kill('SIGKILL'), 1);
      await Promise.all(clients.map((client) => client.run(server.url))).finally(() => clearInterval(watch));
    }
    const server = await start(database);
    await Promise.all(clients.map((client) => client.check(server.url)));
    assert.ok(known() >= KILLS * 8);
    assert.equal(await end(server.process, 'SIGTERM'), 0);
  }

  it('has everything it acknowledged, nothing half-done and nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-kill-'));
    await drill(`file:${join(folder, 'test.db')}`);
    rmSync(folder, { recursive: true });
  });

  it('leaves PostgreSQL as whole, beside a server that goes on', async () => {
    const postgres = await temporaryPostgres();
    const database = await postgres.database();
    await start(database);
    await drill(database);
    await Promise.all(servers.map((server) => end(server.process, 'SIGKILL')));
    await postgres.stop();
  });
});
