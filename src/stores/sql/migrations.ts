import type { Migration, MigrationProvider } from 'kysely';
import { first } from './migrations/0001-leads.ts';

const MIGRATIONS: Record<string, Migration> = { '0001-leads': first };

/** Every step from an empty database to today's. A step that has been released is never changed. */
export const migrations: MigrationProvider = {
  async getMigrations() {
    return MIGRATIONS;
  },
};
