import { sql } from 'kysely';
import { createLead } from '../src/leads/create-lead.ts';
import type { Desk } from '../src/leads/desk.ts';
import type { Lead } from '../src/leads/lead.ts';
import type { LeadStore, Trail } from '../src/leads/lead-store.ts';
import { leadKeys } from '../src/leads/match-keys.ts';
import { toAuditRow } from '../src/stores/sql/audit-rows.ts';
import type { SqlDatabase } from '../src/stores/sql/database.ts';
import { INDEX_WORDS } from '../src/stores/sql/late-words.ts';
import { toLeadRow, toTimelineRow } from '../src/stores/sql/rows.ts';
import { actor } from '../test/temporary-desk.ts';

const FIRST = ['Jane', 'Jürgen', 'Aoife', 'Bruno', 'Chidi', 'Dolores', 'Emre', 'Fatima', 'Grzegorz', 'Hiroko'];
const LAST = ['Doe', 'Weiß', 'Łukasik', 'Ørsted', 'Okafor', 'Silva', 'Yılmaz', 'Haddad', 'Nowak', 'Tanaka'];
const WANTS = ['mixers', 'turbines', 'bearings', 'licences', 'training', 'cranes', 'sensors', 'pumps'];
const SOURCES = ['web', 'partner', 'trade-show', 'employee-referral', 'other'] as const;

/** The nth of the made-up leads: names repeat, addresses and numbers do not. */
export function draft(n: number) {
  const pick = <T>(of: readonly T[], by: number) => of[Math.floor(n / by) % of.length] as T;
  const company = `Contoso ${(n % 5000).toString(36)} ${pick(WANTS, 3)}`;
  return {
    firstName: pick(FIRST, 1),
    lastName: `${pick(LAST, 10)}${(n % 997).toString(36)}`,
    companyName: company,
    email: `person.${n}@company-${n % 50_000}.example`,
    businessPhone: `+1 425 ${String(n % 10_000_000).padStart(7, '0')}`,
    topic: `${pick(WANTS, 7)} for plant ${n % 300}`,
    description: `We would like an offer for ${pick(WANTS, 11)} and ${pick(WANTS, 13)}, delivered in week ${n % 52}.`,
    source: pick(SOURCES, 1),
    estimatedValue: String(1000 + (n % 90_000)),
    currency: 'EUR',
  };
}

/** A desk that makes leads and keeps none: what is left is the lead service's own work. */
export function forgetful(desk: Desk, keep: (lead: Lead, trail: Trail) => void = () => undefined): Desk {
  const insert = async (lead: Lead, trail: Trail) => {
    keep(lead, trail);
    return { lead, inserted: true };
  };
  return { ...desk, store: { insert } as unknown as LeadStore };
}

/** Fills a database with leads as the lead service makes them, thousands to a commit; resolves to some of their ids. */
export async function seed(desk: Desk, database: SqlDatabase, from: number, to: number): Promise<string[]> {
  const made: { lead: Lead; trail: Trail }[] = [];
  const collecting = forgetful(desk, (lead, trail) => made.push({ lead, trail }));
  const ids: string[] = [];
  for (let n = from; n < to; ) {
    for (const end = Math.min(n + 500, to); n < end; n++) {
      await createLead(collecting, actor('alex'), draft(n), { via: 'csv', duplicates: 'allow' });
    }
    ids.push(...made.slice(0, 20).map(({ lead }) => lead.id));
    await write(database, made.splice(0));
  }
  // What a server's autovacuum does within a minute of so many rows.
  await sql`analyze`.execute(database.read);
  return ids;
}

async function write(database: SqlDatabase, made: readonly { lead: Lead; trail: Trail }[]): Promise<void> {
  const keys = made.flatMap(({ lead }) =>
    [...leadKeys(lead).keys()].map((matchKey) => ({ matchKey, kind: 'lead' as const, recordId: lead.id })),
  );
  await database.commits.run(async (tx, put) => {
    await tx
      .insertInto('leads')
      .values(made.map(({ lead }) => ({ ...toLeadRow(lead), noteWords: '' })))
      .execute();
    await tx
      .insertInto('matchKeys')
      .values(keys)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('timeline')
      .values(made.flatMap(({ trail }) => trail.entries.map(toTimelineRow)))
      .execute();
    await tx
      .insertInto('audit')
      .values(made.map(({ trail }) => toAuditRow(trail.audit)))
      .execute();
    if (database.dialect === 'sqlite') await put(INDEX_WORDS);
  });
}
