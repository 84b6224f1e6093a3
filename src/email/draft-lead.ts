import type { EmailMessage } from '../leads/email-message.ts';
import type { MailDraft, Provenance } from '../leads/provenance.ts';
import { mergeFacts, toDraft } from './fact.ts';
import { isLeadLetter } from './lead-intent.ts';
import { readLetter } from './letter.ts';
import { letterFacts } from './letter-facts.ts';

/** What the reader of a mail knows about us, so that our own names and numbers never become the lead's. */
export type MailContext = {
  /** The organisation's mail domains, lower case. */
  ownDomains: readonly string[];
  /** Providers of private mailboxes beside the well-known ones, lower case. */
  freeMailDomains: readonly string[];
  /** The address of the mailbox the mail lies in, when the surface knows it; its domain is ours, too. */
  mailboxOwner?: string | undefined;
};

/** A mail read as a lead. `draft` is what the mail tells, `isLead` whether a person seems to want something. */
export type MailReading = { isLead: boolean; draft: MailDraft; provenance: Provenance };

/** Reads a mail as a draft lead. Pure: no I/O, the same mail always gives the same draft. */
export function draftLead(mail: EmailMessage, context: MailContext): MailReading {
  const letter = readLetter(mail, context);
  const { facts, body } = letterFacts(letter, context);
  const isLead = !letter.fromColleague && isLeadLetter({ ...letter, body, isForm: letter.form !== undefined });
  return { isLead, ...toDraft(mergeFacts(facts)) };
}
