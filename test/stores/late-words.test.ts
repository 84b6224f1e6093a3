import assert from 'node:assert/strict';
import fc from 'fast-check';
import Database from 'libsql';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { deleteLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { INDEX_WORDS } from '../../src/stores/sql/late-words.ts';
import { actor, type OpenedDesk, openDesk, temporaryDesk } from '../temporary-desk.ts';

const megan = actor('megan');
const WORDS = ['mixers', 'turbines', 'bearings'] as const;

describe('a search index that is brought up to date for many changes at a time', () => {
  let desk: OpenedDesk;
  let file: string;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, file, close } = await temporaryDesk());
  });
  afterEach(() => close());

  const create = async (topic: string) =>
    (await createLead(desk, megan, { lastName: 'Doe', topic }, { via: 'api', duplicates: 'allow' })).lead.id;
  const found = async (q: string) => (await desk.store.leads({ q, limit: 100 })).items.map(({ id }) => id).sort();

  function inFile<T>(ask: (db: Database.Database) => T): T {
    const db = new Database(file);
    try {
      return ask(db);
    } finally {
      db.close();
    }
  }
  const behind = () => inFile((db) => (db.prepare('select count(*) as n from "lateWords"').get() as { n: number }).n);

  it('finds every lead by what it says now, after any changes, looked for in between or not', async () => {
    // The check below takes for a fault what secure deletion leaves (SQLite 3.45.1, with triggers of the plainest kind, too).
    inFile((db) => db.exec(`insert into "leadWords"("leadWords", rank) values ('secure-delete', 0)`));
    const word = fc.constantFrom(...WORDS);
    const step = fc.oneof(
      fc.record({ does: fc.constant('create' as const), word }),
      fc.record({ does: fc.constant('change' as const), word, which: fc.nat(2) }),
      fc.record({ does: fc.constant('note' as const), word, which: fc.nat(2) }),
      fc.record({ does: fc.constant('delete' as const), which: fc.nat(2) }),
      fc.record({ does: fc.constant('search' as const), word }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        for (const { id } of (await desk.store.leads({ limit: 100 })).items) {
          await deleteLead(desk, actor('admin'), id, '*');
        }
        const says = new Map<string, { topic: string; notes: string[] }>();
        const expected = (q: string) =>
          [...says].filter(([, { topic, notes }]) => topic === q || notes.includes(q)).map(([id]) => id);
        for (const todo of steps) {
          const [id] = 'which' in todo ? ([...says.keys()].slice(todo.which).slice(0, 1) as [string?]) : [];
          if (todo.does === 'create') says.set(await create(todo.word), { topic: todo.word, notes: [] });
          if (todo.does === 'search') assert.deepEqual(await found(todo.word), expected(todo.word).sort());
          const its = id && says.get(id);
          if (!its) continue;
          if (todo.does === 'change') {
            await changeLead(desk, megan, id, { topic: todo.word }, '*');
            its.topic = todo.word;
          }
          if (todo.does === 'note') {
            await addToTimeline(desk, megan, id, { kind: 'note', text: todo.word });
            its.notes.push(todo.word);
          }
          if (todo.does === 'delete') {
            await deleteLead(desk, actor('admin'), id, '*');
            says.delete(id);
          }
        }
        for (const q of WORDS) assert.deepEqual(await found(q), expected(q).sort());
        // The index holds exactly the words of the leads there are: SQLite says so itself, or throws.
        inFile((db) => db.exec(`insert into "leadWords"("leadWords", rank) values ('integrity-check', 1)`));
      }),
      { numRuns: 150 },
    );
  });

  it('is never behind for more than some hundreds, though nobody searches', async () => {
    for (const round of ['first', 'second']) {
      await Promise.all(Array.from({ length: 300 }, (_, nth) => create(`mixers ${round} ${nth}`)));
    }
    assert.ok(behind() < 400);
    assert.equal((await found('first 299')).length, 1);
    assert.equal((await found('second 299')).length, 1);
    assert.equal(behind(), 0);
  });

  it('catches up with a few leads without walking through all of them', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, nth) => create(`mixers ${nth}`)));
    await found('mixers');
    // What the optimizer knows when there are many leads, and none that the index is behind with.
    inFile((db) => db.exec('analyze'));
    const adding = INDEX_WORDS.rest.find(({ sql }) => sql.includes('join leads'));
    const plan = inFile((db) => db.prepare(`explain query plan ${adding?.sql}`).all() as { detail: string }[]);
    assert.match(plan.map(({ detail }) => detail).join('; '), /SCAN lateWords.*SEARCH leads/);
  });

  it('is up to date for a process that finds changes another one left', async () => {
    await create('mixers');
    assert.equal(behind(), 1);
    const next = await openDesk(`file:${file}`);
    assert.equal((await next.store.leads({ q: 'mixers', limit: 5 })).items.length, 1);
    await next.store.close();
  });
});
