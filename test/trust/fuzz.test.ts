import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { problemWire } from '../../src/http/wire.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { startServer } from '../../src/server.ts';
import { mutated } from './mutated.ts';
import { recorded } from './recorded-requests.ts';

/** `FUZZ_REQUESTS=100000` is the long run. `FUZZ_SEED` repeats one. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
/** A lead is soon deleted, erased or full of notes, so there is a new one again and again. */
const REQUESTS_A_LEAD = 200;
const AT_ONCE = 8;
const GROWTH_ALLOWED = 100 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

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
    // Requests are made up for seconds at a time, in which both ends of a connection stand still.
    connector.keepAliveTimeout = 600_000;
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
    const env = { PORT: '0', LOG_LEVEL: 'error', DATABASE_URL: `file:${join(folder, 'test.db')}` };
    const server = await startServer(env);
    const headers = { authorization: 'Bearer local:admin', 'content-type': 'application/json', 'if-match': '*' };
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', onUnhandled);

    const ask = async ({ method, path, body }: Asked) => {
      if (said.length) throw new Error(`seed ${SEED}: ${said[0]}`);
      const response = await fetch(server.url + path, { method, headers, ...(method !== 'GET' && { body }) });
      await holds(`${method} ${path}`, response, body);
    };
    const used: number[] = [];
    const rounds = Math.ceil(REQUESTS / REQUESTS_A_LEAD);
    const middle = Math.floor(rounds / 2);
    for (let round = 0; round < rounds; round++) {
      const body = JSON.stringify({ lastName: `Doe ${round}`, companyName: 'Contoso' });
      const lead = await (await fetch(`${server.url}/api/leads`, { method: 'POST', headers, body })).json();
      const requests = recorded({ leadId: lead.id, serviceUrl, person: LOCAL_PEOPLE.alex });
      const asked = fc.sample(anyOf(requests), { numRuns: REQUESTS_A_LEAD, seed: SEED + round });
      for (let nth = 0; nth < asked.length; nth += AT_ONCE) {
        await Promise.all(asked.slice(nth, nth + AT_ONCE).map(ask));
      }
      if (round === 0 || round === middle || round === rounds - 1) used.push(memoryUsed());
    }
    process.off('unhandledRejection', onUnhandled);
    assert.deepEqual([unhandled, said], [[], []], `seed ${SEED}`);
    const [, half = 0, end = 0] = used;
    assert.ok(end - half < GROWTH_ALLOWED, `memory stays where it was: ${used.map(megabytes).join(', ')}`);
    process.stdout.write(
      `      seed ${SEED}; memory after the first round, half and all: ${used.map(megabytes).join(', ')}\n`,
    );
    await server.stop();
    connector.closeAllConnections();
    await new Promise((resolve) => connector.close(resolve));
    rmSync(folder, { recursive: true });
  });
});

type Asked = { method: string; path: string; body: string };

function anyOf(requests: ReturnType<typeof recorded>): fc.Arbitrary<Asked> {
  return fc
    .constantFrom(...requests)
    .chain(({ body, ...rest }) => mutated(body).map((changed) => ({ ...rest, body: changed })));
}

/** What is left on the heap when everything that can go has gone, in bytes. */
function memoryUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

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
