import assert from 'node:assert/strict';
import pg from 'pg';
import { qualifyLead, reactivateLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
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
