import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/**
 * SQLite's search index is brought up to date for many leads at a time: for each by itself it costs as much as all else
 * that a new lead writes. `lateWords` holds, in the same commit as the change, which leads the index is behind for, and
 * the words it still has of them (null where it has none), as it has to be told to take out exactly those.
 */
export function lateWords(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      if (dialect === 'postgres') return;
      await db.schema
        .createTable('lateWords')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('fieldWords', 'text')
        .addColumn('noteWords', 'text')
        .execute();
      for (const name of ['leadWordsAdded', 'leadWordsChanged', 'leadWordsRemoved']) {
        await sql`drop trigger ${sql.ref(name)}`.execute(db);
      }
      await sql`create trigger "leadWordsAdded" after insert on leads
        begin insert into "lateWords"(seq) values (new.seq); end`.execute(db);
      await sql`create trigger "leadWordsChanged" after update of "fieldWords", "noteWords" on leads
        when (old."fieldWords" <> new."fieldWords" or old."noteWords" <> new."noteWords")
          and not exists (select 1 from "lateWords" where seq = old.seq)
        begin insert into "lateWords" values (old.seq, old."fieldWords", old."noteWords"); end`.execute(db);
      await sql`create trigger "leadWordsRemoved" after delete on leads begin
        insert into "leadWords"("leadWords", rowid, "fieldWords", "noteWords")
          select 'delete', seq, "fieldWords", "noteWords" from "lateWords" where seq = old.seq and "fieldWords" is not null
          union all select 'delete', old.seq, old."fieldWords", old."noteWords"
            where not exists (select 1 from "lateWords" where seq = old.seq);
        delete from "lateWords" where seq = old.seq;
      end`.execute(db);
    },
  };
}
