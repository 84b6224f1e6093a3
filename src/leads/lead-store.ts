import type { NewAttachment } from './attachment.ts';
import type { AuditEntry } from './audit.ts';
import type { Duplicate } from './duplicates.ts';
import type { Lead } from './lead.ts';
import type { LeadQuery } from './lead-query.ts';
import type { Matches, MatchQuery } from './match.ts';
import type { DuplicateReason } from './match-keys.ts';
import type { PipelineBy, PipelineCount } from './pipeline.ts';
import type { Qualification, Qualified } from './qualification.ts';
import type { Account, Contact, Opportunity } from './records.ts';
import type { LoggedEmail, Note, TimelineItem, TimelineKind } from './timeline.ts';

/** `next` continues after the last item; null when that was all. */
export type Page<T> = { items: T[]; next: string | null };

/** Which records are compared; `keys` are those of `personKeys` and `accountKeys`. */
export type DuplicateQuery = {
  keys: ReadonlyMap<string, DuplicateReason>;
  kinds: readonly Duplicate['kind'][];
  except?: string;
};

/** What became of a new lead. */
export type Inserted = { lead: Lead; inserted: boolean } | { duplicates: Duplicate[] };

/** What a write leaves behind: entries on the lead's timeline, with the files of a mail, and what the audit trail says. */
export type Trail = { entries: readonly TimelineItem[]; audit: AuditEntry; files?: readonly NewAttachment[] };

/**
 * Where leads live. Every write is atomic and durable when its promise resolves. What a lead becomes is decided in
 * this folder; a store only keeps it, so that SQL databases and an existing Dynamics 365 organisation both fit.
 */
export interface LeadStore {
  lead(id: string): Promise<Lead | undefined>;
  leads(query: LeadQuery): Promise<Page<Lead>>;
  matches(query: MatchQuery): Promise<Matches>;

  /** Leads of a query counted by group and currency; a group of weeks is given by day. */
  pipeline(by: PipelineBy, query: Omit<LeadQuery, 'limit'>): Promise<PipelineCount[]>;

  /** Records of the given kinds that share one of the keys, those that share most first; `except` is left out. */
  duplicates(query: DuplicateQuery): Promise<Duplicate[]>;

  /**
   * Keeps a new lead and its first timeline items. Nothing is written where a lead with that id exists, which is then
   * answered, or where there are records that `unless` asks for, which are.
   */
  insert(lead: Lead, trail: Trail, unless?: DuplicateQuery): Promise<Inserted>;

  /**
   * Replaces the lead whose version is one below `lead.version`, and adds to its timeline. `before` is that version as
   * it was read: a store need only write what differs.
   * @throws LeadError `lead-changed` or `lead-not-found`
   */
  update(lead: Lead, before: Lead, trail: Trail): Promise<void>;

  /**
   * Closes the lead `before` as qualified and makes or links its records, all or nothing. The records are proposals: a store
   * that qualifies by itself (QualifyLead of Dataverse) makes its own and answers those.
   * @throws LeadError `lead-changed` or `lead-not-found`
   */
  qualify(qualification: Qualification, before: Lead, trail: Trail): Promise<Qualified>;

  /**
   * Removes a lead with its timeline; account, contact and opportunity stay and lose the link.
   * @throws LeadError `lead-changed` or `lead-not-found`
   */
  delete(id: string, version: number, audit: AuditEntry): Promise<void>;

  account(id: string): Promise<Account | undefined>;
  contact(id: string): Promise<Contact | undefined>;
  opportunity(id: string): Promise<Opportunity | undefined>;

  /** Newest first. */
  timeline(leadId: string, page: { limit: number; cursor?: string; kind?: TimelineKind }): Promise<Page<TimelineItem>>;

  /**
   * Adds to a timeline unless the item is there already: the same id, or for a mail the same message on the same
   * lead. Answers what is there then.
   * @throws LeadError `lead-not-found`
   */
  addToTimeline(
    item: TimelineItem,
    audit: AuditEntry,
    files?: readonly NewAttachment[],
  ): Promise<{ item: TimelineItem; added: boolean }>;

  /** Puts files on a note or mail that is there. @throws LeadError `timeline-item-not-found` */
  attach(itemId: string, files: readonly NewAttachment[], audit: AuditEntry): Promise<Note | LoggedEmail>;

  timelineItem(id: string): Promise<TimelineItem | undefined>;

  /** @throws LeadError `timeline-item-not-found` */
  updateTimelineItem(item: TimelineItem, audit: AuditEntry): Promise<void>;

  /** Removes an entry with its attachments. @throws LeadError `timeline-item-not-found` */
  removeTimelineItem(id: string, audit: AuditEntry): Promise<void>;

  /** Newest first; append-only. */
  audit(leadId: string, page: { limit: number; cursor?: string }): Promise<Page<AuditEntry>>;

  /** The entry of a mail on a lead's timeline. */
  loggedEmail(leadId: string, messageKey: string): Promise<LoggedEmail | undefined>;

  /** Mails of a conversation no longer lead to the lead; logging another one of it begins anew. */
  unfollow(leadId: string, conversationId: string, audit: AuditEntry): Promise<void>;

  /** Rejects when the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
