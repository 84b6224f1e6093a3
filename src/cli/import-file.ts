import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Column } from '../csv/columns.ts';
import { importLeads, type RowResult } from '../csv/import-leads.ts';
import type { Actor } from '../leads/person.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { newId } from '../platform/new-id.ts';
import { openStore } from '../stores/open-store.ts';
import { en } from '../words/en.ts';

const USAGE = 'npm run import -- FILE.csv [--dry-run] [--duplicates allow]';
const EVERY = 5000;

/** Whoever runs a command on the server administers it, but is no colleague who could own leads. */
const IMPORTER: Actor = {
  id: 'import',
  tenantId: '',
  name: 'Import',
  email: null,
  role: 'system-administrator',
  surface: 'api',
};

/** Imports a file of leads, and says what became of its rows. Resolves to the exit code. */
export async function importFile(
  args: readonly string[],
  env: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<number> {
  const options = { 'dry-run': { type: 'boolean' }, duplicates: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file] = positionals;
  if (!file || (values.duplicates ?? 'allow') !== 'allow') {
    say(USAGE);
    return 1;
  }
  const config = readConfig(env);
  const opened = await openStore(config.DATABASE_URL, createLog({ level: 'warn', local: config.local }));
  const { ownDomains, FREE_MAIL_DOMAINS: freeMailDomains } = config;
  const desk = { ...opened, now: () => new Date(), newId, ownDomains, freeMailDomains };
  const counts = new Map<string, number>();
  let done = 0;
  try {
    const dryRun = values['dry-run'];
    const duplicates = values.duplicates ? 'allow' : 'ask';
    const how = { dryRun, duplicates, owner: null } as const;
    for await (const part of importLeads(desk, IMPORTER, createReadStream(file), how)) {
      if ('columns' in part) sayColumns(part.columns, say);
      else {
        for (const result of part.results) {
          counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
          sayResult(result, say);
          if (++done % EVERY === 0) say(`${done} rows`);
        }
      }
    }
  } finally {
    await opened.store.close();
  }
  say([...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'No rows.');
  return 0;
}

function sayColumns(columns: readonly Column[], say: (line: string) => void): void {
  for (const { header, field } of columns) say(`${header} → ${field ?? 'left out'}`);
}

function sayResult(result: RowResult, say: (line: string) => void): void {
  if (result.outcome === 'refused') {
    say(`row ${result.row}: ${result.problems.map((problem) => `${problem.field} ${en.rule(problem)}`).join('; ')}`);
  }
  if (result.outcome === 'duplicate') {
    const known = result.candidates.map(({ kind, name }) => `${kind} ${name}`).join(', ');
    say(`row ${result.row}: likely there already${known && `: ${known}`}`);
  }
}
