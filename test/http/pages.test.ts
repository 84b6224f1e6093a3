import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { pageRoutes } from '../../src/http/page-routes.ts';
import { temporaryServer } from './temporary-server.ts';

const PUBLIC = fileURLToPath(new URL('../../dist/public', import.meta.url));
const ENTRA = {
  ENTRA_CLIENT_ID: '00000000-0000-4000-8000-0000000000c0',
  ENTRA_TENANT_ID: '00000000-0000-4000-8000-0000000000d0',
};
const KILOBYTE = 1024;

describe('the pages of the add-in', () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  before(async () => {
    const place = { local: false, PUBLIC_URL: 'https://leads.contoso.com', ...ENTRA };
    server = await temporaryServer(() => pageRoutes(PUBLIC, place));
  });
  after(() => server.stop());
  const get = (path: string, headers = {}) => fetch(server.url + path, { headers });
  const pages = ['pane.html', 'on-send.html', 'sign-in.html'];
  /** What a page's own addresses are, Office's library aside. */
  const named = async (page: string) => {
    const html = await (await get(`/outlook/${page}`)).text();
    return [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
  };

  it('run nothing that is written into them, and nothing of others but Office', async () => {
    for (const page of pages) {
      const answer = await get(`/outlook/${page}`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.doesNotMatch(policy, /unsafe|https?:(?!\/\/)|\*(?!\.)/);
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /script-src 'self' https:\/\/appsforoffice\.microsoft\.com [^;]*MicrosoftAjax\.js;/);
      assert.match(policy, /base-uri 'none'; form-action 'none'/);
      const html = await answer.text();
      assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:/);
    }
  });

  it('bring along what office.js would wait for, from this machine where it is the only one', async () => {
    assert.ok((await named('pane.html')).includes('https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js'));
    const nowhere = { PUBLIC_URL: undefined, ENTRA_CLIENT_ID: undefined, ENTRA_TENANT_ID: undefined };
    const local = await temporaryServer(() => pageRoutes(PUBLIC, { local: true, ...nowhere }));
    const html = await (await fetch(`${local.url}/outlook/pane.html`)).text();
    await local.stop();
    assert.match(html, /src="\/preview\/office\/microsoft-ajax\.js"/);
    assert.doesNotMatch(html, /https:/);
  });

  it('bring along what office.js would ask for one after the other, where their address says which Outlook it is', async () => {
    const preloaded = async (info: string, page = 'pane.html') => {
      const answer = await get(`/outlook/${page}?et=&_host_Info=${encodeURIComponent(info)}`);
      const html = await answer.text();
      assert.doesNotMatch(html, /evil/);
      return [...html.matchAll(/<link rel="preload" as="script"(?: crossorigin)? href="([^"]*)">/g)].map(
        ([, url]) => url,
      );
    };
    const files = (own: string, language: string) =>
      [own, `${language}/office_strings.js`, `${language}/outlook_strings.js`].map(
        (file) => `https://appsforoffice.microsoft.com/lib/1/hosted/${file}`,
      );
    for (const page of pages) {
      const given = await preloaded('Outlook|Web|16.01|fr-FR|8e705027||', page);
      assert.deepEqual(given, files('outlook-web-16.01.js', 'fr-fr'), page);
    }
    assert.deepEqual(await preloaded('Outlook$Win32$16.99$en-US$$$$0'), files('outlook-win32-16.02.js', 'en-us'));
    for (const other of ['', 'Outlook$Web', 'Word$Web$16.01$en-US', 'Outlook$Web$16.01$"><script src=//evil>$']) {
      assert.deepEqual(await preloaded(other), [], other);
    }
  });

  it('can be shown by Outlook and Teams, and by nobody else', async () => {
    const { headers } = await get('/outlook/pane.html');
    assert.equal(headers.get('x-frame-options'), null);
    const hosts = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]?.split(' ') ?? [];
    for (const host of ['https://outlook.office365.com', 'https://*.office.com', 'https://*.cloud.microsoft']) {
      assert.ok(hosts.includes(host), host);
    }
    // Only the Leads tab speaks to Teams.
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /res\.cdn\.office\.net/);
    assert.ok(hosts.every((host) => host === "'self'" || /^https:\/\/(\*\.)?[\w-]+\.[\w.-]+$/.test(host)));
  });

  it('name their parts after the content, so that these are kept for ever and the pages are always asked for', async () => {
    for (const page of pages) {
      assert.equal((await get(`/outlook/${page}`)).headers.get('cache-control'), 'no-cache');
      for (const url of (await named(page)).filter((url) => url.startsWith('/'))) {
        const answer = await get(url);
        assert.equal(answer.status, 200, url);
        const kept = answer.headers.get('cache-control');
        // Manifests name this one, for Outlooks that have no page.
        if (url === '/outlook/on-send.js') assert.equal(kept, 'no-cache');
        else assert.match(`${kept} ${url}`, /^public, max-age=31536000, immutable .*-[A-Z\d]{8}\.(js|css)$/);
      }
    }
  });

  it('come compressed to whoever takes it', async () => {
    const [script = ''] = (await named('pane.html')).filter((url) => /\/pane-.*\.js$/.test(url));
    const packed = await get(script, { 'accept-encoding': 'gzip' });
    assert.deepEqual([packed.headers.get('content-encoding'), packed.headers.get('vary')], ['gzip', 'accept-encoding']);
    const plain = await get(script, { 'accept-encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(await packed.text(), await plain.text());
  });

  it('need 80 KB at most until the first card, the card renderer and the longest language included', async () => {
    const size = async (url: string) => gzipSync(await (await get(url)).arrayBuffer()).byteLength;
    const parts = (await named('pane.html')).filter((url) => url.startsWith('/'));
    const languages = readdirSync(`${PUBLIC}/outlook`).filter((name) => /^[a-z]{2}-[A-Z\d]{8}\.js$/.test(name));
    assert.equal(languages.length, 5);
    const sizes = await Promise.all(parts.map(size));
    const longest = Math.max(...(await Promise.all(languages.map((name) => size(`/outlook/${name}`)))));
    const total = sizes.reduce((sum, bytes) => sum + bytes, longest);
    assert.ok(total > 40 * KILOBYTE && total <= 80 * KILOBYTE, `${total} bytes`);
  });

  it('know where people sign in, and classic Outlook which script may ask for tokens', async () => {
    const html = await (await get('/outlook/pane.html')).text();
    assert.match(html, new RegExp(`data-sign-in="entra" data-client-id="${ENTRA.ENTRA_CLIENT_ID}"`));
    const allowed = await get('/.well-known/microsoft-officeaddins-allowed.json');
    assert.deepEqual(await allowed.json(), { allowed: ['https://leads.contoso.com/outlook/on-send.js'] });
    const script = await (await get('/outlook/on-send.js')).text();
    assert.match(script, /https:\/\/leads\.contoso\.com/);
  });
});
