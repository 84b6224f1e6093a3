import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { actionRoutes } from '../../src/http/action-routes.ts';
import { createHttpServer } from '../../src/http/http-server.ts';
import { leadsRoutes } from '../../src/http/leads-routes.ts';
import { localSignIn } from '../../src/http/sign-in.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { createLog } from '../../src/platform/log.ts';
import { temporaryDesk } from '../temporary-desk.ts';

describe('the HTTP API', () => {
  let url: string;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    const { desk, close } = await temporaryDesk();
    const log = createLog({ level: 'silent', local: false });
    const routes = [...leadsRoutes, ...actionRoutes];
    const server = createHttpServer({
      desk,
      log,
      signIn: localSignIn(desk.people, LOCAL_PEOPLE),
      routes,
      rawRoutes: [],
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await close();
    };
  });
  afterEach(() => stop());

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const all = { authorization: 'Bearer local:alex', connection: 'close', ...headers };
    const response = await fetch(url + path, { method, headers: all, ...(body !== undefined && { body: text }) });
    const answer = await response.text();
    return { status: response.status, headers: response.headers, body: answer ? JSON.parse(answer) : undefined };
  };

  it('creates, changes with If-Match, and refuses an old version', async () => {
    const made = await call('POST', '/api/leads', { lastName: 'Doe', companyName: 'Fabrikam' });
    assert.equal(made.status, 201);
    assert.equal(made.body.topic, 'Fabrikam');
    const path = `/api/leads/${made.body.id}`;
    assert.equal((await call('PATCH', path, { rating: 'hot' })).status, 428);
    const patch = { 'if-match': made.headers.get('etag') ?? '', 'content-type': 'application/merge-patch+json' };
    assert.equal((await call('PATCH', path, { rating: 'hot' }, patch)).body.rating, 'hot');
    assert.equal((await call('PATCH', path, { rating: 'cold' }, patch)).status, 412);
    assert.equal((await call('DELETE', path, undefined, { 'if-match': '*' })).status, 204);
    assert.equal((await call('GET', path)).status, 404);
  });

  it('names every wrong field and writes nothing', async () => {
    const { status, headers, body } = await call('POST', '/api/leads', { topic: 'x'.repeat(301), email: 'no' });
    assert.equal(status, 422);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.deepEqual(body.errors.map(({ field }: { field: string }) => field).sort(), ['email', 'lastName', 'topic']);
    assert.deepEqual((await call('GET', '/api/leads?view=all')).body.items, []);
  });

  it('answers what is not JSON, too large, unknown or unsigned with its own status', async () => {
    assert.equal((await call('POST', '/api/leads', '{')).status, 400);
    assert.equal((await call('POST', '/api/leads', { lastName: 'x'.repeat(5_000_000) })).status, 413);
    assert.equal((await call('POST', '/api/actions', { verb: 'constructor' })).status, 400);
    assert.equal((await call('GET', '/api/leads', undefined, { authorization: 'Bearer local:nobody' })).status, 401);
    assert.equal(
      (await call('POST', '/api/leads', { lastName: 'x' }, { authorization: 'Bearer local:adele' })).status,
      403,
    );
  });

  it('answers a refused button with a card that says why', async () => {
    const { body: lead } = await call('POST', '/api/leads', { lastName: 'Doe', companyName: 'Fabrikam' });
    const qualify = { leadId: lead.id, version: 1, createContact: 'true' };
    const refused = await call('POST', '/api/actions', { verb: 'lead.qualify', data: qualify });
    assert.equal(refused.body.refused, 'invalid-input');
    assert.match(JSON.stringify(refused.body.card), /Currency is required/);
    const stale = await call('POST', '/api/actions', {
      verb: 'lead.reactivate',
      data: { leadId: lead.id, version: 9 },
    });
    assert.equal(stale.body.refused, 'lead-changed');
    assert.match(JSON.stringify(stale.body.card), /Last changed by Alex Wilber/);
  });
});
