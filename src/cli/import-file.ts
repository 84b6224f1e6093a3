import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Column } from '../csv/columns.ts';
import { importLeads, type RowResult } from '../csv/import-leads.ts';
import { splitName } from '../email/split-name.ts';
import { type FieldProblem, LeadError } from '../leads/lead-error.ts';
import type { Actor } from '../leads/person.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { placeOf, reasonOf } from '../platform/database-url.ts';
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
  const [file, ...others] = positionals;
  if (!file || others.length || (values.duplicates ?? 'allow') !== 'allow') {
    say(USAGE);
    return 1;
  }
  // npm keeps a flag for itself when no `--` stands before it.
  const dryRun = values['dry-run'] || env.npm_config_dry_run === 'true';
  const duplicates = values.duplicates ? 'allow' : 'ask';
  const config = readConfig(env);
  const bytes = (await open(file)).createReadStream();
  const counts = new Map<string, number>();
  let done = 0;
  try {
    say(`Database: ${placeOf(config.DATABASE_URL)}`);
    for await (const part of imported(config, bytes, { dryRun, duplicates })) {
      if ('columns' in part) sayColumns(part.columns, say);
      else {
        for (const result of part.results) {
          counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
          sayResult(result, say);
          if (++done % EVERY === 0) say(`${done} rows`);
        }
      }
    }
  } catch (error) {
    throw error instanceof LeadError ? new Error(whyNot(error), { cause: error }) : error;
  } finally {
    bytes.destroy();
  }
  say([...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'No rows.');
  return 0;
}

async function* imported(
  config: Config,
  bytes: AsyncIterable<Uint8Array>,
  how: { dryRun: boolean; duplicates: 'ask' | 'allow' },
): ReturnType<typeof importLeads> {
  const opened = await openStore(config.DATABASE_URL, createLog({ level: 'warn', local: config.local }));
  const { ownDomains, FREE_MAIL_DOMAINS: freeMailDomains } = config;
  const desk = { ...opened, now: () => new Date(), newId, ownDomains, freeMailDomains };
  try {
    yield* importLeads(desk, IMPORTER, bytes, { ...how, splitName, owner: null });
  } finally {
    await opened.store.close();
  }
}

function whyNot(error: LeadError): string {
  return wordsOf(error.fields) || `${error.code}${error.cause ? `: ${reasonOf(error)}` : ''}`;
}

function wordsOf(problems: readonly FieldProblem[]): string {
  return problems.map((problem) => `${problem.field} ${en.rule(problem)}`).join('; ');
}

function sayColumns(columns: readonly Column[], say: (line: string) => void): void {
  for (const { header, field } of columns) say(`${header} → ${field ?? 'left out'}`);
}

function sayResult(result: RowResult, say: (line: string) => void): void {
  if (result.outcome === 'refused') {
    say(`row ${result.row}: ${wordsOf(result.problems)}`);
  }
  if (result.outcome === 'duplicate') {
    const known = result.candidates.map(({ kind, name }) => `${kind} ${name}`).join(', ');
    say(`row ${result.row}: likely there already${known && `: ${known}`}`);
  }
}
