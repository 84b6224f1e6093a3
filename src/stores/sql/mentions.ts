import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** Where an address stands in what belongs to other people's leads: entries of timelines, and the audit trail. */
export type Mentions = { entryIds: string[]; auditSeqs: number[] };

/** @param exceptOf the leads that are the person's own */
export async function mentions(db: Kysely<Tables>, email: string, exceptOf: readonly string[]): Promise<Mentions> {
  // As the JSON in the column has it.
  const pattern = `%${JSON.stringify(email).slice(1, -1).replace(/[!%_]/g, '!$&')}%`;
  const like = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;
  const entries = await db.selectFrom('timeline').select(['id', 'leadId', 'item']).where(like('item')).execute();
  const audit = await db.selectFrom('audit').select(['seq', 'leadId', 'changes']).where(like('changes')).execute();
  const isOthers = ({ leadId }: { leadId: string }) => !exceptOf.includes(leadId);
  const named = names(email);
  return {
    entryIds: entries.filter((row) => isOthers(row) && named(row.item)).map(({ id }) => id),
    auditSeqs: audit.filter((row) => isOthers(row) && named(row.changes)).map(({ seq }) => seq),
  };
}

/** Whether some text within JSON names that very address, not one that only ends or begins like it. */
function names(email: string): (json: string) => boolean {
  const escaped = email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const address = new RegExp(`(?<![\\p{L}\\p{N}._+-])${escaped}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'iu');
  const isIn = (value: unknown): boolean =>
    typeof value === 'string'
      ? address.test(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(isIn);
  return (json) => isIn(JSON.parse(json));
}
