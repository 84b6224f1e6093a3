import { type Kysely, sql } from 'kysely';
import type { LeadQuery } from '../../leads/lead-query.ts';
import type { PipelineBy, PipelineCount } from '../../leads/pipeline.ts';
import { filtered } from './leads-query.ts';
import type { Tables } from './schema.ts';

const MILLION = 1_000_000;

/** Leads counted by what they are grouped by and their currency; days where weeks are asked for. */
export async function countPipeline(
  db: Kysely<Tables>,
  by: PipelineBy,
  query: Omit<LeadQuery, 'limit'>,
): Promise<PipelineCount[]> {
  const key = {
    status: sql<string | null>`leads.status`,
    source: sql<string | null>`leads.source`,
    owner: sql<string | null>`leads."ownerId"`,
    week: sql<string | null>`substr(leads."createdAt", 1, 10)`,
  }[by];
  // The sum of a million large amounts is more than 64 bits hold; that of its halves is not.
  const counted = db
    .selectFrom('leads')
    .select([
      key.as('key'),
      'leads.currency',
      sql<number>`count(*)`.as('count'),
      sql<number>`cast(coalesce(sum(leads."estimatedMinorUnits" / ${sql.lit(MILLION)}), 0) as bigint)`.as('high'),
      sql<number>`cast(coalesce(sum(leads."estimatedMinorUnits" % ${sql.lit(MILLION)}), 0) as bigint)`.as('low'),
    ])
    .groupBy([key, 'leads.currency']);
  const rows = await filtered(counted, query).execute();
  return rows.map(({ key, currency, count, high, low }) => ({
    key,
    currency,
    count: Number(count),
    minorUnits: BigInt(high) * BigInt(MILLION) + BigInt(low),
  }));
}
