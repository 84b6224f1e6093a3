import assert from 'node:assert/strict';
import { request } from 'node:http';
import { temporaryTenant } from '../trust/temporary-tenant.ts';
import { temporaryServer } from './temporary-server.ts';

/** fetch does not let a caller say which host it means. */
function ask(url: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('what browsers are told', () => {
  it('is the same for every answer: nothing is guessed, framed, leaked or allowed', async () => {
    const { url, stop } = await temporaryTenant();
    for (const path of ['/api/me', '/healthz', '/openapi.json', '/docs', '/', '/outlook/pane.html', '/no-such-thing']) {
      const { headers } = await fetch(url + path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.match(headers.get('permissions-policy') ?? '', /camera=\(\).*geolocation=\(\).*microphone=\(\)/, path);
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000', path);
      assert.equal(headers.get('set-cookie'), null, path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'.*frame-ancestors/, path);
      assert.doesNotMatch(policy, /unsafe|\*(?!\.)|script-src[^;]*https:(?!\/\/appsforoffice\.microsoft\.com)/, path);
    }
    await stop();
  });

  it('is that nobody frames what is no page of an add-in', async () => {
    const { url, stop } = await temporaryTenant();
    for (const path of ['/docs', '/api/me', '/no-such-thing', '/healthz']) {
      assert.match(
        (await fetch(url + path)).headers.get('content-security-policy') ?? '',
        /frame-ancestors 'none'/,
        path,
      );
    }
    await stop();
  });

  it('does not hold them to https in local mode, where there is none', async () => {
    const { url, stop } = await temporaryServer();
    assert.equal((await fetch(`${url}/api/me`)).headers.get('strict-transport-security'), null);
    await stop();
  });
});

describe('local mode', () => {
  it('answers programs and pages of this machine, and no page from elsewhere', async () => {
    const { url, stop } = await temporaryServer(() => [], { localOnly: true });
    const authorization = 'Bearer local:alex';
    const { host, port } = new URL(url);
    for (const [headers, status] of [
      [{ host }, 200],
      [{ host: `localhost:${port}` }, 200],
      [{ host: `[::1]:${port}` }, 200],
      [{ host, origin: `http://localhost:${port}` }, 200],
      [{ host: 'rebound.fabrikam.example' }, 403],
      [{ host: `127.0.0.1.fabrikam.example:${port}` }, 403],
      [{ host, origin: 'https://fabrikam.example' }, 403],
      [{ host, origin: 'null' }, 403],
    ] as const) {
      assert.equal(await ask(`${url}/api/me`, { authorization, ...headers }), status, JSON.stringify(headers));
    }
    await stop();
  });
});

describe('a body', () => {
  it('is read to a depth that nothing we take has, and no further', async () => {
    const { url, stop } = await temporaryServer();
    const post = (body: string) => ask(`${url}/api/actions`, { authorization: 'Bearer local:alex' }, 'POST', body);
    const nested = (depth: number) => `{"verb":"help","data":{"x":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    assert.equal(await post(nested(20)), 200);
    assert.equal(await post(nested(40)), 400);
    assert.equal(await post(nested(400_000)), 400);
    assert.equal(await post(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`), 400);
    await stop();
  });

  it('of more parts than anything we take has is refused before it is parsed, with a problem', async () => {
    const { url, stop } = await temporaryServer();
    for (const part of ['1,', '{},', '[],', '"",']) {
      const body = `{"verb":"help","data":{"x":[${part.repeat(1_000_000)}1]}}`;
      const headers = { authorization: 'Bearer local:alex' };
      const answer = await fetch(`${url}/api/actions`, { method: 'POST', headers, body });
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      const { type, status, detail } = await answer.json();
      assert.deepEqual([type, status], ['/problems/malformed-request', 400]);
      assert.match(detail, /more than 50000 parts/);
    }
    await stop();
  });
});
