import { Kysely, Migrator } from 'kysely';
import { migrations } from './sql/migrations.ts';
import type { Tables } from './sql/schema.ts';
import { SqlLeadStore } from './sql/sql-lead-store.ts';
import { SqlPeople } from './sql/sql-people.ts';
import { sqliteDialect } from './sql/sqlite.ts';

/**
 * Opens the database behind `url` (`file:data/lead-desk.db`) and brings it up to date.
 * @throws when it cannot be opened or a migration fails
 */
export async function openStore(url: string): Promise<{ store: SqlLeadStore; people: SqlPeople }> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(url.replace(/^file:/, '')) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  return { store: new SqlLeadStore(db), people: new SqlPeople(db) };
}
