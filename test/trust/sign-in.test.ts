import assert from 'node:assert/strict';
import { badHeaders } from './bad-tokens.ts';
import { CLIENT, TENANT } from './identity-provider.ts';
import { temporaryTenant } from './temporary-tenant.ts';

type Tenant = Awaited<ReturnType<typeof temporaryTenant>>;

describe('signing in with Entra ID', () => {
  let tenant: Tenant;
  const me = async (claims: Record<string, unknown>) => {
    const response = await fetch(`${tenant.url}/api/me`, {
      headers: { authorization: `Bearer ${await tenant.provider.token(claims)}` },
    });
    return { status: response.status, body: await response.json() };
  };

  beforeEach(async () => {
    tenant = await temporaryTenant();
  });
  afterEach(() => tenant.stop());

  it('lets members of the tenant in and remembers who they are', async () => {
    const { status, body } = await me({});
    assert.equal(status, 200);
    assert.deepEqual(
      [body.id, body.name, body.address, body.role, body.tenantId],
      ['44444444-4444-4444-8444-444444444444', 'Diego Siciliani', 'diego@contoso.example', 'sales-manager', TENANT],
    );
    const people = await fetch(`${tenant.url}/api/people?q=diego`, {
      headers: { authorization: `Bearer ${await tenant.provider.token()}` },
    });
    assert.equal((await people.json()).items[0].address, 'diego@contoso.example');
  });

  it('takes the tokens of both generations, and those Teams, Outlook and Microsoft 365 ask for', async () => {
    const first = { ver: '1.0', iss: tenant.provider.authority.issuers(TENANT)[1], azp: undefined, appid: CLIENT };
    assert.equal((await me({ ...first, aud: `api://${CLIENT}`, upn: 'diego@contoso.example' })).status, 200);
    assert.equal((await me({ ...first, idp: first.iss })).status, 200);
    assert.equal((await me({ azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', acct: 0 })).status, 200);
    assert.equal((await me({ scp: 'openid access_as_user', aud: [CLIENT] })).status, 200);
  });

  it('maps app roles to roles, however they are written, and takes one away when the directory does', async () => {
    for (const [roles, role] of [
      [['sales-team-member'], 'sales-team-member'],
      [['Lead.Reader', 'SalesTeamMember', 'System.Administrator'], 'system-administrator'],
      [['Sales_Manager'], 'sales-manager'],
      [['Something.Else'], 'salesperson'],
      [undefined, 'salesperson'],
    ] as const) {
      assert.equal((await me({ roles })).body.role, role);
    }
  });

  it('refuses every other token with a problem, and asks for a token where none is good', async () => {
    for (const [what, authorization, status] of await badHeaders(tenant.provider)) {
      const response = await fetch(`${tenant.url}/api/me`, { headers: { ...(authorization && { authorization }) } });
      assert.equal(response.status, status, what);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/, what);
      const { type } = await response.json();
      assert.equal(type, status === 401 ? '/problems/unauthorized' : '/problems/not-permitted', what);
      assert.equal(response.headers.get('www-authenticate'), status === 401 ? 'Bearer' : null, what);
    }
  });

  it('asks for the keys once, whatever keys tokens claim to be signed with', async () => {
    await Promise.all(Array.from({ length: 10 }, () => me({})));
    for (const kid of ['1', '2', '3']) {
      const authorization = `Bearer ${await tenant.provider.token({}, { kid })}`;
      assert.equal((await fetch(`${tenant.url}/api/me`, { headers: { authorization } })).status, 401);
    }
    assert.equal(tenant.provider.fetches(), 1);
  });

  it('asks again when the tenant signs with a new key, and takes the old one no longer', async () => {
    const rotating = await temporaryTenant({}, 0);
    const ask = (token: string) =>
      fetch(`${rotating.url}/api/me`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);
    const old = await rotating.provider.token();
    assert.equal(await ask(old), 200);
    await rotating.provider.rotate();
    assert.equal(await ask(await rotating.provider.token()), 200);
    assert.equal(await ask(old), 401);
    await rotating.stop();
  });

  it('says that nobody can be signed in when the keys are not to be had', async () => {
    tenant.provider.goAway(true);
    const { status, body } = await me({});
    assert.deepEqual([status, body.type], [503, '/problems/sign-in-unavailable']);
    tenant.provider.goAway(false);
    assert.equal((await me({})).status, 200);
  });

  it('takes only the apps that are named, beside its own', async () => {
    const other = '66666666-6666-4666-8666-666666666666';
    const strict = await temporaryTenant({ ALLOWED_CLIENTS: other });
    for (const [azp, status] of [
      [CLIENT, 200],
      [other, 200],
      ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', 403],
    ] as const) {
      const authorization = `Bearer ${await strict.provider.token({ azp })}`;
      assert.equal((await fetch(`${strict.url}/api/me`, { headers: { authorization } })).status, status);
    }
    await strict.stop();
  });
});
