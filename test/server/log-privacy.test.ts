import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { end, startServerProcess } from './server-process.ts';

const KEY = 'contoso-site-key-0123456789';
const LEAD = {
  firstName: 'Marguerite',
  lastName: 'Quillfeather',
  companyName: 'Fabrikam Zeppelins',
  email: 'marguerite@fabrikam.example',
  businessPhone: '+1 425 555 0142',
  description: 'Wants nine hundred zeppelins',
};
const MAIL = {
  internetMessageId: '<zeppelin-1@fabrikam.example>',
  from: { name: 'Marguerite Quillfeather', address: 'marguerite@fabrikam.example' },
  sentAt: '2026-11-20T10:00:00Z',
  subject: 'Zeppelins wanted',
  text: 'Call me under +1 425 555 0142',
};
/** Every word above that is somebody's, and what opens doors. */
const PRIVATE = /marguerite|quillfeather|zeppelin|fabrikam|555.?0142|local:|alex wilber|contoso-site-key|secret-token/i;

describe('the log', function () {
  this.timeout(30_000);

  it('holds no names, addresses, mail text or tokens, whatever is asked and however it fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-log-'));
    const env = { LOG_LEVEL: 'trace', INQUIRY_KEYS: `website:${KEY}` };
    const server = await startServerProcess(`file:${join(folder, 'test.db')}`, env);
    const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(server.url + path, {
        method,
        headers: { authorization: 'Bearer local:alex', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, text };
    };

    const created = await call('POST', '/api/leads', LEAD);
    assert.equal(created.status, 201);
    const { id } = JSON.parse(created.text);
    assert.equal((await call('POST', '/api/leads', LEAD)).status, 409);
    assert.equal((await call('POST', '/api/leads', '{"lastName":"Quillfeather')).status, 400);
    assert.equal((await call('POST', '/api/leads', { ...LEAD, zeppelins: 900 })).status, 422);
    assert.equal((await call('PATCH', `/api/leads/${id}`, { email: 'marguerite@' }, { 'if-match': '*' })).status, 422);
    assert.equal((await call('GET', '/api/leads?q=quillfeather')).status, 200);
    assert.equal((await call('GET', '/api/export?email=marguerite@fabrikam.example')).status >= 400, true);
    assert.equal((await call('GET', '/zeppelins/marguerite@fabrikam.example')).status, 404);
    assert.equal(
      (await call('GET', '/api/leads', undefined, { authorization: 'Bearer secret-token.a.b' })).status,
      401,
    );
    assert.equal((await call('POST', '/api/emails/log', { email: MAIL, leadId: id })).status, 201);
    assert.equal((await call('POST', '/api/emails/draft', MAIL)).status, 200);
    assert.equal((await call('POST', '/api/inquiries', LEAD, { 'x-inquiry-key': KEY })).status, 202);
    assert.equal((await call('POST', '/api/inquiries', LEAD, { 'x-inquiry-key': `${KEY}-wrong` })).status, 401);
    await talk(call);
    assert.equal(await end(server.process, 'SIGTERM'), 0);

    const output = server.output();
    assert.match(output, /POST \/api\/leads 201/);
    assert.match(output, /could not answer/);
    const told = output.split('\n').filter((line) => PRIVATE.test(line));
    assert.deepEqual(told, []);
    rmSync(folder, { recursive: true });
  });
});

/** Chat: a search, an action that fails, and a chat whose connector refuses every answer by quoting it. */
async function talk(call: (method: string, path: string, body: unknown) => Promise<{ status: number }>): Promise<void> {
  const connector = createServer((req, res) => {
    let text = '';
    req.on('data', (chunk) => {
      text += chunk;
    });
    req.on('end', () => {
      res.statusCode = 400;
      res.end(JSON.stringify({ error: { message: text } }));
    });
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  const base = {
    channelId: 'msteams',
    serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`,
    from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: LOCAL_PEOPLE.alex?.id },
    recipient: { id: '28:bot', name: 'Lead Desk' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: LOCAL_PEOPLE.alex?.tenantId },
  };
  const action = { type: 'Action.Execute', verb: 'lead/create', data: { lastName: 'Quillfeather', email: 'zeppelin' } };
  await call('POST', '/api/messages', { ...base, id: '1', type: 'message', text: 'find quillfeather' });
  await call('POST', '/api/messages', {
    ...{ ...base, id: '2', type: 'invoke', name: 'adaptiveCard/action' },
    value: { action, trigger: 'manual' },
  });
  await call('POST', '/api/messages', { ...base, id: '3', type: 'message', text: 'zeppelins, please' });
  await new Promise((resolve) => connector.close(resolve).closeAllConnections());
}
