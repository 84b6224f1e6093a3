import assert from 'node:assert/strict';
import { RateLimits } from '../../src/http/rate-limits.ts';
import { temporaryTenant } from '../trust/temporary-tenant.ts';

const caller = (forwarded: string | undefined, remoteAddress = '10.0.0.1') => ({
  headers: { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

describe('the address a request counts for', () => {
  it('is what our own proxies saw, never what anybody can write', () => {
    for (const [proxies, forwarded, address] of [
      [0, '203.0.113.9', '10.0.0.1'],
      [1, '203.0.113.9', '203.0.113.9'],
      [1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
      [2, '198.51.100.1, 203.0.113.9', '198.51.100.1'],
      [2, '203.0.113.9', '10.0.0.1'],
      [1, '203.0.113.9:50123', '203.0.113.9'],
      [1, 'unknown', '10.0.0.1'],
      [1, undefined, '10.0.0.1'],
    ] as const) {
      assert.equal(new RateLimits('off', proxies).addressOf(caller(forwarded)), address, `${proxies} ${forwarded}`);
    }
  });

  it('is the whole network of an IPv6 address', () => {
    const limits = new RateLimits('off', 1);
    const of = (address: string) => limits.addressOf(caller(address));
    assert.equal(of('2001:db8:1:2::1'), of('[2001:db8:1:2:ffff::7]:443'));
    assert.notEqual(of('2001:db8:1:2::1'), of('2001:db8:1:3::1'));
    assert.equal(of('::ffff:203.0.113.9'), '203.0.113.9');
  });
});

describe('a server in a tenant', () => {
  it('tells a person who asks too often when to come back, and nobody else', async () => {
    const { url, provider, stop } = await temporaryTenant({ RATE_LIMIT: '3' });
    const ask = async (oid: string) => {
      const authorization = `Bearer ${await provider.token({ oid })}`;
      return fetch(`${url}/api/me`, { headers: { authorization } });
    };
    const [one, other] = ['44444444-4444-4444-8444-444444444444', '55555555-5555-4555-8555-555555555555'];
    for (let nth = 0; nth < 3; nth++) assert.equal((await ask(one)).status, 200);
    const refused = await ask(one);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    assert.equal((await refused.json()).type, '/problems/too-many-requests');
    assert.equal((await ask(other)).status, 200);
    await stop();
  });

  it('gives its figures to an address as often as anything, and says that it lives as often as it is asked', async () => {
    const { url, stop } = await temporaryTenant({ RATE_LIMIT: '1' });
    const statuses = async (path: string) => {
      const answers = await Promise.all(Array.from({ length: 11 }, () => fetch(`${url}${path}`)));
      return answers.map(({ status }) => status).sort();
    };
    assert.deepEqual(await statuses('/healthz'), Array(11).fill(200));
    assert.deepEqual(await statuses('/metrics'), [...Array(10).fill(200), 429]);
    await stop();
  });

  it('stops listening to an address that sends what nobody signed, to the API and to the bot', async () => {
    const { url, stop } = await temporaryTenant({ RATE_LIMIT: '1', TRUST_PROXY: '1' });
    const activity = {
      type: 'message',
      channelId: 'msteams',
      conversation: { id: 'a' },
      from: { id: 'b' },
      recipient: { id: 'c' },
    };
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const asks = (headers: Record<string, string>) => fetch(`${url}/api/me`, { headers });
    const posts = (headers: Record<string, string>) =>
      fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) });
    for (const [send, address] of [
      [asks, '203.0.113.1'],
      [posts, '203.0.113.2'],
    ] as const) {
      for (let nth = 0; nth < 10; nth++) assert.equal((await send(from(address))).status, 401);
      const refused = await send(from(address));
      assert.deepEqual([refused.status, Number(refused.headers.get('retry-after')) >= 1], [429, true]);
      assert.equal((await send(from('203.0.113.77'))).status, 401);
    }
    assert.equal((await fetch(`${url}/healthz`, { headers: from('203.0.113.1') })).status, 200);
    await stop();
  });
});
