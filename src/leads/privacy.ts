import * as z from 'zod';
import type { AuditEntry } from './audit.ts';
import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { LeadError } from './lead-error.ts';
import { parseInput } from './parse-input.ts';
import { mustBeAllowed } from './permissions.ts';
import type { Actor } from './person.ts';
import type { Account, Contact, Opportunity } from './records.ts';
import type { TimelineItem } from './timeline.ts';

/** Everything held about a lead. */
export type LeadData = {
  lead: Lead;
  timeline: TimelineItem[];
  audit: AuditEntry[];
  account?: Account;
  contact?: Contact;
  opportunity?: Opportunity;
};

/**
 * Everything held about a person, by their mail address: the leads that are theirs, contacts, and on the leads of others
 * the mails and other entries that name the address, the changes that do, and texts of records, such as a description.
 */
export type PersonData = {
  email: string;
  leads: LeadData[];
  contacts: Contact[];
  mails: TimelineItem[];
  audit: AuditEntry[];
  mentions: { table: 'leads' | 'accounts' | 'contacts' | 'opportunities'; id: string; field: string; text: string }[];
};

/** What an erasure removed, by kind. The erasure itself stays on record, without whom it was about. */
export type Erased = {
  leads: number;
  contacts: number;
  accounts: number;
  opportunities: number;
  timelineItems: number;
  auditEntries: number;
  /** Records of others out of which an address, or what an account had of a person, was taken. */
  mentions: number;
};

/** Reads out and removes what is held about people (articles 15 and 17 of the GDPR). */
export interface Privacy {
  leadData(leadId: string): Promise<LeadData | undefined>;
  personData(email: string): Promise<PersonData>;
  /** The disqualified leads that nobody has changed, nor added to, since a moment. */
  untouchedSince(moment: Date): Promise<string[]>;
  /**
   * Removes a lead with its records and history, or every trace of an address, and keeps that an erasure happened. Where
   * the lead is gone already nothing is kept, and 0 leads were erased.
   */
  erase(subject: ErasureSubject, record: { id: string; at: string; byId: string }): Promise<Erased>;
}

export const erasureInput = z.union([
  z.strictObject({ leadId: z.string().min(1).max(100) }),
  z.strictObject({ email: z.string().min(3).max(320) }),
]);
export type ErasureSubject = z.output<typeof erasureInput>;

/** @throws LeadError `not-permitted`, `lead-not-found` */
export async function exportLead(desk: Desk, actor: Actor, leadId: string): Promise<LeadData> {
  mustBeAllowed(actor, 'administer');
  const data = await desk.privacy.leadData(leadId);
  if (!data) throw new LeadError('lead-not-found');
  return data;
}

/** @throws LeadError `not-permitted` */
export function exportPerson(desk: Desk, actor: Actor, email: string): Promise<PersonData> {
  mustBeAllowed(actor, 'administer');
  return desk.privacy.personData(email.trim().toLowerCase());
}

/** @throws LeadError `not-permitted`, `invalid-input`, `lead-not-found` */
export async function erase(desk: Desk, actor: Actor, input: unknown): Promise<Erased & { id: string }> {
  mustBeAllowed(actor, 'administer');
  const subject = parseInput(erasureInput, input);
  if ('leadId' in subject && !(await desk.store.lead(subject.leadId))) throw new LeadError('lead-not-found');
  const record = { id: desk.newId(), at: desk.now().toISOString(), byId: actor.id };
  const about = 'email' in subject ? { email: subject.email.trim().toLowerCase() } : subject;
  const erased = await desk.privacy.erase(about, record);
  if ('leadId' in subject && !erased.leads) throw new LeadError('lead-not-found');
  return { id: record.id, ...erased };
}
