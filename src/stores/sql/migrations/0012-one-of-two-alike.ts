import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/**
 * PostgreSQL lets many write at once: whoever asks for records with the keys of what they are about to write waits for
 * those who are writing one with such a key. A function that is volatile, as this is, sees what was committed meanwhile;
 * the statement that calls it would not. Locks are taken in one order, so that nobody waits in a circle.
 */
export function oneOfTwoAlike(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      if (dialect === 'sqlite') return;
      await sql`
        create function "isShared"(wanted text[], wanted_kinds text[], self text) returns boolean
        language plpgsql volatile as $$
        declare
          lock bigint;
        begin
          for lock in select distinct hashtextextended(key, 0) from unnest(wanted) as key order by 1 loop
            perform pg_advisory_xact_lock(lock);
          end loop;
          return exists (
            select from "matchKeys" where "matchKey" = any(wanted) and kind = any(wanted_kinds) and "recordId" <> self
          );
        end $$`.execute(db);
    },
  };
}
