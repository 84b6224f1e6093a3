import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryServer } from '../http/temporary-server.ts';
import { startServerProcess } from './server-process.ts';

describe('a server told to stop', function () {
  this.timeout(30_000);

  it('finishes the request under way, takes no other and ends in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-stop-'));
    const server = await startServerProcess(`file:${join(folder, 'test.db')}`);
    const exited = once(server.process, 'exit');
    const agent = new Agent({ keepAlive: true });
    const headers = { authorization: 'Bearer local:alex', expect: '100-continue' };
    const creating = request(`${server.url}/api/leads`, { method: 'POST', agent, headers });
    const answered = once(creating, 'response');
    creating.write('{"lastName":');
    await once(creating, 'continue');
    server.process.kill('SIGTERM');
    while (await takesConnections(Number(new URL(server.url).port))) await new Promise(setImmediate);
    creating.end('"Doe"}');
    const [response] = await answered;
    assert.equal(response.statusCode, 201);
    response.resume();
    assert.deepEqual(await exited, [0, null]);
    agent.destroy();
    rmSync(folder, { recursive: true });
  });
});

describe('closeServer', () => {
  it('waits no longer than its patience for a request that does not end', async () => {
    const requests = new EventEmitter();
    const handle = () => {
      requests.emit('arrived');
      return new Promise<void>(() => undefined);
    };
    const endless = { method: 'get' as const, path: '/endless', handle };
    const { url, stop } = await temporaryServer(() => [endless]);
    const arrived = once(requests, 'arrived');
    const cut = assert.rejects(fetch(`${url}/endless`));
    await arrived;
    await stop();
    await cut;
  });
});

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
