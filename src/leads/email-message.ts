import { createHash } from 'node:crypto';
import * as z from 'zod';
import { cleanLine } from './text.ts';

/** A draft is logged when it is sent: on the lead chosen (null: on none), or with `always` on the one it clearly belongs to. */
const draft = z.object({ logsOn: z.uuid().nullish(), always: z.boolean().default(false) });

const party = z.object({ name: z.string().max(500).default(''), address: z.string().max(320) });

/** A mail as a surface read it from a mailbox. Unknown properties are dropped. */
export const emailMessage = z.object({
  internetMessageId: z.string().max(1000).nullish(),
  conversationId: z.string().max(1000).nullish(),
  from: party,
  to: z.array(party).max(1000).default([]),
  cc: z.array(party).max(1000).default([]),
  bcc: z.array(party).max(1000).default([]),
  subject: z.string().max(10_000).default(''),
  sentAt: z.iso.datetime({ offset: true }),
  html: z.string().optional(),
  text: z.string().optional(),
  mailbox: z.string().max(320).nullish(),
  direction: z.enum(['received', 'sent']).default('received'),
  // Set on a mail of ours before it is sent, when it has no message id yet; every copy carries it in a header.
  stamp: z.uuid().nullish(),
  // Present while the mail is still being written.
  draft: draft.optional(),
  attachments: z
    .array(
      z.object({
        name: z.string().max(1000),
        contentType: z.string().max(255).default('application/octet-stream'),
        size: z.number().int().min(0).default(0),
        isInline: z.boolean().default(false),
        contentId: z.string().max(1000).nullish(),
        content: z.string().optional(),
        // Was to be kept: without content, the mailbox did not hand it over.
        chosen: z.boolean().optional(),
      }),
    )
    .max(500)
    .default([]),
});
export type EmailMessage = z.output<typeof emailMessage>;
/** HTML without anything that runs, loads or leads astray; only `safeHtml` of src/email makes it. */
export type SafeHtml = string & { readonly safe: unique symbol };

/** A mail whose body was read: its text, and its HTML made safe. */
export type ReadEmail = Omit<EmailMessage, 'html' | 'text'> & { text: string; html: SafeHtml | null };
export type EmailParty = z.output<typeof party>;

type Identified = Pick<EmailMessage, 'internetMessageId' | 'stamp' | 'from' | 'to' | 'cc' | 'sentAt' | 'subject'>;

/**
 * What makes two copies of a mail the same mail, in whichever mailbox they lie: the message id without brackets
 * and case; before it has one its stamp; or, where there is neither, a fingerprint of sender, time, subject and recipients.
 */
export function messageKey(email: Identified): string {
  const id = normalizeMessageId(email.internetMessageId ?? '');
  if (id) return id;
  if (email.stamp) return stampKey(email.stamp);
  const recipients = [...email.to, ...email.cc].map(({ address }) => address.trim().toLowerCase()).sort();
  const facts = [
    email.from.address.trim().toLowerCase(),
    new Date(email.sentAt).toISOString(),
    cleanLine(email.subject),
    ...recipients,
  ];
  return `fingerprint:${createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32)}`;
}

/** The key a mail was logged by while it was being sent. */
export function stampKey(stamp: string): string {
  return `stamp:${stamp.toLowerCase()}`;
}

export function normalizeMessageId(id: string): string {
  return id.trim().replace(/^<|>$/g, '').trim().toLowerCase();
}
