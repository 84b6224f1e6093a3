import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair } from 'jose';
import { FOREIGN_TENANT, TENANT } from './identity-provider.ts';
import { temporaryTenant } from './temporary-tenant.ts';

type Tenant = Awaited<ReturnType<typeof temporaryTenant>>;
type Member = Record<string, unknown>;

const DIEGO = '44444444-4444-4444-8444-444444444444';

describe('what Teams sends to the bot of a tenant', () => {
  let tenant: Tenant;
  let connector: Server;
  let serviceUrl: string;
  let sent: { method: string; body: string }[];
  let member: Member | undefined;

  beforeEach(async () => {
    tenant = await temporaryTenant();
    sent = [];
    member = {
      id: '29:diego',
      name: 'Diego Siciliani',
      email: 'Diego@contoso.example',
      userRole: 'user',
      tenantId: TENANT,
    };
    connector = createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req) body += chunk;
      const isRoster = req.method === 'GET';
      if (!isRoster) sent.push({ method: req.method ?? '', body });
      res.statusCode = isRoster && !member ? 404 : 200;
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify(isRoster ? (member ?? {}) : { id: 'm1' }));
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    connector.closeAllConnections();
    await new Promise((resolve) => connector.close(resolve));
    await tenant.stop();
  });

  const activity = (more: object = {}) => ({
    ...{ id: '1', type: 'message', text: 'my leads', channelId: 'msteams', serviceUrl },
    from: { id: '29:diego', name: 'Diego', aadObjectId: DIEGO },
    recipient: { id: '28:bot', name: 'Lead Desk' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
    ...more,
  });
  const deliver = async (body: object, token?: Promise<string> | string) => {
    const authorization = token === undefined ? undefined : `Bearer ${await token}`;
    const response = await fetch(`${tenant.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type') ?? '', text };
  };
  const signed = (more: Record<string, unknown> = {}) => tenant.provider.channelToken(serviceUrl, more);
  const people = async () => {
    const authorization = `Bearer ${await tenant.provider.token({ oid: '77777777-7777-4777-8777-777777777777', name: 'Lidia', preferred_username: 'lidia@contoso.example' })}`;
    const { items } = await (await fetch(`${tenant.url}/api/people?q=diego`, { headers: { authorization } })).json();
    return items.map(({ id, address, role }: Record<string, string>) => [id, address, role]);
  };

  it('is answered when it is signed, and the person is remembered from the roster', async () => {
    const { status } = await deliver(activity(), signed());
    assert.equal(status, 200);
    assert.equal(sent.length, 1);
    assert.match(sent[0]?.body ?? '', /AdaptiveCard/);
    assert.deepEqual((await people())[0], [DIEGO, 'diego@contoso.example', 'salesperson']);
  });

  it('is a 401 with a problem when nobody of Teams signed it for this bot', async () => {
    const { provider } = tenant;
    const soon = provider.seconds() + 3600;
    const cases: [string, Promise<string> | string | undefined][] = [
      ['nothing', undefined],
      ['nonsense', 'a.b.c'],
      ['a local token', 'local:alex'],
      ['no algorithm', provider.unsigned()],
      ['a wrong key', provider.channelToken(serviceUrl, {}, { key: await generateKeyPair('RS256') })],
      ['an unknown key', provider.channelToken(serviceUrl, {}, { key: await generateKeyPair('RS256'), kid: 'x' })],
      ['the public key as a secret', provider.signedWithPublicKey()],
      ['expired', signed({ exp: provider.seconds() - 3600 })],
      ['of the future', signed({ nbf: soon, exp: soon + 60 })],
      ['for another bot', signed({ aud: '88888888-8888-4888-8888-888888888888' })],
      ['by another issuer', signed({ iss: 'https://login.contoso.example' })],
      ['for another service', signed({ serviceurl: 'https://smba.fabrikam.example/' })],
      ['a token for the API', provider.token()],
    ];
    for (const [what, token] of cases) {
      const { status, type, text } = await deliver(activity(), token);
      assert.deepEqual([what, status, type], [what, 401, 'application/problem+json']);
      assert.equal(JSON.parse(text).type, '/problems/unauthorized');
    }
    assert.deepEqual([sent, await people()], [[], []]);
  });

  it('is refused without anything on the console, where the SDK would print keys and stacks', async () => {
    const printed: unknown[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: unknown) => printed.push(text) > 0;
    try {
      for (const token of [
        signed({ exp: tenant.provider.seconds() - 3600 }),
        tenant.provider.channelToken(serviceUrl, {}, { key: await generateKeyPair('RS256') }),
      ]) {
        assert.equal((await deliver(activity(), token)).status, 401);
      }
    } finally {
      process.stderr.write = write;
    }
    assert.deepEqual(printed, []);
  });

  it('gets nothing from other tenants, channels and addresses', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal' };
    for (const more of [
      { conversation: { ...conversation, tenantId: FOREIGN_TENANT } },
      { conversation },
      { channelData: { tenant: { id: FOREIGN_TENANT } } },
      { channelId: 'directline' },
    ]) {
      const { status, text } = await deliver(activity(more), signed());
      assert.deepEqual([status, JSON.parse(text).type], [403, '/problems/not-permitted'], JSON.stringify(more));
    }
    const elsewhere = 'https://smba.fabrikam.example/';
    const token = tenant.provider.channelToken(elsewhere);
    assert.equal((await deliver(activity({ serviceUrl: elsewhere }), token)).status, 403);
    assert.deepEqual([sent, await people()], [[], []]);
  });

  it('gets nothing from guests, other organisations in a shared channel, and callers without an account', async () => {
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'lead.list', data: {} } } };
    for (const other of [{ userRole: 'guest' }, { userRole: 'anonymous' }, { tenantId: FOREIGN_TENANT }]) {
      member = { ...member, ...{ userRole: 'user', tenantId: TENANT }, ...other };
      assert.equal((await deliver(activity(), signed())).status, 200);
      assert.equal((await deliver(activity(invoke), signed())).status, 403);
    }
    await deliver(activity({ from: { id: '29:x', name: 'Eve' } }), signed());
    assert.deepEqual([sent, await people()], [[], []]);
  });

  it('lets nobody in whom the roster does not know, and says so with a reference', async () => {
    member = undefined;
    await deliver(activity(), signed());
    assert.match(sent[0]?.body ?? '', /Reference [0-9a-f]{8}/);
    assert.deepEqual(await people(), []);
  });

  it('does not hear of an invoke nobody handles as a fault of the server', async () => {
    const { status } = await deliver(activity({ type: 'invoke', name: 'no/such-thing' }), signed());
    assert.equal(status, 400);
  });
});
