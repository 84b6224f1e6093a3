import type { Write } from './write.ts';

/**
 * Tells SQLite's search index the words it is behind with (see the migration 0008): what it still has of a lead goes,
 * what the lead says now comes. Takes where it is behind at all. A cross join keeps its order: otherwise SQLite may walk
 * through all leads to find the few.
 */
export const INDEX_WORDS: Write = {
  head: { sql: 'update "lateWords" set seq = seq', parameters: [] },
  rest: [
    `insert into "leadWords"("leadWords", rowid, "fieldWords", "noteWords")
      select 'delete', seq, "fieldWords", "noteWords" from "lateWords" where "fieldWords" is not null`,
    `insert into "leadWords"(rowid, "fieldWords", "noteWords")
      select seq, leads."fieldWords", leads."noteWords" from "lateWords" cross join leads using (seq)`,
    'delete from "lateWords"',
  ].map((sql) => ({ sql, parameters: [] })),
};
