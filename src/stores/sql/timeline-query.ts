import type { TimelineKind } from '../../leads/timeline.ts';
import { readCursor } from './cursor.ts';
import type { Statement } from './write.ts';

/** Entries newest first, one more than the page to see whether there is a next one. Every card asks for them. */
export function timelineQuery(
  leadId: string,
  { limit, cursor, kind }: { limit: number; cursor?: string; kind?: TimelineKind },
): Statement {
  const before = cursor ? readCursor(cursor) : undefined;
  const wanted = ['"leadId" = ?', kind && 'kind = ?', before && '("happenedAt", id) < (?, ?)'].filter(Boolean);
  const sql = `select item, id, "happenedAt" as at from timeline where ${wanted.join(' and ')}
    order by "happenedAt" desc, id desc limit ?`;
  return { sql, parameters: [leadId, ...(kind ? [kind] : []), ...(before ? [before.at, before.id] : []), limit + 1] };
}
