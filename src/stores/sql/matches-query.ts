import { type Kysely, sql } from 'kysely';
import { type KnownCustomer, type Matches, type MatchQuery, MOST_COUNTED, rankMatches } from '../../leads/match.ts';
import { domainKey, emailKey } from '../../leads/match-keys.ts';
import { fromLeadRow } from './rows.ts';
import type { MatchKeyRow, Tables } from './schema.ts';

const MOST_MATCHES = 20;
const MOST_CUSTOMERS = 5;

/** Leads by the mail itself, its thread, its people and their company, and customers likewise, in one round trip. */
export async function findMatches(db: Kysely<Tables>, query: MatchQuery): Promise<Matches> {
  const addresses = query.addresses.map(emailKey);
  const domains = query.domains.map(domainKey);
  const none = sql<number>`0`.as('total');
  const rows = await onTimeline(db, query)
    .unionAll(
      db
        .selectFrom(newest(db, 'lead', addresses, MOST_MATCHES))
        .innerJoin('leads', 'leads.id', 'newest.recordId')
        .select([sql<string>`'same-address'`.as('found'), 'leads.lead as record', none]),
    )
    .unionAll(openOf(db, domains))
    .unionAll(
      db
        .selectFrom(newest(db, 'contact', addresses, MOST_CUSTOMERS))
        .innerJoin('contacts', 'contacts.id', 'newest.recordId')
        .select([sql<string>`'contact'`.as('found'), 'contacts.record as record', none]),
    )
    .unionAll(
      db
        .selectFrom(newest(db, 'account', domains, MOST_CUSTOMERS))
        .innerJoin('accounts', 'accounts.id', 'newest.recordId')
        .select([sql<string>`'account'`.as('found'), 'accounts.record as record', none]),
    )
    .execute();

  const of = (found: string) => rows.filter((row) => row.found === found);
  const matches = (['this-mail', 'same-thread', 'same-address', 'same-domain'] as const).flatMap((reason) =>
    of(reason).map(({ record }) => ({ lead: fromLeadRow({ lead: record }), reason })),
  );
  const contacts = of('contact').map(({ record }): KnownCustomer => {
    const { id, fullName } = JSON.parse(record);
    return { kind: 'contact', id, name: fullName, reason: 'same-address' };
  });
  const accounts = of('account').map(({ record }): KnownCustomer => {
    const { id, name } = JSON.parse(record);
    return { kind: 'account', id, name, reason: 'same-domain' };
  });
  const once = new Map([...contacts, ...accounts].map((customer) => [customer.id, customer]));
  return {
    leads: rankMatches(matches),
    customers: [...once.values()],
    openLeads: Number(of('same-domain')[0]?.total ?? 0),
  };
}

function onTimeline(db: Kysely<Tables>, { messageKeys, conversationId }: MatchQuery) {
  const found = sql<string>`case when timeline."messageKey" in (${sql.join(messageKeys)}) then 'this-mail' else 'same-thread' end`;
  return db
    .selectFrom((from) =>
      from
        .selectFrom('timeline')
        .innerJoin('leads', 'leads.id', 'timeline.leadId')
        .select([found.as('found'), 'leads.lead as record', sql<number>`0`.as('total')])
        .where((is) =>
          is.or([
            is('timeline.messageKey', 'in', messageKeys),
            ...(conversationId ? [is('timeline.conversationId', '=', conversationId)] : []),
          ]),
        )
        .limit(MOST_MATCHES)
        .as('onTimeline'),
    )
    .selectAll();
}

/** The newest records that have one of the keys: ids rise with time, so the index has them in order. */
function newest(db: Kysely<Tables>, kind: MatchKeyRow['kind'], keys: readonly string[], limit: number) {
  return db
    .selectFrom('matchKeys')
    .select('recordId')
    .where('matchKey', 'in', keys.length ? keys : [''])
    .where('kind', '=', kind)
    .orderBy('recordId', 'desc')
    .limit(limit)
    .as('newest');
}

/** The newest open leads of a company, each with how many there are. */
function openOf(db: Kysely<Tables>, domains: readonly string[]) {
  return db
    .selectFrom((from) =>
      from
        .selectFrom(newest(db, 'lead', domains, MOST_COUNTED))
        .innerJoin('leads', 'leads.id', 'newest.recordId')
        .select([
          sql<string>`'same-domain'`.as('found'),
          'leads.lead as record',
          sql<number>`count(*) over ()`.as('total'),
        ])
        .where('leads.status', '=', 'open')
        .orderBy('leads.seq', 'desc')
        .limit(MOST_CUSTOMERS)
        .as('openOf'),
    )
    .selectAll();
}
