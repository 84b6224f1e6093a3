import { type Kysely, sql } from 'kysely';
import type { TimelineKind } from '../../leads/timeline.ts';
import { readCursor } from './cursor.ts';
import type { Tables } from './schema.ts';

/** Entries newest first, one more than the page to see whether there is a next one. */
export function timelineQuery(
  db: Kysely<Tables>,
  leadId: string,
  { limit, cursor, kind }: { limit: number; cursor?: string; kind?: TimelineKind },
) {
  let query = db
    .selectFrom('timeline')
    .select(['item', 'id', 'happenedAt as at'])
    .where('leadId', '=', leadId)
    .orderBy('happenedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (kind) query = query.where('kind', '=', kind);
  if (cursor) {
    const { at, id } = readCursor(cursor);
    query = query.where(sql<boolean>`("happenedAt", id) < (${at}, ${id})`);
  }
  return query;
}
