import assert from 'node:assert/strict';
import { VERBS } from '../../src/cards/verbs.ts';
import { addAttachments } from '../../src/leads/add-attachments.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { disqualifyLead, qualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Denial } from '../../src/leads/denial.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { temporaryServer } from '../http/temporary-server.ts';
import { actor } from '../temporary-desk.ts';
import {
  allows,
  type Column,
  OWN_ENTRIES,
  OWNERS,
  PEOPLE,
  ROUTES,
  type Scene,
  VERB_ROWS,
  type Who,
  type Whose,
} from './permission-table.ts';

type Tried = {
  what: string;
  column: Column;
  closed?: boolean;
  anyLead?: boolean;
  refused: (scene: Scene, who: Who) => Promise<boolean>;
};

describe('who may do what', function () {
  this.timeout(120_000);
  let server: Awaited<ReturnType<typeof temporaryServer>>;
  let denials: Denial[];

  beforeEach(async () => {
    server = await temporaryServer();
    denials = [];
    server.desk.denied = (denial) => denials.push(denial);
    await Promise.all(Object.values(LOCAL_PEOPLE).map((person) => server.desk.people.remember(person)));
  });
  afterEach(() => server.stop());

  async function scene(who: Who, whose: Whose, closed: boolean): Promise<Scene> {
    const { desk } = server;
    const owner = whose === 'unassigned' ? null : actor(whose === 'own' ? who : 'megan');
    const draft = { topic: 'Mixers', lastName: 'Doe', companyName: 'Fabrikam' };
    const { lead } = await createLead(desk, actor('admin'), draft, { via: 'api', owner, duplicates: 'allow' });
    const own = await addToTimeline(desk, actor(who), lead.id, { kind: 'note', text: 'Mine' });
    const other = await addToTimeline(desk, actor('megan'), lead.id, { kind: 'note', text: 'Hers' });
    const task = await addToTimeline(desk, actor('megan'), lead.id, { kind: 'task', text: 'Call' });
    const file = { name: 'a.txt', contentType: 'text/plain', bytes: bytes('Hello') };
    const { results } = await addAttachments(desk, actor('megan'), lead.id, files(file), undefined);
    const [first] = results;
    const attachmentId = first && 'attachment' in first ? first.attachment.id : '';
    if (closed) await disqualifyLead(desk, actor('admin'), lead.id, { reason: 'lost' }, '*');
    return { leadId: lead.id, ownEntry: own.id, otherEntry: other.id, taskId: task.id, attachmentId };
  }

  const ask = (method: string, path: string, who: Who, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: method === 'del' ? 'DELETE' : method.toUpperCase(),
      headers: { authorization: `Bearer local:${who}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  /** Everything that is kept about the lead, and how many leads there are. */
  const kept = async ({ leadId }: Scene) => [
    await server.desk.privacy.leadData(leadId),
    (await server.desk.store.leads({ limit: 100 })).items.length,
  ];

  async function tryAll(tries: readonly Tried[]): Promise<void> {
    for (const { what, column, closed = false, anyLead, refused } of tries) {
      for (const who of PEOPLE) {
        for (const whose of anyLead ? (['own'] as const) : OWNERS) {
          const set = await scene(who, whose, closed);
          const before = await kept(set);
          denials = [];
          const expected = !allows(column, who, whose);
          const where = `${what} by ${who}, lead ${whose}`;
          assert.equal(await refused(set, who), expected, where);
          assert.equal(denials.length > 0, expected, `${where}: on record`);
          if (!expected) continue;
          assert.deepEqual(await kept(set), before, `${where}: nothing is written`);
          assert.equal(denials[0]?.by.id, actor(who).id);
        }
      }
    }
  }

  function routeTries(rows: typeof ROUTES): Tried[] {
    return Object.entries(rows).map(([what, row]) => ({
      what,
      ...row,
      refused: async (set, who) => {
        const [method = '', pattern = ''] = what.split(' ');
        const { path = pattern.replace(':id', await idFor(pattern, set)), body, headers } = row.send?.(set) ?? {};
        const response = await ask(method, path, who, body, headers);
        const text = await response.text();
        assert.ok(response.status < 400 || response.status === 403, `${what} by ${who}: ${response.status} ${text}`);
        if (response.status === 403) assert.equal(JSON.parse(text).type, '/problems/not-permitted');
        return response.status === 403 || /"code":"not-permitted"/.test(text);
      },
    }));
  }

  async function idFor(pattern: string, { leadId }: Scene): Promise<string> {
    const kind = /accounts|contacts|opportunities/.exec(pattern)?.[0];
    if (!kind) return leadId;
    const all = {
      createAccount: true,
      createContact: true,
      createOpportunity: true,
      currency: 'USD',
      duplicates: 'allow',
    };
    const { account, contact, opportunity } = await qualifyLead(server.desk, actor('admin'), leadId, all, '*');
    return { accounts: account?.id, contacts: contact?.id, opportunities: opportunity?.id }[kind] ?? '';
  }

  it('is written down for every address and every verb there is', () => {
    assert.deepEqual(Object.keys(ROUTES).sort(), server.routes.map(({ method, path }) => `${method} ${path}`).sort());
    assert.deepEqual(Object.keys(VERB_ROWS).sort(), Object.keys(VERBS).sort());
  });

  it('is the contract’s table at every address, for every role, whosever the lead is', async () => {
    await tryAll(routeTries(ROUTES));
    await tryAll(routeTries(OWN_ENTRIES));
  });

  it('is the same for every verb', async () => {
    const mail = (id: string) => ({
      internetMessageId: `<${id}@fabrikam.example>`,
      from: { address: 'jane@fabrikam.example' },
      subject: 'Mixers',
      conversationId: 'c1',
      sentAt: '2026-11-20T10:00:00Z',
      text: 'Hello',
    });
    await tryAll(
      Object.entries(VERB_ROWS).map(([verb, row]) => ({
        what: verb,
        ...row,
        refused: async (set, who) => {
          const body = { verb, data: row.data?.(set) ?? {}, ...(row.mail && { mail: mail(set.leadId) }) };
          const response = await ask('post', '/api/actions', who, body);
          const answer = await response.json();
          assert.equal(response.status, 200, `${verb} by ${who}: ${JSON.stringify(answer)}`);
          assert.ok(!answer.refused || answer.refused === 'not-permitted', `${verb} by ${who}: ${answer.refused}`);
          return answer.refused === 'not-permitted';
        },
      })),
    );
  });
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function* files<T>(file: T): AsyncGenerator<T> {
  yield file;
}
