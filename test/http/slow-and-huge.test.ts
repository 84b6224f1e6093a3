import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { PATIENCE } from '../../src/http/impatience.ts';
import { RateLimits } from '../../src/http/rate-limits.ts';
import { temporaryServer } from './temporary-server.ts';

const IMPATIENT = { headers: 100, request: 200, unsignedBody: 50, tooMany: 100, look: 20 };
const MEGABYTE = 1024 * 1024;
const SIGNED = 'authorization: Bearer local:alex\r\n';

describe('whoever sends slowly or hugely', function () {
  this.timeout(30_000);
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  const handled: unknown[] = [];
  const open = async (patience = PATIENCE) => {
    server = await temporaryServer(
      () => [
        {
          method: 'post',
          path: '/door',
          counted: 'never',
          handle: async ({ body }, res) => void handled.push(body, res.send(204)),
        },
      ],
      { patience },
    );
  };
  afterEach(() => server.stop());

  /** Sends what it is given and nothing more; resolves to what came back when the server has closed the connection. */
  async function raw(...parts: string[]): Promise<{ status: number; type: string; problem: { type?: string } }> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    for (const part of parts) socket.write(part);
    const answer = await text(socket).catch(() => '');
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    const of = (pattern: RegExp) => pattern.exec(head)?.[1] ?? '';
    return {
      status: Number(of(/^HTTP\/1.1 (\d+)/)),
      type: of(/content-type: (\S+)/i),
      problem: body ? JSON.parse(body) : {},
    };
  }
  const start = (path: string, more = '') => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n${more}`;
  const isAnswered = async () => {
    const answer = await fetch(`${server.url}/api/me`, { headers: { authorization: 'Bearer local:alex' } });
    assert.equal(answer.status, 200);
  };

  it('is cut off while the headers come, or the body, and told so; others go on meanwhile', async () => {
    await open(IMPATIENT);
    const slow = [
      ...Array.from({ length: 50 }, () => raw(start('/api/leads'))),
      ...Array.from({ length: 50 }, () => raw(start('/api/leads', `${SIGNED}\r\n{"lastName":`))),
    ];
    for (let nth = 0; nth < 20; nth++) await isAnswered();
    for (const { status, type, problem } of await Promise.all(slow)) {
      assert.deepEqual([status, type, problem.type], [408, 'application/problem+json', '/problems/request-timeout']);
    }
    await isAnswered();
  });

  it('is cut off sooner where nobody has signed for the body, and its work is not done', async () => {
    await open({ ...IMPATIENT, request: 600_000, headers: 600_000 });
    const slow = Array.from({ length: 100 }, () => raw(start('/door', '\r\n{"type":')));
    await isAnswered();
    await Promise.all(slow);
    assert.deepEqual(handled, []);
  });

  it('holds up nobody who has signed in, however many send to where nobody has to', async () => {
    await open({ ...PATIENCE, unsignedBody: 600_000 });
    // One more than there is room for: it is the sign that the others are inside.
    const { hostname, port } = new URL(server.url);
    const slow = Array.from({ length: 2000 }, () => connect(Number(port), hostname));
    for (const socket of slow) socket.on('error', () => undefined).write(start('/door', '\r\n{"type":'));
    const isFull = async () => (await fetch(`${server.url}/door`, { method: 'POST', body: '{}' })).status === 503;
    while (!(await isFull()));
    await isAnswered();
    for (const socket of slow) socket.destroy();
  });

  it('has no patience to count on beyond what is written here', async () => {
    await open();
    assert.deepEqual(PATIENCE, {
      ...{ headers: 15_000, request: 120_000, unsignedBody: 10_000 },
      ...{ tooMany: 500, look: 5000 },
    });
    assert.deepEqual([server.server.headersTimeout, server.server.requestTimeout], [15_000, 120_000]);
    assert.ok(server.server.maxHeadersCount && server.server.maxConnections);
  });

  it('is told with a problem that the headers are huge, or no headers at all', async () => {
    await open();
    const huge = await raw(start('/api/me', `${SIGNED}x-huge: ${'a'.repeat(20_000)}\r\n\r\n`));
    assert.deepEqual([huge.status, huge.problem.type], [431, '/problems/headers-too-large']);
    const odd = await raw('HELLO\r\n\r\n');
    assert.deepEqual([odd.status, odd.problem.type], [400, '/problems/malformed-request']);
    await isAnswered();
  });

  it('has to wait before being told of too many requests, and others do not', async () => {
    const limits = new RateLimits(1, 0);
    server = await temporaryServer(() => [], { limits, patience: { ...PATIENCE, tooMany: 600_000 } });
    const asks = (who: string) => fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer local:${who}` } });
    assert.equal((await asks('alex')).status, 200);
    const refused = asks('alex').then(
      () => 'answered',
      () => 'cut off',
    );
    assert.equal((await asks('megan')).status, 200);
    server.server.closeAllConnections();
    assert.equal(await refused, 'cut off');
  });

  it('is told that megabytes between texts are too much, however few parts there are', async () => {
    await open();
    for (const filled of [`${' '.repeat(2 * MEGABYTE)}{}`, `{"verb":${'1'.repeat(2 * MEGABYTE)}}`]) {
      const headers = { authorization: 'Bearer local:alex' };
      const answer = await fetch(`${server.url}/api/actions`, { method: 'POST', headers, body: filled });
      const { detail } = await answer.json();
      assert.deepEqual([answer.status, detail], [400, 'The body has megabytes that are no text.']);
    }
  });

  it('is told with a problem that the body is huge, just above the limit and far', async () => {
    await open();
    for (const size of [MEGABYTE + 1, 30 * MEGABYTE]) {
      const authorization = 'Bearer local:alex';
      const body = `{"lastName":"${'x'.repeat(size - 15)}"}`.padEnd(size);
      const answer = await fetch(`${server.url}/api/leads`, { method: 'POST', headers: { authorization }, body });
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.deepEqual([answer.status, (await answer.json()).type], [413, '/problems/body-too-large']);
    }
    await isAnswered();
  });
});
