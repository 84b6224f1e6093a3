import type { Lead } from '../../leads/lead.ts';
import { LeadError } from '../../leads/lead-error.ts';
import type { LeadQuery } from '../../leads/lead-query.ts';
import type { LeadStore, Page } from '../../leads/lead-store.ts';
import type { Match, MatchQuery } from '../../leads/match.ts';
import { personKeys } from '../../leads/match-keys.ts';
import type { Qualification, Qualified } from '../../leads/qualification.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { TimelineItem, TimelineKind } from '../../leads/timeline.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import type { SqlDatabase } from './database.ts';
import { leadsQuery } from './leads-query.ts';
import { findMatches } from './matches-query.ts';
import { fromLeadRow, fromTimelineRow, toLeadRow, toTimelineRow } from './rows.ts';
import { timelineQuery } from './timeline-query.ts';
import { addKeys, addNoteWords, append, keepRecords, refuse, replaceLead } from './writes.ts';

/** Leads in a SQL database, whichever of the two dialects it speaks. */
export class SqlLeadStore implements LeadStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async lead(id: string): Promise<Lead | undefined> {
    const row = await this.#read.selectFrom('leads').select('lead').where('id', '=', id).executeTakeFirst();
    return row && fromLeadRow(row);
  }

  async leads(query: LeadQuery): Promise<Page<Lead>> {
    const rows = await leadsQuery(this.#read, this.#database.dialect, query).execute();
    return pageOf(rows, query.limit, fromLeadRow);
  }

  matches(query: MatchQuery): Promise<Match[]> {
    return findMatches(this.#read, query);
  }

  insert(lead: Lead, entries: readonly TimelineItem[]): Promise<{ lead: Lead; inserted: boolean }> {
    return this.#database.commits.run(async (tx) => {
      const row = { ...toLeadRow(lead), noteWords: '' };
      const insert = tx
        .insertInto('leads')
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      const { numInsertedOrUpdatedRows } = await insert.executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) {
        const there = await tx.selectFrom('leads').select('lead').where('id', '=', lead.id).executeTakeFirstOrThrow();
        return { lead: fromLeadRow(there), inserted: false };
      }
      await addKeys(tx, 'lead', lead.id, personKeys(lead));
      await append(tx, lead.id, entries);
      return { lead, inserted: true };
    });
  }

  update(lead: Lead, entries: readonly TimelineItem[]): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      await replaceLead(tx, lead);
      await append(tx, lead.id, entries);
    });
  }

  qualify(qualification: Qualification, entries: readonly TimelineItem[]): Promise<Qualified> {
    const { lead, ...records } = qualification;
    return this.#database.commits.run(async (tx) => {
      await replaceLead(tx, lead);
      await keepRecords(tx, records);
      await append(tx, lead.id, entries);
      return qualification;
    });
  }

  delete(id: string, version: number): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      const deletion = tx.deleteFrom('leads').where('id', '=', id).where('version', '=', version);
      const { numDeletedRows } = await deletion.executeTakeFirstOrThrow();
      if (!numDeletedRows) await refuse(tx, id);
      await tx.deleteFrom('matchKeys').where('recordId', '=', id).execute();
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
    return pageOf(await timelineQuery(this.#read, leadId, page).execute(), page.limit, fromTimelineRow);
  }

  addToTimeline(item: TimelineItem): Promise<{ item: TimelineItem; added: boolean }> {
    return this.#database.commits.run(async (tx) => {
      const row = toTimelineRow(item);
      // Locked until the commit: a lead that is being deleted elsewhere is either gone or waits.
      const lead = tx.selectFrom('leads').select('id').where('id', '=', item.leadId);
      const there = await (this.#database.dialect === 'postgres' ? lead.forKeyShare() : lead).executeTakeFirst();
      if (!there) throw new LeadError('lead-not-found');
      const insert = tx
        .insertInto('timeline')
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      const { numInsertedOrUpdatedRows } = await insert.executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows) {
        await addNoteWords(tx, item.leadId, [item]);
        return { item, added: true };
      }
      const known = await tx
        .selectFrom('timeline')
        .select('item')
        .where('leadId', '=', row.leadId)
        .where((either) => either.or([either('id', '=', row.id), either('messageKey', '=', row.messageKey)]))
        .executeTakeFirstOrThrow();
      return { item: fromTimelineRow(known), added: false };
    });
  }

  async loggedEmail(leadId: string, messageKey: string): Promise<TimelineItem | undefined> {
    const row = await this.#read
      .selectFrom('timeline')
      .select('item')
      .where('messageKey', '=', messageKey)
      .where('leadId', '=', leadId)
      .executeTakeFirst();
    return row && fromTimelineRow(row);
  }

  async ping(): Promise<void> {
    await this.#read.selectFrom('leads').select('id').limit(1).execute();
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  get #read() {
    return this.#database.read;
  }

  async #record<T>(table: 'accounts' | 'contacts' | 'opportunities', id: string): Promise<T | undefined> {
    const row = await this.#read
      .selectFrom(table)
      .select(['record', 'originatingLeadId'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { ...JSON.parse(row.record), originatingLeadId: row.originatingLeadId };
  }
}

/** Rows were asked for one more than the page holds: that one only says that there is a next page. */
function pageOf<Row extends Cursor, T>(rows: readonly Row[], limit: number, read: (row: Row) => T): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(read), next: rows.length > limit && last ? writeCursor(last) : null };
}
