import type { NewAttachment } from '../../leads/attachment.ts';
import type { AuditEntry } from '../../leads/audit.ts';
import type { Duplicate } from '../../leads/duplicates.ts';
import type { Lead } from '../../leads/lead.ts';
import type { LeadQuery } from '../../leads/lead-query.ts';
import type { DuplicateQuery, LeadStore, Page, Trail } from '../../leads/lead-store.ts';
import type { Matches, MatchQuery } from '../../leads/match.ts';
import { leadKeys } from '../../leads/match-keys.ts';
import type { PipelineBy, PipelineCount } from '../../leads/pipeline.ts';
import type { Qualification, Qualified } from '../../leads/qualification.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { LoggedEmail, Note, TimelineItem, TimelineKind } from '../../leads/timeline.ts';
import { addFiles, dropUnused, hashesOf, keepFiles } from './attachment-writes.ts';
import { auditPage, recordAudit } from './audit-rows.ts';
import { ask, insertRows } from './compiled.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import type { SqlDatabase } from './database.ts';
import { findDuplicates } from './duplicates-query.ts';
import { leadsQuery } from './leads-query.ts';
import { findMatches } from './matches-query.ts';
import { countPipeline } from './pipeline-query.ts';
import { fromLeadRow, fromTimelineRow, toLeadRow } from './rows.ts';
import { timelineQuery } from './timeline-query.ts';
import { addEntry, removeEntry, replaceEntry } from './timeline-writes.ts';
import { addKeys, append, keepRecords, refuse, replaceLead } from './writes.ts';

/** Leads in a SQL database, whichever of the two dialects it speaks. */
export class SqlLeadStore implements LeadStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async lead(id: string): Promise<Lead | undefined> {
    const byId = () => this.#read.selectFrom('leads').select('lead').where('id', '=', id);
    const [row] = (await ask(this.#read, 'lead', [id], byId)).rows;
    return row && fromLeadRow(row);
  }

  async leads(query: LeadQuery): Promise<Page<Lead>> {
    const rows = await leadsQuery(this.#read, this.#database.dialect, query).execute();
    return pageOf(rows, query.limit, fromLeadRow);
  }

  duplicates(query: DuplicateQuery): Promise<Duplicate[]> {
    return findDuplicates(this.#read, query);
  }

  matches(query: MatchQuery): Promise<Matches> {
    return findMatches(this.#read, query);
  }

  pipeline(by: PipelineBy, query: Omit<LeadQuery, 'limit'>): Promise<PipelineCount[]> {
    return countPipeline(this.#read, by, query);
  }

  insert(lead: Lead, { entries, audit, files = [] }: Trail): Promise<{ lead: Lead; inserted: boolean }> {
    return this.#database.commits.run(async (tx) => {
      if (!(await insertRows(tx, 'leads', [{ ...toLeadRow(lead), noteWords: '' }]))) {
        const there = await tx.selectFrom('leads').select('lead').where('id', '=', lead.id).executeTakeFirstOrThrow();
        return { lead: fromLeadRow(there), inserted: false };
      }
      // Statements that do not wait for each other go to a server together.
      await Promise.all([
        addKeys(tx, 'lead', lead.id, leadKeys(lead)),
        append(tx, lead.id, entries),
        recordAudit(tx, audit),
      ]);
      const mail = entries.find(({ kind }) => kind === 'email');
      if (mail) await keepFiles(tx, mail, files);
      return { lead, inserted: true };
    });
  }

  update(lead: Lead, { entries, audit }: Trail): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      await replaceLead(tx, lead);
      await append(tx, lead.id, entries);
      await recordAudit(tx, audit);
    });
  }

  qualify(qualification: Qualification, { entries, audit }: Trail): Promise<Qualified> {
    const { lead, ...records } = qualification;
    return this.#database.commits.run(async (tx) => {
      await replaceLead(tx, lead);
      await Promise.all([keepRecords(tx, records), append(tx, lead.id, entries), recordAudit(tx, audit)]);
      return qualification;
    });
  }

  delete(id: string, version: number, audit: AuditEntry): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      const hashes = await hashesOf(tx, { leadId: id });
      const deletion = tx.deleteFrom('leads').where('id', '=', id).where('version', '=', version);
      const { numDeletedRows } = await deletion.executeTakeFirstOrThrow();
      if (!numDeletedRows) await refuse(tx, id);
      await tx.deleteFrom('matchKeys').where('recordId', '=', id).execute();
      await dropUnused(tx, this.#database.dialect, hashes);
      await recordAudit(tx, audit);
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

  addToTimeline(
    item: TimelineItem,
    audit: AuditEntry,
    files: readonly NewAttachment[] = [],
  ): Promise<{ item: TimelineItem; added: boolean }> {
    return this.#database.commits.run(async (tx) => {
      const answer = await addEntry(tx, this.#database.dialect, item, files);
      if (answer.added) await recordAudit(tx, audit);
      return answer;
    });
  }

  attach(itemId: string, files: readonly NewAttachment[], audit: AuditEntry): Promise<Note | LoggedEmail> {
    return this.#database.commits.run(async (tx) => {
      const item = await addFiles(tx, this.#database.dialect, itemId, files);
      await recordAudit(tx, audit);
      return item;
    });
  }

  async timelineItem(id: string): Promise<TimelineItem | undefined> {
    const row = await this.#read.selectFrom('timeline').select('item').where('id', '=', id).executeTakeFirst();
    return row && fromTimelineRow(row);
  }

  updateTimelineItem(item: TimelineItem, audit: AuditEntry): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      await replaceEntry(tx, item);
      await recordAudit(tx, audit);
    });
  }

  removeTimelineItem(id: string, audit: AuditEntry): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      await removeEntry(tx, this.#database.dialect, id);
      await recordAudit(tx, audit);
    });
  }

  audit(leadId: string, page: { limit: number; cursor?: string }): Promise<Page<AuditEntry>> {
    return auditPage(this.#read, leadId, page);
  }

  async loggedEmail(leadId: string, messageKey: string): Promise<LoggedEmail | undefined> {
    const row = await this.#read
      .selectFrom('timeline')
      .select('item')
      .where('messageKey', '=', messageKey)
      .where('leadId', '=', leadId)
      .executeTakeFirst();
    // Only mails have a message key.
    return row && (fromTimelineRow(row) as LoggedEmail);
  }

  unfollow(leadId: string, conversationId: string, audit: AuditEntry): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      // The entries keep it themselves; the column is only what conversations are matched by.
      await tx
        .updateTable('timeline')
        .set({ conversationId: null })
        .where('leadId', '=', leadId)
        .where('conversationId', '=', conversationId)
        .execute();
      await recordAudit(tx, audit);
    });
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
    const byId = () => this.#read.selectFrom(table).select(['record', 'originatingLeadId']).where('id', '=', id);
    const [row] = (await ask(this.#read, table, [id], byId)).rows;
    return row && { ...JSON.parse(row.record), originatingLeadId: row.originatingLeadId };
  }
}

/** Rows were asked for one more than the page holds: that one only says that there is a next page. */
function pageOf<Row extends Cursor, T>(rows: readonly Row[], limit: number, read: (row: Row) => T): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(read), next: rows.length > limit && last ? writeCursor(last) : null };
}
