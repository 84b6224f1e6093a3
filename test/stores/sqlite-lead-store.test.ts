import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openDesk } from '../temporary-desk.ts';
import { leadStoreContract } from './lead-store.contract.ts';
import { outboxContract } from './outbox.contract.ts';

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
outboxContract('SQLite', open);
