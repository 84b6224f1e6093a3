import assert from 'node:assert/strict';
import { createAdapter } from '../../bot/adapter.ts';
import { NotOurs } from '../../bot/teams-adapter.ts';
import { foreign } from '../../bot/teams-origin.ts';
import { createLog } from '../../src/platform/log.ts';

const OURS = '11111111-1111-4111-8111-111111111111';
const origin = (serviceUrl: string, more: object = {}) => ({
  ...{ channelId: 'msteams', serviceUrl, conversation: { tenantId: OURS } },
  ...more,
});

describe('where the bot sends to', () => {
  it('are the connectors of Teams, and nobody who sounds like them', () => {
    const reach = { tenants: [OURS] };
    for (const url of [
      'https://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net/teams/11111111-1111-4111-8111-111111111111/',
      'https://smba.infra.gcc.teams.microsoft.com/teams',
      'https://europe.webchat.botframework.com/',
    ]) {
      assert.equal(foreign(origin(url), reach), undefined, url);
    }
    for (const url of [
      'http://smba.trafficmanager.net/emea/',
      'https://evil.trafficmanager.net/',
      'https://smba.trafficmanager.net.fabrikam.example/',
      'https://smba.trafficmanager.net@fabrikam.example/',
      'https://smba.trafficmanager.net:8443/',
      'https://notbotframework.com/',
      'https://169.254.169.254/metadata',
      'file:///etc/passwd',
      'nonsense',
      '',
    ]) {
      assert.equal(foreign(origin(url), reach), 'service URL', url);
    }
  });

  it('are conversations of the allowed tenants in Teams, whatever a kept reference says', () => {
    const url = 'https://smba.trafficmanager.net/emea/';
    assert.equal(foreign(origin(url), { tenants: [] }), 'tenant');
    assert.equal(foreign(origin(url, { conversation: {} }), { tenants: [OURS] }), 'tenant');
    assert.equal(foreign(origin(url, { channelId: 'slack' }), { tenants: [OURS] }), 'channel');
    assert.equal(
      foreign(origin(url, { conversation: { tenantId: OURS.toUpperCase() } }), { tenants: [OURS] }),
      undefined,
    );
  });

  it('are on this machine only, in local mode', () => {
    assert.equal(foreign(origin('http://127.0.0.1:56150/_connector'), { tenants: undefined }), undefined);
    assert.equal(foreign(origin('http://localhost:56150/_connector'), { tenants: undefined }), undefined);
    assert.equal(foreign(origin('https://smba.trafficmanager.net/emea/'), { tenants: undefined }), 'service URL');
    assert.equal(foreign({ channelId: 'msteams' }, { tenants: undefined }), 'service URL');
    assert.equal(foreign(origin('http://169.254.169.254/'), { tenants: undefined }), 'service URL');
  });

  it('is checked before the bot starts talking, too', async () => {
    const adapter = createAdapter(undefined, { tenants: [OURS] }, createLog({ level: 'silent', local: false }));
    const foreignTenant = '99999999-9999-4999-8999-999999999999';
    const serviceUrl = 'https://smba.trafficmanager.net/emea/';
    const never = () => Promise.reject(new Error('was let through'));
    for (const reference of [
      origin(serviceUrl, { conversation: { id: 'a:1', tenantId: foreignTenant } }),
      origin('https://smba.fabrikam.example/', { conversation: { id: 'a:1', tenantId: OURS } }),
    ]) {
      await assert.rejects(async () => adapter.continueConversationAsync('', reference as never, never), NotOurs);
    }
    const parameters = { tenantId: foreignTenant } as never;
    await assert.rejects(
      async () => adapter.createConversationAsync('', 'msteams', serviceUrl, '', parameters, never),
      NotOurs,
    );
  });
});
