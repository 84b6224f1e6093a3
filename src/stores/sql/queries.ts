import { type Kysely, sql } from 'kysely';
import type { LeadQuery } from '../../leads/lead-store.ts';
import { type Match, type MatchQuery, rankMatches } from '../../leads/match.ts';
import { foldText } from '../../leads/text.ts';
import type { TimelineKind } from '../../leads/timeline.ts';
import { readCursor } from './cursor.ts';
import { fromLeadRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** Leads newest first, one more than the page to see whether there is a next one. */
export function leadsQuery(db: Kysely<Tables>, { view, ownerId, q, source, rating, limit, cursor }: LeadQuery) {
  let query = db
    .selectFrom('leads')
    .select('lead')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (view === 'my-open' || view === 'open') query = query.where('status', '=', 'open');
  if (view === 'closed') query = query.where('status', '!=', 'open');
  if (view === 'unassigned') query = query.where('ownerId', 'is', null);
  if (ownerId !== undefined) query = query.where('ownerId', '=', ownerId);
  if (source) query = query.where('source', '=', source);
  if (rating) query = query.where('rating', '=', rating);
  for (const word of searchWords(q ?? ''))
    query = query.where('searchText', 'like', sql<string>`${`%${word}%`} escape '!'`);
  if (cursor) {
    const { at, id } = readCursor(cursor);
    query = query.where((is) =>
      is.or([is('createdAt', '<', at), is.and([is('createdAt', '=', at), is('id', '<', id)])]),
    );
  }
  return query;
}

/** Every word has to occur; a phone number is looked for by its digits alone. */
function searchWords(q: string): string[] {
  const phone = q.trim();
  const words = /^[+\d][\d\s()./-]{4,}$/.test(phone)
    ? [phone.replace(/\D/g, '')]
    : foldText(q).split(/\s+/).slice(0, 8);
  return words.filter(Boolean).map((word) => word.replace(/[!%_]/g, '!$&'));
}

export function timelineQuery(
  db: Kysely<Tables>,
  leadId: string,
  { limit, cursor, kind }: { limit: number; cursor?: string; kind?: TimelineKind },
) {
  let query = db.selectFrom('timeline').select('item').where('leadId', '=', leadId);
  if (kind) query = query.where('kind', '=', kind);
  if (cursor) {
    const { at, id } = readCursor(cursor);
    query = query.where((is) =>
      is.or([is('happenedAt', '<', at), is.and([is('happenedAt', '=', at), is('id', '<', id)])]),
    );
  }
  return query
    .orderBy('happenedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
}

const MOST_MATCHES = 20;

/** Leads by the mail itself, its thread and its people, in one round trip. */
export async function findMatches(
  db: Kysely<Tables>,
  { messageKey, conversationId, addresses }: MatchQuery,
): Promise<Match[]> {
  const onTimeline = db
    .selectFrom('timeline')
    .innerJoin('leads', 'leads.id', 'timeline.leadId')
    .select(['leads.lead as lead', 'timeline.messageKey as messageKey', sql<string | null>`null`.as('address')])
    .where((is) =>
      is.or([
        is('timeline.messageKey', '=', messageKey),
        ...(conversationId ? [is('timeline.conversationId', '=', conversationId)] : []),
      ]),
    )
    .limit(MOST_MATCHES);
  const byAddress = db
    .selectFrom('leads')
    .select(['lead', sql<string | null>`null`.as('messageKey'), 'email as address'])
    .where('email', 'in', addresses.length ? [...addresses] : [''])
    .orderBy('createdAt', 'desc')
    .limit(MOST_MATCHES);
  const rows = await db
    .selectFrom(onTimeline.as('onTimeline'))
    .selectAll()
    .unionAll(db.selectFrom(byAddress.as('byAddress')).selectAll())
    .execute();
  return rankMatches(
    rows.map((row): Match => {
      const lead = fromLeadRow(row);
      if (row.address !== null) return { lead, reason: 'same-address', address: row.address };
      return { lead, reason: row.messageKey === messageKey ? 'this-mail' : 'same-thread' };
    }),
  );
}
