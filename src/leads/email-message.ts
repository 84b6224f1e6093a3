import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cleanLine } from './text.ts';

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
  attachments: z
    .array(
      z.object({
        name: z.string().max(1000),
        contentType: z.string().max(255).default('application/octet-stream'),
        size: z.number().int().min(0).default(0),
        isInline: z.boolean().default(false),
        contentId: z.string().max(1000).nullish(),
        content: z.string().optional(),
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

/**
 * What makes two copies of a mail the same mail, in whichever mailbox they lie: the message id without brackets
 * and case, or, where there is none, a fingerprint of sender, time, subject and recipients.
 */
export function messageKey(
  email: Pick<EmailMessage, 'internetMessageId' | 'from' | 'to' | 'cc' | 'sentAt' | 'subject'>,
): string {
  const id = normalizeMessageId(email.internetMessageId ?? '');
  if (id) return id;
  const recipients = [...email.to, ...email.cc].map(({ address }) => address.trim().toLowerCase()).sort();
  const facts = [
    email.from.address.trim().toLowerCase(),
    new Date(email.sentAt).toISOString(),
    cleanLine(email.subject),
    ...recipients,
  ];
  return `fingerprint:${createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32)}`;
}

export function normalizeMessageId(id: string): string {
  return id.trim().replace(/^<|>$/g, '').trim().toLowerCase();
}
