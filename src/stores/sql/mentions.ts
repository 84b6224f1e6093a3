import { type Kysely, sql } from 'kysely';
import type { Lead } from '../../leads/lead.ts';
import type { PersonData } from '../../leads/privacy.ts';
import { toLeadRow } from './rows.ts';
import type { Tables } from './schema.ts';

const RECORDS = ['leads', 'accounts', 'contacts', 'opportunities'] as const;
type RecordTable = (typeof RECORDS)[number];
type Json = Record<string, unknown> & { id: string };
/** A record of others whose own text names the address. */
type NamingRecord = { table: RecordTable; record: Json };

/** Where an address stands in what is other people's: entries of timelines, the audit trail, and texts of records. */
export type Mentions = { entryIds: string[]; auditSeqs: number[]; records: NamingRecord[] };

/** @param own the records that are the person's own, by their ids */
export async function mentions(db: Kysely<Tables>, email: string, own: readonly string[]): Promise<Mentions> {
  // As the JSON in the column has it.
  const pattern = `%${JSON.stringify(email).slice(1, -1).replace(/[!%_]/g, '!$&')}%`;
  const like = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;
  const entries = await db.selectFrom('timeline').select(['id', 'leadId', 'item']).where(like('item')).execute();
  const audit = await db.selectFrom('audit').select(['seq', 'leadId', 'changes']).where(like('changes')).execute();
  const records: NamingRecord[] = [];
  for (const table of RECORDS) {
    const column = table === 'leads' ? 'lead' : 'record';
    const of = sql<{ json: string }>`select ${sql.ref(column)} as json from ${sql.table(table)} where ${like(column)}`;
    for (const { json } of (await of.execute(db)).rows) records.push({ table, record: JSON.parse(json) });
  }
  const isOthers = ({ leadId }: { leadId: string }) => !own.includes(leadId);
  const names = (json: string) => isIn(addressIn(email), JSON.parse(json));
  return {
    entryIds: entries.filter((row) => isOthers(row) && names(row.item)).map(({ id }) => id),
    auditSeqs: audit.filter((row) => isOthers(row) && names(row.changes)).map(({ seq }) => seq),
    records: records.filter(({ record }) => !own.includes(record.id) && isIn(addressIn(email), record)),
  };
}

/** The texts themselves, to be read out. */
export function namingTexts(email: string, records: readonly NamingRecord[]): PersonData['mentions'] {
  return records.flatMap(({ table, record }) =>
    Object.entries(record)
      .filter(([, value]) => isIn(addressIn(email), value))
      .map(([field, value]) => ({ table, id: record.id, field, text: String(value) })),
  );
}

/** Takes the address out of the texts; the rest of them is somebody else's. Resolves to how many records there are. */
export async function takeOut(db: Kysely<Tables>, email: string, records: readonly NamingRecord[]): Promise<number> {
  let changedRows = 0n;
  for (const { table, record } of records) {
    const without = withoutAddress(addressIn(email), record) as Json;
    if (table !== 'leads') {
      const changed = { record: JSON.stringify(without) };
      const done = await db.updateTable(table).set(changed).where('id', '=', record.id).executeTakeFirstOrThrow();
      changedRows += done.numUpdatedRows;
      continue;
    }
    const lead = without as unknown as Lead;
    // Whoever has it open sees that it is another one now.
    const changed = toLeadRow({ ...lead, version: lead.version + 1 });
    const done = await db.updateTable('leads').set(changed).where('id', '=', lead.id).executeTakeFirstOrThrow();
    changedRows += done.numUpdatedRows;
  }
  return Number(changedRows);
}

/** That very address, not one that only ends or begins like it. */
function addressIn(email: string): RegExp {
  const escaped = email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}._+-])${escaped}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'iu');
}

function isIn(address: RegExp, value: unknown): boolean {
  return typeof value === 'string'
    ? address.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some((each) => isIn(address, each));
}

function withoutAddress(address: RegExp, value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(new RegExp(address, 'giu'), '…');
  if (Array.isArray(value)) return value.map((each) => withoutAddress(address, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutAddress(address, each)]));
}
