import type { Kysely, Transaction } from 'kysely';
import type { Lead } from '../../leads/lead.ts';
import { LeadError } from '../../leads/lead-error.ts';
import type { LeadQuery, LeadStore, Page } from '../../leads/lead-store.ts';
import type { Match, MatchQuery } from '../../leads/match.ts';
import type { Qualification, Qualified } from '../../leads/qualification.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { TimelineItem, TimelineKind } from '../../leads/timeline.ts';
import { writeCursor } from './cursor.ts';
import { findMatches, leadsQuery, timelineQuery } from './queries.ts';
import { fromLeadRow, fromTimelineRow, toLeadRow, toTimelineRow } from './rows.ts';
import type { Tables } from './schema.ts';

type RecordTable = 'accounts' | 'contacts' | 'opportunities';

/** Leads in a SQL database, whichever dialect Kysely speaks to it. */
export class SqlLeadStore implements LeadStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async lead(id: string): Promise<Lead | undefined> {
    const row = await this.#db.selectFrom('leads').select('lead').where('id', '=', id).executeTakeFirst();
    return row && fromLeadRow(row);
  }

  async leads(query: LeadQuery): Promise<Page<Lead>> {
    const rows = await leadsQuery(this.#db, query).execute();
    return pageOf(rows, query.limit, fromLeadRow, (lead) => ({ at: lead.createdAt, id: lead.id }));
  }

  matches(query: MatchQuery): Promise<Match[]> {
    return findMatches(this.#db, query);
  }

  insert(lead: Lead, entries: readonly TimelineItem[]): Promise<{ lead: Lead; inserted: boolean }> {
    return this.#db.transaction().execute(async (tx) => {
      const insert = tx
        .insertInto('leads')
        .values(toLeadRow(lead))
        .onConflict((conflict) => conflict.doNothing());
      const { numInsertedOrUpdatedRows } = await insert.executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) {
        const row = await tx.selectFrom('leads').select('lead').where('id', '=', lead.id).executeTakeFirstOrThrow();
        return { lead: fromLeadRow(row), inserted: false };
      }
      await append(tx, entries);
      return { lead, inserted: true };
    });
  }

  async update(lead: Lead, entries: readonly TimelineItem[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await replace(tx, lead);
      await append(tx, entries);
    });
  }

  async qualify(qualification: Qualification, entries: readonly TimelineItem[]): Promise<Qualified> {
    const { lead, account, contact, opportunity } = qualification;
    await this.#db.transaction().execute(async (tx) => {
      await replace(tx, lead);
      await keep(tx, 'accounts', account);
      await keep(tx, 'contacts', contact);
      await keep(tx, 'opportunities', opportunity);
      await append(tx, entries);
    });
    return qualification;
  }

  async delete(id: string, version: number): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      const deletion = tx.deleteFrom('leads').where('id', '=', id).where('version', '=', version);
      const { numDeletedRows } = await deletion.executeTakeFirstOrThrow();
      if (!numDeletedRows) await refuse(tx, id);
    });
  }

  account(id: string): Promise<Account | undefined> {
    return this.#record('accounts', id);
  }

  contact(id: string): Promise<Contact | undefined> {
    return this.#record('contacts', id);
  }

  opportunity(id: string): Promise<Opportunity | undefined> {
    return this.#record('opportunities', id);
  }

  async timeline(
    leadId: string,
    page: { limit: number; cursor?: string; kind?: TimelineKind },
  ): Promise<Page<TimelineItem>> {
    const rows = await timelineQuery(this.#db, leadId, page).execute();
    return pageOf(rows, page.limit, fromTimelineRow, (item) => ({
      at: item.occurredAt ?? item.createdAt,
      id: item.id,
    }));
  }

  addToTimeline(item: TimelineItem): Promise<{ item: TimelineItem; added: boolean }> {
    return this.#db.transaction().execute(async (tx) => {
      const row = toTimelineRow(item);
      const lead = await tx.selectFrom('leads').select('id').where('id', '=', item.leadId).executeTakeFirst();
      if (!lead) throw new LeadError('lead-not-found');
      const insert = tx
        .insertInto('timeline')
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      const { numInsertedOrUpdatedRows } = await insert.executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows) return { item, added: true };
      const there = await tx
        .selectFrom('timeline')
        .select('item')
        .where('leadId', '=', row.leadId)
        .where((either) => either.or([either('id', '=', row.id), either('messageKey', '=', row.messageKey)]))
        .executeTakeFirstOrThrow();
      return { item: fromTimelineRow(there), added: false };
    });
  }

  async loggedEmail(leadId: string, messageKey: string): Promise<TimelineItem | undefined> {
    const row = await this.#db
      .selectFrom('timeline')
      .select('item')
      .where('messageKey', '=', messageKey)
      .where('leadId', '=', leadId)
      .executeTakeFirst();
    return row && fromTimelineRow(row);
  }

  async ping(): Promise<void> {
    await this.#db.selectFrom('leads').select('id').limit(1).execute();
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }

  async #record<T>(table: RecordTable, id: string): Promise<T | undefined> {
    const row = await this.#db
      .selectFrom(table)
      .select(['record', 'originatingLeadId'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { ...JSON.parse(row.record), originatingLeadId: row.originatingLeadId };
  }
}

/** Rows were asked for one more than the page holds: that one only says that there is a next page. */
function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  read: (row: Row) => T,
  place: (item: T) => { at: string; id: string },
): Page<T> {
  const items = rows.slice(0, limit).map(read);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writeCursor(place(last)) : null };
}

async function replace(tx: Transaction<Tables>, lead: Lead): Promise<void> {
  const { id, ...row } = toLeadRow(lead);
  const update = tx
    .updateTable('leads')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', lead.version - 1);
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
  if (!numUpdatedRows) await refuse(tx, id);
}

async function refuse(tx: Transaction<Tables>, id: string): Promise<never> {
  const there = await tx.selectFrom('leads').select('id').where('id', '=', id).executeTakeFirst();
  throw new LeadError(there ? 'lead-changed' : 'lead-not-found');
}

async function append(tx: Transaction<Tables>, entries: readonly TimelineItem[]): Promise<void> {
  if (entries.length) await tx.insertInto('timeline').values(entries.map(toTimelineRow)).execute();
}

/** Linked records exist already and stay as they are. */
async function keep(tx: Transaction<Tables>, table: RecordTable, record?: Account | Contact | Opportunity) {
  if (!record) return;
  const { id, originatingLeadId } = record;
  const row = { id, originatingLeadId, record: JSON.stringify(record) };
  await tx
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
