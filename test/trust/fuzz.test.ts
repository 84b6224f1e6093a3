import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { problemWire } from '../../src/http/wire.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { startServer } from '../../src/server.ts';
import { mutated } from './mutated.ts';
import { recorded } from './recorded-requests.ts';

/** `FUZZ_REQUESTS=100000` is the long run. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2000);
const GROWTH_ALLOWED = 200 * 1024 * 1024;

describe('a server sent whatever resembles a request', function () {
  this.timeout(3_600_000);

  it('never faults, always answers in good form, and keeps nothing of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-fuzz-'));
    const said: string[] = [];
    const connector = createServer(async (req, res) => {
      let text = '';
      for await (const chunk of req) text += chunk;
      if (/Reference [0-9a-f]{8}/.test(text)) said.push(text);
      res.setHeader('content-type', 'application/json');
      res.end('{"id":"m1"}');
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
    const env = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: `file:${join(folder, 'test.db')}` };
    const server = await startServer(env);
    const headers = { authorization: 'Bearer local:admin', 'content-type': 'application/json', 'if-match': '*' };
    const lead = await (
      await fetch(`${server.url}/api/leads`, {
        method: 'POST',
        headers,
        body: '{"lastName":"Doe","companyName":"Contoso"}',
      })
    ).json();
    const requests = recorded({ leadId: lead.id, serviceUrl, person: LOCAL_PEOPLE.alex });
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', onUnhandled);

    let done = 0;
    let settledAt = 0;
    const anyOf = fc
      .constantFrom(...requests)
      .chain(({ body, ...rest }) => fc.record({ rest: fc.constant(rest), body: mutated(body) }));
    await fc.assert(
      fc.asyncProperty(anyOf, async ({ rest: { method, path }, body }) => {
        const response = await fetch(server.url + path, { method, headers, ...(method !== 'GET' && { body }) });
        await holds(`${method} ${path}`, response, body);
        if (++done === Math.ceil(REQUESTS / 2)) settledAt = process.memoryUsage().heapUsed;
      }),
      { numRuns: REQUESTS, endOnFailure: true },
    );
    process.off('unhandledRejection', onUnhandled);
    assert.deepEqual([unhandled, said], [[], []]);
    assert.ok(process.memoryUsage().heapUsed - settledAt < GROWTH_ALLOWED, 'memory stays where it was');
    await server.stop();
    connector.closeAllConnections();
    await new Promise((resolve) => connector.close(resolve));
    rmSync(folder, { recursive: true });
  });
});

async function holds(where: string, response: Response, body: string): Promise<void> {
  const text = await response.text();
  const told = `${where} ${response.status}: ${text.slice(0, 300)} for ${body.slice(0, 600)}`;
  assert.ok(response.status < 500, told);
  if (!text) return;
  const answer = JSON.parse(text);
  if (where.endsWith('/api/messages') && response.status < 400) {
    assert.ok(answer.statusCode === undefined || answer.statusCode < 500, told);
  } else if (response.status >= 400) {
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/, told);
    assert.ok(problemWire.safeParse(answer).success, told);
  }
}
