import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pageRoutes } from '../../src/http/page-routes.ts';
import { temporaryServer } from './temporary-server.ts';

const PUBLIC = fileURLToPath(new URL('../../dist/public', import.meta.url));
const HEADERS = { authorization: 'Bearer local:alex', 'content-type': 'application/json' };

describe('what the Leads tab is served', () => {
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  before(async () => {
    const local = { local: true, PUBLIC_URL: undefined, ENTRA_CLIENT_ID: undefined, ENTRA_TENANT_ID: undefined };
    server = await temporaryServer(() => pageRoutes(PUBLIC, local));
  });
  after(() => server.stop());

  const act = async (verb: string, data: object, host: 'tab' | 'outlook') => {
    const body = JSON.stringify({ verb, data, view: { host, locale: 'en', timeZone: 'UTC' } });
    const answer = await fetch(`${server.url}/api/actions`, { method: 'POST', headers: HEADERS, body });
    return (await answer.json()) as { card: object; changed?: string };
  };

  it('is a page under each of its addresses, with a policy that runs nothing written into it but what the build wrote', async () => {
    const pages = await Promise.all(['/tab', '/tab/', '/tab/index.html'].map((path) => fetch(server.url + path)));
    const texts = await Promise.all(pages.map((page) => page.text()));
    assert.equal(new Set(texts).size, 1);
    assert.match(texts[0] ?? '', /data-sign-in="local"/);
    const [, written = '', ...more] = texts[0]?.split(/<script>(.*?)<\/script>/s) ?? [];
    assert.deepEqual(more.length, 1);
    const hash = createHash('sha256').update(written).digest('base64');
    for (const page of pages) {
      const policy = page.headers.get('content-security-policy') ?? '';
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/);
      assert.ok(policy.includes(`script-src 'self' 'sha256-${hash}' https://appsforoffice.microsoft.com `), policy);
      assert.match(
        policy,
        /connect-src [^;]*https:\/\/res\.cdn\.office\.net\/teams-js\/validDomains\/json\/validDomains\.json/,
      );
      assert.match(policy, /frame-ancestors [^;]*https:\/\/teams\.microsoft\.com/);
    }
    assert.equal((await fetch(`${server.url}/tab/nothing.js`)).status, 404);
  });

  it('is told which lead a button wrote', async () => {
    const { changed } = await act('lead.create', { topic: 'Machines', lastName: 'Doe' }, 'tab');
    const lead = await fetch(`${server.url}/api/leads/${changed}`, { headers: HEADERS });
    assert.equal((await lead.json()).topic, 'Machines');
    assert.equal((await act('lead.show', { leadId: changed }, 'tab')).changed, undefined);
  });

  it('is the card without what the tab has of its own beside it', async () => {
    const { changed } = await act('lead.create', { topic: 'Grinders', lastName: 'Okafor' }, 'tab');
    const verbs = async (host: 'tab' | 'outlook') => {
      const { card } = await act('lead.show', { leadId: changed }, host);
      return [...JSON.stringify(card).matchAll(/"verb":"([a-z.]+)"/g)].map(([, verb]) => verb);
    };
    const inTab = new Set(await verbs('tab'));
    const inPane = await verbs('outlook');
    const elsewhere = ['note.add', 'call.log', 'task.add', 'lead.history'];
    assert.deepEqual([...new Set(inPane.filter((verb) => !inTab.has(verb)))].sort(), elsewhere.sort());
    assert.ok(inTab.has('lead.qualify') && inTab.has('lead.edit') && inTab.has('lead.assign'));
  });
});
