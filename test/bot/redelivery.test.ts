import assert from 'node:assert/strict';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { standInConnector } from '../outbox/stand-in-connector.ts';
import { end, type ServerProcess, startServerProcess } from '../server/server-process.ts';
import { temporaryPostgres } from '../temporary-postgres.ts';

const LEAD = '01890000-0000-7000-8000-000000000001';
const NOTE = '01890000-0000-7000-8000-000000000002';
const RECORDS = { currency: 'EUR', createOpportunity: 'true', createContact: 'true', duplicates: 'allow' };

/** What a person did in Teams, one after the other, as it arrives. */
const RECORDED: [verb: string, data: object][] = [
  ['lead.create', { requestId: LEAD, topic: 'Licences', lastName: 'Doe' }],
  ['note.add', { leadId: LEAD, requestId: NOTE, text: 'Likes tea' }],
  ['lead.qualify', { leadId: LEAD, version: 1, ...RECORDS }],
  ['lead.reactivate', { leadId: LEAD, version: 2 }],
  ['lead.disqualify', { leadId: LEAD, version: 3, reason: 'lost' }],
];

describe('activities delivered twice, to two servers', function () {
  this.timeout(120_000);
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>;
  let connector: Awaited<ReturnType<typeof standInConnector>>;
  let servers: ServerProcess[];
  before(async () => {
    postgres = await temporaryPostgres();
    connector = await standInConnector();
    const database = await postgres.database();
    servers = [await startServerProcess(database), await startServerProcess(database)];
  });
  after(async () => {
    for (const server of servers ?? []) await end(server.process, 'SIGTERM');
    await connector?.close();
    await postgres?.stop();
  });

  const base = () => ({
    ...{ channelId: 'msteams', serviceUrl: connector.url, recipient: { id: '28:bot', name: 'Lead Desk' } },
    from: { id: '29:alex', name: 'Alex Wilber', aadObjectId: LOCAL_PEOPLE.alex?.id },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: LOCAL_PEOPLE.alex?.tenantId },
  });
  const click = (nth: number) => {
    const [verb, data] = RECORDED[nth] ?? [];
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    return { ...base(), id: `click-${nth}`, type: 'invoke', name: 'adaptiveCard/action', replyToId: 'posted', value };
  };
  async function post(server: number, activity: object) {
    const response = await fetch(`${servers[server]?.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    assert.equal(response.status, 200);
    const text = await response.text();
    return text ? JSON.parse(text) : {};
  }
  async function api(path: string) {
    const headers = { authorization: 'Bearer local:miriam' };
    return (await fetch(`${servers[0]?.url}/api/leads/${LEAD}${path}`, { headers })).json();
  }

  it('do their work once and get one answer, at the same time and long after', async () => {
    const answers: object[] = [];
    for (let nth = 0; nth < RECORDED.length; nth++) {
      const [one, other] = await Promise.all([post(0, click(nth)), post(1, click(nth))]);
      assert.deepEqual(one, other);
      answers.push(one);
    }
    // Teams repeats what it got no answer to in any order.
    for (const nth of [4, 0, 2, 1, 3]) assert.deepEqual(await post(nth % 2, click(nth)), answers[nth]);
    // The opportunity is open: the last click was refused, and stays refused.
    assert.equal((await api('')).version, 3);
    const audit: { action: string; at: string }[] = (await api('/audit')).items;
    assert.equal(new Set(audit.flatMap(({ action, at }) => (action === 'qualify' ? [at] : []))).size, 1);
    assert.equal((await api('/timeline?kind=note')).items.length, 1);
  });

  it('get the lead as it stands and who changed it when the click is a new one on an old card', async () => {
    const { statusCode, value } = await post(1, { ...click(2), id: 'click-new' });
    assert.equal(statusCode, 200);
    assert.match(JSON.stringify(value), /changed in the meantime.*Last changed by Alex Wilber/);
  });

  it('save what was typed in a dialog once', async () => {
    for (const name of ['composeExtension/submitAction', 'task/submit']) {
      const { version } = await api('');
      const data = { verb: 'lead.update', leadId: LEAD, version, topic: name, lastName: 'Doe' };
      const submitted = { ...base(), id: name, type: 'invoke', name, value: { data } };
      const [one, other] = await Promise.all([post(0, submitted), post(1, submitted)]);
      assert.deepEqual(one, other);
      assert.deepEqual(await post(1, submitted), one);
      const lead = await api('');
      assert.deepEqual([lead.version, lead.topic], [version + 1, name]);
    }
  });

  it('post one answer to one message', async () => {
    const before = connector.taken.filter(({ method }) => method === 'POST').length;
    const message = { ...base(), id: 'said', type: 'message', text: 'help' };
    await Promise.all([post(0, message), post(1, message), post(0, message)]);
    await post(1, message);
    assert.equal(connector.taken.filter(({ method }) => method === 'POST').length, before + 1);
  });
});
