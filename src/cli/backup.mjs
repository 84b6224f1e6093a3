import { existsSync } from 'node:fs';
import Database from 'libsql';

// `npm run backup -- FILE`: a consistent copy of the embedded database while the server runs.
const [target] = process.argv.slice(2);
const url = process.env.DATABASE_URL ?? 'file:data/lead-desk.db';
const source = url.replace(/^file:/, '');

/** @returns {string | undefined} */
function problem() {
  if (!target) return 'Say where to: npm run backup -- backup.db';
  if (!url.startsWith('file:')) return 'DATABASE_URL is not an embedded database; use pg_dump.';
  if (!existsSync(source)) return `There is no database at ${source}.`;
  return existsSync(target) ? `${target} is there already.` : undefined;
}

const refusal = problem();
if (refusal) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
const database = new Database(source);
database.prepare('vacuum into ?').run(target);
database.close();
process.stdout.write(`Written to ${target}\n`);
