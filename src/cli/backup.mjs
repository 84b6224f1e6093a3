import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
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
  if (!existsSync(dirname(target))) return `There is no folder ${dirname(target)}.`;
  return existsSync(target) ? `${target} is there already.` : undefined;
}

/** @param {string} why @returns {never} */
function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

const refusal = problem();
if (refusal) refuse(refusal);
try {
  const database = new Database(source);
  database.prepare('vacuum into ?').run(target);
  database.close();
} catch (error) {
  refuse(`${source} cannot be copied: ${error instanceof Error ? error.message : error}`);
}
process.stdout.write(`Written to ${target}\n`);
