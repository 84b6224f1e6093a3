import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { createLead } from '../../src/leads/create-lead.ts';
import { actor, openDesk } from '../temporary-desk.ts';
import { denialsContract } from './denials.contract.ts';
import { leadStoreContract } from './lead-store.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import { tracesContract } from './traces.contract.ts';

const open = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-'));
  const file = join(folder, 'test.db');
  const desk = await openDesk(`file:${file}`);
  return {
    desk,
    async everything() {
      const db = new Database(file);
      const tables = db.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[];
      const rows = tables.map(({ name }) => db.prepare(`select * from "${name}"`).all());
      db.close();
      // The search index is kept in blobs, whose words are read as text.
      return JSON.stringify(rows, (_name, value) =>
        value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
      );
    },
    async close() {
      await desk.store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

leadStoreContract('SQLite', open);

describe('one embedded database', () => {
  it('asks all but one of those who create the same person at once', async () => {
    const { desk, close } = await open();
    const jane = { firstName: 'Jane', lastName: 'Doe', email: 'jane@fabrikam.example' };
    const tries = Array.from({ length: 20 }, () => createLead(desk, actor('alex'), jane, { via: 'api' }));
    const results = await Promise.allSettled(tries);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const result of results) {
      if (result.status === 'rejected') assert.match(String(result.reason), /duplicate-lead/);
    }
    await close();
  });

  it('says that a newer version has made it, and is left as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-'));
    const file = join(folder, 'test.db');
    await (await openDesk(`file:${file}`)).store.close();
    const db = new Database(file);
    const migrations = () => db.prepare('select name from kysely_migration order by name').all();
    db.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '')").run();
    const before = migrations();
    await assert.rejects(openDesk(`file:${file}`), {
      message:
        'The database was made by a newer version (9999-later): start that one, or restore a backup from before.',
    });
    assert.deepEqual(migrations(), before);
    db.prepare("update kysely_migration set name = '0000-earlier' where name = '9999-later'").run();
    await assert.rejects(openDesk(`file:${file}`), /corrupted migrations/);
    db.close();
    rmSync(folder, { recursive: true });
  });
});

outboxContract('SQLite', open);
tracesContract('SQLite', open);
denialsContract('SQLite', open);
