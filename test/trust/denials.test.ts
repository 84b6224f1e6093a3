import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, type ServerProcess, startServerProcess } from '../server/server-process.ts';
import { actor } from '../temporary-desk.ts';

describe('whoever tries what they may not do', function () {
  this.timeout(60_000);
  let folder: string;
  let server: ServerProcess;
  const start = async () => {
    server = await startServerProcess(`file:${join(folder, 'test.db')}`, { LOG_LEVEL: 'silent' });
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lead-desk-denials-'));
    await start();
  });
  afterEach(async () => {
    await end(server.process, 'SIGKILL');
    rmSync(folder, { recursive: true });
  });

  async function ask(who: string, method: string, path: string, body?: object) {
    const response = await fetch(server.url + path, {
      method,
      headers: { authorization: `Bearer local:${who}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, requestId: response.headers.get('x-request-id'), body: await response.json() };
  }

  /** Alex presses a button of a card in his chat with the bot. */
  const press = (verb: string, data: object) =>
    ask('', 'POST', '/api/messages', {
      ...{ id: '1', type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } } },
      ...{ channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9/', recipient: { id: '28:bot' } },
      from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: actor('alex').id },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: actor('alex').tenantId },
    });

  it('is on record, by every door, for those who may read it, also after a restart', async () => {
    const { id: leadId } = (await ask('megan', 'POST', '/api/leads', { lastName: 'Doe' })).body;
    const action = { verb: 'lead.qualify', data: { leadId, version: 1 }, view: { host: 'outlook' } };
    const tries = [
      await ask('adele', 'POST', `/api/leads/${leadId}/disqualify`, { reason: 'lost' }),
      await ask('adele', 'POST', '/api/actions', action),
      await ask('adele', 'POST', '/api/leads', { lastName: 'Roe' }),
      await ask('alex', 'POST', '/api/leads/assign', { leadIds: [leadId], ownerId: actor('alex').id }),
      await press('lead.delete', { leadId, version: 1, confirmed: 'yes' }),
    ];
    assert.deepEqual(
      tries.map(({ status, body }) => [status, body.refused ?? body.type ?? body.results[0].error.code]),
      [
        [403, '/problems/not-permitted'],
        [200, 'not-permitted'],
        [403, '/problems/not-permitted'],
        [200, 'not-permitted'],
        [200, 'application/vnd.microsoft.card.adaptive'],
      ],
    );
    assert.match(JSON.stringify(tries.at(-1)?.body.value), /Ask a sales manager/);
    await end(server.process, 'SIGTERM');
    await start();

    const { items } = (await ask('admin', 'GET', '/api/denials')).body;
    const [adele, alex] = ['adele' as const, 'alex' as const].map((name) => actor(name).id);
    assert.deepEqual(
      items.map((item: Record<string, unknown>) => [
        (item.by as { id: string }).id,
        item.surface,
        item.tried,
        item.leadId,
      ]),
      [
        [alex, 'teams', 'lead.delete', leadId],
        [alex, 'api', 'leads.assign', leadId],
        [adele, 'api', 'post /api/leads', null],
        [adele, 'outlook', 'lead.qualify', leadId],
        [adele, 'api', 'post /api/leads/:id/disqualify', leadId],
      ],
    );
    assert.deepEqual(
      items.map(({ requestId }: { requestId: string }) => requestId),
      // A turn in Teams has no request id.
      [
        null,
        ...tries
          .map(({ requestId }) => requestId)
          .reverse()
          .slice(1),
      ],
    );
    const lines = (await ask('megan', 'GET', `/api/leads/${leadId}/audit`)).body.items;
    assert.deepEqual(
      lines.filter(({ action }: { action: string }) => action === 'denied').map((line: { new: string }) => line.new),
      ['lead.delete', 'leads.assign', 'lead.qualify', 'post /api/leads/:id/disqualify'],
    );
    const card = await ask('megan', 'POST', '/api/actions', { ...action, verb: 'lead.history', data: { leadId } });
    assert.match(JSON.stringify(card.body), /Adele Vance tried something that was not permitted.*Tried: Qualify/);
  });
});
