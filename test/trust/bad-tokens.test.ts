import assert from 'node:assert/strict';
import Database from 'libsql';
import { API_ROUTES } from '../../src/http/api-routes.ts';
import { notificationsRoute } from '../../src/http/notifications-route.ts';
import { addAttachments } from '../../src/leads/add-attachments.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { actor, openDesk } from '../temporary-desk.ts';
import { badHeaders } from './bad-tokens.ts';
import { TENANT } from './identity-provider.ts';
import { ROUTES, type Scene } from './permission-table.ts';
import { temporaryTenant } from './temporary-tenant.ts';

type Sent = { path?: string; body?: unknown; headers?: Record<string, string> };
const ACTIVITY = {
  ...{ type: 'message', id: '1', text: 'new lead Jane Doe, Contoso', channelId: 'msteams' },
  ...{ serviceUrl: 'https://smba.trafficmanager.net/teams/', from: { id: '29:1' }, recipient: { id: '28:1' } },
  ...{ conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT } },
};

describe('a token that is not good', function () {
  this.timeout(120_000);
  let tenant: Awaited<ReturnType<typeof temporaryTenant>>;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeEach(async () => {
    tenant = await temporaryTenant({ RATE_LIMIT: 'off' });
    desk = await openDesk(`file:${tenant.database}`);
  });
  afterEach(async () => {
    await desk.store.close();
    await tenant.stop();
  });

  async function scene(): Promise<Scene> {
    const draft = { lastName: 'Doe', companyName: 'Fabrikam' };
    const { lead } = await createLead(desk, actor('admin'), draft, { via: 'api' });
    const note = await addToTimeline(desk, actor('admin'), lead.id, { kind: 'note', text: 'Hers' });
    const { results } = await addAttachments(desk, actor('admin'), lead.id, aFile(), undefined);
    const [first] = results;
    const attachmentId = first && 'attachment' in first ? first.attachment.id : '';
    return { leadId: lead.id, ownEntry: note.id, otherEntry: note.id, taskId: note.id, attachmentId };
  }

  const ask = (set: Scene, method: string, pattern: string, authorization: string | undefined) => {
    const row = pattern === '/api/messages' ? { body: ACTIVITY } : ROUTES[`${method} ${pattern}`]?.send?.(set);
    const { path = pattern.replace(':id', set.leadId), body, headers }: Sent = row ?? {};
    return fetch(tenant.url + path, {
      method: method === 'del' ? 'DELETE' : method.toUpperCase(),
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(method === 'post' && body === undefined && { body: '{}' }),
    });
  };

  it('is refused with a problem at every address, and nothing is written', async () => {
    const set = await scene();
    const before = everyRow(tenant.database);
    const addresses = [...API_ROUTES, notificationsRoute(desk.notifications)];
    const beside = ['/api/messages', '/api/inquiries'].map((path) => ({ method: 'post', path }));
    for (const [what, authorization, status] of await badHeaders(tenant.provider)) {
      await Promise.all(
        [...addresses, ...beside].map(async ({ method, path }) => {
          const response = await ask(set, method, path, authorization);
          const where = `${what}: ${method} ${path}`;
          // These two ask for Teams' own token and for the key of a site.
          assert.equal(response.status, beside.some((one) => one.path === path) ? 401 : status, where);
          assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/, where);
          const { type } = await response.json();
          assert.equal(type, response.status === 401 ? '/problems/unauthorized' : '/problems/not-permitted', where);
        }),
      );
      assert.ok(everyRow(tenant.database) === before, `${what}: nothing is written`);
    }
  });

  it('would have written with those very requests, had it been good', async () => {
    const authorization = `Bearer ${await tenant.provider.token({ roles: ['SystemAdministrator'] })}`;
    const writing = Object.keys(ROUTES).filter((route) => /^(patch|del) |\/(import|timeline|erasures)$|s$/.test(route));
    for (const route of writing.filter((one) => !/^get /.test(one) && !/actions/.test(one))) {
      const [method = '', pattern = ''] = route.split(' ');
      const set = await scene();
      const before = everyRow(tenant.database);
      const response = await ask(set, method, pattern, authorization);
      assert.ok(response.status < 300, `${route}: ${response.status} ${await response.text()}`);
      assert.ok(everyRow(tenant.database) !== before, route);
    }
  });
});

/** Every row of every table, as text. */
function everyRow(file: string): string {
  const db = new Database(file);
  const tables = db.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[];
  const rows = tables.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all()]);
  db.close();
  return JSON.stringify(rows, (_name, value) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
  );
}

async function* aFile() {
  const bytes = (async function* () {
    yield Buffer.from('Hello');
  })();
  yield { name: 'a.txt', contentType: 'text/plain', bytes };
}
