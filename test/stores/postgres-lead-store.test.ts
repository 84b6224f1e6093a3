import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { addAttachments } from '../../src/leads/add-attachments.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { auditTimeline } from '../../src/leads/audit.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { removeTimelineItem } from '../../src/leads/change-timeline.ts';
import { deleteLead, disqualifyLead, qualifyLead, reactivateLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { erase } from '../../src/leads/privacy.ts';
import { eraseExpired } from '../../src/leads/retention.ts';
import { actor, openDesk } from '../temporary-desk.ts';
import { temporaryPostgres } from '../temporary-postgres.ts';
import { denialsContract } from './denials.contract.ts';
import { leadStoreContract } from './lead-store.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import { tracesContract } from './traces.contract.ts';

describe('PostgreSQL', function () {
  this.timeout(120_000);
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>;
  before(async () => {
    postgres = await temporaryPostgres();
  });
  after(() => postgres.stop());

  const open = async () => {
    const url = await postgres.database();
    const desk = await openDesk(url);
    return { desk, everything: () => everything(url), close: () => desk.store.close() };
  };
  leadStoreContract('PostgreSQL', open);
  outboxContract('PostgreSQL', open);
  tracesContract('PostgreSQL', open);
  denialsContract('PostgreSQL', open);

  it('shows one server what another wrote', async () => {
    const url = await postgres.database();
    const [one, other] = [await openDesk(url), await openDesk(url)];
    const { lead } = await createLead(one, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    const records = { createContact: true, createOpportunity: true, currency: 'EUR' };
    const { opportunity } = await qualifyLead(other, actor('megan'), lead.id, records, 1);
    assert.deepEqual(await one.store.opportunity(opportunity?.id ?? ''), opportunity);
    const both = [one, other].flatMap((desk) =>
      Array.from({ length: 50 }, () => reactivateLead(desk, actor('alex'), lead.id, 2)),
    );
    const results = await Promise.allSettled(both);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    await one.store.close();
    await other.store.close();
  });

  it('makes one lead of several that are alike, whichever servers they come to at the same moment', async () => {
    const url = await postgres.database();
    const [one, other] = [await openDesk(url), await openDesk(url)];
    const made: number[] = [];
    for (let round = 0; round < 20; round++) {
      const draft = { firstName: 'Jane', lastName: 'Doe', email: `jane@fabrikam-${round}.example` };
      const both = [one, other].flatMap((desk) =>
        Array.from({ length: 5 }, () => createLead(desk, actor('alex'), draft, { via: 'chat' })),
      );
      const results = await Promise.allSettled(both);
      made.push(results.filter(({ status }) => status === 'fulfilled').length);
      for (const result of results)
        if (result.status === 'rejected') assert.match(String(result.reason), /duplicate-lead/);
    }
    assert.deepEqual(made, Array(20).fill(1));
    await one.store.close();
    await other.store.close();
  });

  /** Two servers on one empty database, and whoever is at some of its rows before them. */
  async function twoServers() {
    const url = await postgres.database();
    const [one, other] = [await openDesk(url), await openDesk(url)];
    const close = () => Promise.all([one.store.close(), other.store.close()]);
    return { one, other, hold: (rows: string) => hold(url, rows), everything: () => everything(url), close };
  }

  it('gives a notification to one of two servers only', async () => {
    const { one, other, hold, close } = await twoServers();
    const told = {
      kind: 'new-lead',
      leadId: 'l',
      byId: 'p',
      personId: 'p',
      conversationId: null,
      taskId: null,
    } as const;
    const keys = Array.from({ length: 20 }, (_, nth) => `key ${nth + 10}`);
    const waiting = { ...told, state: 'waiting', detail: null, attempts: 0, at: '2026-11-25T10:00:00.000Z' } as const;
    await one.notifications.add(keys.map((key) => ({ ...waiting, key })));
    const held = await hold('notifications order by key limit 8');
    const taking = [one, other, one, other].map((desk) => desk.notifications.take(new Date('2026-11-26'), 8));
    for (const work of taking) await held.waits(work);
    await held.letGo();
    const taken = (await Promise.all(taking)).flat().map(({ key }) => key);
    const rest = (await one.notifications.take(new Date('2026-11-26'), 20)).map(({ key }) => key);
    assert.deepEqual([...taken, ...rest].sort(), keys);
    await close();
  });

  it('puts every file on an entry that several servers add to', async () => {
    const { one, other, hold, close } = await twoServers();
    const { lead } = await createLead(one, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    const note = await addToTimeline(one, actor('alex'), lead.id, { kind: 'note', text: 'Files' });
    const held = await hold(`timeline where id = '${note.id}'`);
    const adding = [one, other, one, other].map((desk, nth) =>
      addAttachments(desk, actor('alex'), lead.id, file(`${nth}.txt`), note.id),
    );
    for (const work of adding) await held.waits(work);
    await held.letGo();
    await Promise.all(adding);
    const kept = await one.store.timelineItem(note.id);
    assert.deepEqual(kept?.kind === 'note' && kept.attachments.map(({ name }) => name).sort(), [
      ...['0.txt', '1.txt', '2.txt', '3.txt'],
    ]);
    await close();
  });

  it('keeps bytes whose last use is removed while another server adds the same', async () => {
    const { one, other, hold, close } = await twoServers();
    const alex = actor('alex');
    const { lead } = await createLead(one, alex, { lastName: 'Doe' }, { via: 'api' });
    const { item: last } = await addAttachments(one, alex, lead.id, file('old.txt'));
    const note = await addToTimeline(one, alex, lead.id, { kind: 'note', text: 'Files' });
    const upload = await one.attachments.receive(bytes(), 100);
    const attachment = {
      id: one.newId(),
      name: 'new.txt',
      contentType: 'text/plain',
      size: upload.size,
      contentId: null,
    };
    const held = await hold(`"blobChunks" where hash = '${upload.key}'`);
    const audit = auditTimeline(alex, 'timeline-update', note.createdAt, { before: note, after: note });
    const adding = one.store.attach(note.id, [{ ...attachment, upload }], audit);
    await held.waits(adding);
    const removing = removeTimelineItem(other, alex, last?.id ?? '');
    await held.waits(removing);
    await held.letGo();
    await Promise.all([adding, removing]);
    assert.equal(String(await buffer(one.attachments.read(attachment.id))), 'crema');
    await close();
  });

  it('says that a lead is not there when it is deleted while something is added to it', async () => {
    const { one, other, hold, close } = await twoServers();
    const { lead } = await createLead(one, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    const note = await addToTimeline(one, actor('alex'), lead.id, { kind: 'note', text: 'First' });
    const held = await hold(`timeline where id = '${note.id}'`);
    const deleting = deleteLead(other, actor('alex'), lead.id, 1);
    await held.waits(deleting);
    const adding = addToTimeline(one, actor('alex'), lead.id, { kind: 'note', text: 'Second' });
    const refused = assert.rejects(adding, /lead-not-found/);
    await held.waits(adding);
    await held.letGo();
    await Promise.all([deleting, refused]);
    await close();
  });

  it('says that the database is away to whoever it ends the connection of', async () => {
    const { one, hold, close } = await twoServers();
    const { lead } = await createLead(one, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    const held = await hold('leads');
    const works = [
      changeLead(one, actor('alex'), lead.id, { rating: 'hot' }, 1),
      erase(one, actor('admin'), { leadId: lead.id }),
    ];
    const refused = works.map((work) => assert.rejects(work, /store-unavailable/));
    for (const work of works) await held.waits(work);
    await held.endOthers();
    await Promise.all(refused);
    await held.letGo();
    assert.equal((await one.store.lead(lead.id))?.lastName, 'Doe');
    await close();
  });

  it('erases an expired lead once and puts it on record once, whichever servers find it', async () => {
    const { one, other, hold, everything, close } = await twoServers();
    const then = { ...one, now: () => new Date('2026-01-01T12:00:00Z') };
    const { lead } = await createLead(then, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    await disqualifyLead(then, actor('alex'), lead.id, { reason: 'lost' }, '*');
    const held = await hold('leads');
    const now = new Date('2026-04-01T12:00:00Z');
    const rounds = [one, other].map((desk) => eraseExpired({ ...desk, now: () => now }, 60));
    for (const work of rounds) await held.waits(work);
    const late = assert.rejects(erase(other, actor('admin'), { leadId: lead.id }), /lead-not-found/);
    await held.waits(late);
    await held.letGo();
    assert.deepEqual((await Promise.all(rounds)).sort(), [0, 1]);
    await late;
    const rows: Record<string, unknown>[] = JSON.parse(await everything()).flat();
    const records = rows.filter(({ subject }) => subject === 'lead').map(({ erased }) => JSON.parse(String(erased)));
    const nothing = { contacts: 0, accounts: 0, opportunities: 0, mentions: 0 };
    assert.deepEqual(records, [{ ...nothing, leads: 1, timelineItems: 2, auditEntries: 2 }]);
    await close();
  });

  it('pages newest first through a word that thousands of leads have', async () => {
    const url = await postgres.database();
    const desk = await openDesk(url);
    const old = await createLead(desk, actor('alex'), { lastName: 'Doe', topic: 'Turbines' }, { via: 'api' });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_name = 'leads' and column_name not in ('id', 'seq', 'words')`,
    );
    const { columns } = rows[0];
    await client.query(
      `insert into leads (id, ${columns}) select gen_random_uuid()::text, ${columns} from leads, generate_series(1, 2500)`,
    );
    await client.end();
    const draft = { lastName: 'Bowen', topic: 'Turbines', source: 'web' };
    const newest = await createLead(desk, actor('alex'), draft, { via: 'api' });
    const first = await desk.store.leads({ q: 'turb', limit: 100 });
    assert.equal(first.items[0]?.id, newest.lead.id);
    assert.deepEqual(
      (await desk.store.leads({ q: 'turb', limit: 100, source: 'web' })).items.map(({ id }) => id),
      [newest.lead.id],
    );
    let count = first.items.length;
    for (let { next } = first; next; ) {
      const page = await desk.store.leads({ q: 'turb', limit: 100, cursor: next });
      count += page.items.length;
      next = page.next;
      if (!next) assert.equal(page.items.at(-1)?.id, old.lead.id);
    }
    assert.equal(count, 2502);
    await desk.store.close();
  });

  it('goes on by itself when the database comes back', async () => {
    const desk = await openDesk(await postgres.database());
    const { lead } = await createLead(desk, actor('alex'), { lastName: 'Doe' }, { via: 'api' });
    await postgres.halt();
    await assert.rejects(desk.store.lead(lead.id));
    await assert.rejects(desk.store.ping(), /store-unavailable/);
    await assert.rejects(createLead(desk, actor('alex'), { lastName: 'Doe' }, { via: 'api' }), /store-unavailable/);
    await postgres.start();
    assert.equal((await desk.store.lead(lead.id))?.lastName, 'Doe');
    await desk.store.close();
  });
});

/** Is at rows of a table, so that others who want them have to wait. */
async function hold(url: string, rows: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query(`select from ${rows} for update`);
  const blocked = `select distinct pid from pg_locks where not granted and locktype in ('transactionid', 'tuple')`;
  let waiting = 0;
  return {
    /** Resolves once that work, too, waits for somebody, or is over. */
    async waits(work: Promise<unknown>): Promise<void> {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      work.then(over, over);
      while (!isOver && (await client.query(blocked)).rows.length <= waiting);
      if (!isOver) waiting++;
    },
    /** Ends the connections of all who wait. */
    endOthers: () => client.query(`select pg_terminate_backend(pid) from (${blocked}) as others`),
    async letGo(): Promise<void> {
      await client.query('commit');
      await client.end();
    },
  };
}

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('crema');
}

async function* file(name: string) {
  yield { name, contentType: 'text/plain', bytes: bytes() };
}

async function everything(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query(`select tablename from pg_tables where schemaname = 'public'`);
  const all: unknown[] = [];
  for (const { tablename } of tables.rows) all.push((await client.query(`select * from "${tablename}"`)).rows);
  await client.end();
  return JSON.stringify(all, (_name, value) =>
    value?.type === 'Buffer' ? Buffer.from(value).toString('latin1') : value,
  );
}
