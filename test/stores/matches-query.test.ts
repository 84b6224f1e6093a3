import assert from 'node:assert/strict';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Database from 'libsql';
import { createLead } from '../../src/leads/create-lead.ts';
import { findMatches } from '../../src/stores/sql/matches-query.ts';
import type { Tables } from '../../src/stores/sql/schema.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const MAIL = {
  messageKeys: ['<1@contoso.example>'],
  conversationId: 'conversation-1',
  addresses: Array.from({ length: 200 }, (_, n) => `person.${n}@contoso.example`),
  domains: ['contoso.example'],
};

describe('what a mail is about', () => {
  it('is looked up by index, however few of many leads have a mail', async () => {
    const { desk, file, close } = await temporaryDesk();
    for (let n = 0; n < 60; n++) {
      await createLead(desk, actor('alex'), { lastName: `Doe ${n}` }, { via: 'api', duplicates: 'allow' });
    }
    const { sql, parameters } = await asked();
    let db = new Database(file);
    // What the optimizer then knows of them, had there been more.
    db.exec('analyze');
    db.exec(`update sqlite_stat1 set stat = '1000000' || substr(stat, instr(stat, ' ')) where tbl = 'leads'`);
    db.close();
    db = new Database(file);
    const plan = db.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
    db.close();
    await close();
    const tables = /^SCAN (timeline|leads|matchKeys|contacts|accounts)\b/;
    assert.deepEqual(
      plan.filter(({ detail }) => tables.test(detail)),
      [],
    );
    assert.ok(plan.some(({ detail }) => detail.includes('timelineOnce')));
  });
});

/** What the database is asked. */
async function asked(): Promise<CompiledQuery> {
  const queries: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log({ query }) {
      queries.push(query);
    },
  });
  await findMatches(db, MAIL);
  assert.equal(queries.length, 1);
  return queries[0] as CompiledQuery;
}
