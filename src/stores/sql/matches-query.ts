import { type Kysely, sql } from 'kysely';
import { type Match, type MatchQuery, rankMatches } from '../../leads/match.ts';
import { emailKey } from '../../leads/match-keys.ts';
import { fromLeadRow } from './rows.ts';
import type { Tables } from './schema.ts';

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
    .selectFrom('matchKeys')
    .innerJoin('leads', 'leads.id', 'matchKeys.recordId')
    .select(['leads.lead as lead', sql<string | null>`null`.as('messageKey'), 'matchKeys.matchKey as address'])
    .where('matchKey', 'in', addresses.length ? addresses.map(emailKey) : [''])
    .where('kind', '=', 'lead')
    .orderBy('leads.seq', 'desc')
    .limit(MOST_MATCHES);
  const rows = await db
    .selectFrom(onTimeline.as('onTimeline'))
    .selectAll()
    .unionAll(db.selectFrom(byAddress.as('byAddress')).selectAll())
    .execute();
  return rankMatches(
    rows.map((row): Match => {
      const lead = fromLeadRow(row);
      if (row.address !== null)
        return { lead, reason: 'same-address', address: row.address.slice(emailKey('').length) };
      return { lead, reason: row.messageKey === messageKey ? 'this-mail' : 'same-thread' };
    }),
  );
}
