import type { NewAttachment } from '../../leads/attachment.ts';
import type { AuditEntry } from '../../leads/audit.ts';
import type { Duplicate } from '../../leads/duplicates.ts';
import type { Lead } from '../../leads/lead.ts';
import { LeadError } from '../../leads/lead-error.ts';
import type { LeadQuery } from '../../leads/lead-query.ts';
import type { DuplicateQuery, Inserted, LeadStore, Page, Trail } from '../../leads/lead-store.ts';
import type { Matches, MatchQuery } from '../../leads/match.ts';
import type { PipelineBy, PipelineCount } from '../../leads/pipeline.ts';
import type { Qualification, Qualified } from '../../leads/qualification.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { LoggedEmail, Note, TimelineItem, TimelineKind } from '../../leads/timeline.ts';
import { addFiles, dropUnused, hashesOf, keepFiles } from './attachment-writes.ts';
import { auditPage, recordAudit } from './audit-rows.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import type { SqlDatabase } from './database.ts';
import { findDuplicates } from './duplicates-query.ts';
import { changedLead, newEntry, newLead } from './lead-writes.ts';
import { leadsQuery } from './leads-query.ts';
import { findMatches } from './matches-query.ts';
import { countPipeline } from './pipeline-query.ts';
import { fromLeadRow, fromTimelineRow } from './rows.ts';
import { timelineQuery } from './timeline-query.ts';
import { entryThere, removeEntry, replaceEntry } from './timeline-writes.ts';
import type { Write } from './write.ts';

/** Leads in a SQL database, whichever of the two dialects it speaks. */
export class SqlLeadStore implements LeadStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async lead(id: string): Promise<Lead | undefined> {
    const [row] = await this.#database.rows<{ lead: string }>('select lead from leads where id = ?', [id]);
    return row && fromLeadRow(row);
  }

  async leads(query: LeadQuery): Promise<Page<Lead>> {
    if (query.q) await this.#database.searchable();
    const rows = await leadsQuery(this.#read, this.#database.dialect, query).execute();
    return pageOf(rows, query.limit, fromLeadRow);
  }

  duplicates(query: DuplicateQuery): Promise<Duplicate[]> {
    return findDuplicates(this.#database, query);
  }

  matches(query: MatchQuery): Promise<Matches> {
    return findMatches(this.#read, query);
  }

  pipeline(by: PipelineBy, query: Omit<LeadQuery, 'limit'>): Promise<PipelineCount[]> {
    return countPipeline(this.#read, by, query);
  }

  async insert(lead: Lead, trail: Trail, unless?: DuplicateQuery): Promise<Inserted> {
    const mail = trail.entries.find(({ kind }) => kind === 'email');
    if (await this.#put(newLead(this.#database.dialect, lead, trail, unless), mail, trail.files))
      return { lead, inserted: true };
    const there = await this.lead(lead.id);
    if (there) return { lead: there, inserted: false };
    const duplicates = unless ? await this.duplicates(unless) : [];
    // What stood in the way is gone meanwhile.
    return duplicates.length ? { duplicates } : this.insert(lead, trail);
  }

  async update(lead: Lead, before: Lead, trail: Trail): Promise<void> {
    if (!(await this.#put(changedLead(before, lead, trail)))) await this.#refuse(lead.id);
  }

  async qualify(qualification: Qualification, before: Lead, trail: Trail): Promise<Qualified> {
    const { lead, ...records } = qualification;
    if (!(await this.#put(changedLead(before, lead, trail, records)))) await this.#refuse(lead.id);
    return qualification;
  }

  delete(id: string, version: number, audit: AuditEntry): Promise<void> {
    return this.#database.commits.run(async (tx) => {
      const hashes = await hashesOf(tx, { leadId: id });
      const deletion = tx.deleteFrom('leads').where('id', '=', id).where('version', '=', version);
      const { numDeletedRows } = await deletion.executeTakeFirstOrThrow();
      if (!numDeletedRows) await this.#refuse(id);
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
    const { sql, parameters } = timelineQuery(leadId, page);
    return pageOf(await this.#database.rows<Cursor & { item: string }>(sql, parameters), page.limit, fromTimelineRow);
  }

  async addToTimeline(
    item: TimelineItem,
    audit: AuditEntry,
    files: readonly NewAttachment[] = [],
  ): Promise<{ item: TimelineItem; added: boolean }> {
    if (await this.#put(newEntry(this.#database.dialect, item, audit), item, files)) return { item, added: true };
    return { item: await entryThere(this.#read, item), added: false };
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

  ping(): Promise<void> {
    return this.#database.ping();
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  get #read() {
    return this.#database.read;
  }

  /** Files of an entry are kept with what makes the entry. */
  #put(write: Write, entry?: TimelineItem, files: readonly NewAttachment[] = []): Promise<boolean> {
    if (!entry || !files.length) return this.#database.commits.put(write);
    return this.#database.commits.run(async (tx, put) => {
      const taken = await put(write);
      if (taken) await keepFiles(tx, entry, files);
      return taken;
    });
  }

  /** @throws LeadError `lead-changed` when the lead is there, else `lead-not-found` */
  async #refuse(id: string): Promise<never> {
    throw new LeadError((await this.lead(id)) ? 'lead-changed' : 'lead-not-found');
  }

  async #record<T>(table: 'accounts' | 'contacts' | 'opportunities', id: string): Promise<T | undefined> {
    const sql = `select record, "originatingLeadId" from ${table} where id = ?`;
    const [row] = await this.#database.rows<{ record: string; originatingLeadId: string | null }>(sql, [id]);
    return row && { ...JSON.parse(row.record), originatingLeadId: row.originatingLeadId };
  }
}

/** Rows were asked for one more than the page holds: that one only says that there is a next page. */
function pageOf<Row extends Cursor, T>(rows: readonly Row[], limit: number, read: (row: Row) => T): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(read), next: rows.length > limit && last ? writeCursor(last) : null };
}
