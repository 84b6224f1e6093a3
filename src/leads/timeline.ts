import { z } from 'zod';
import type { EmailMessage } from './email-message.ts';
import { requiredLines } from './lead-fields.ts';
import type { DisqualifyReason } from './lead-status.ts';
import type { PersonRef } from './person.ts';

type Entry = {
  id: string;
  leadId: string;
  subject: string | null;
  text: string;
  createdAt: string;
  createdBy: PersonRef;
  /** When it happened, where that is not when it was written down. */
  occurredAt: string | null;
};

export type Note = Entry & { kind: 'note' };

export type PhoneCall = Entry & {
  kind: 'phone-call';
  direction: 'outgoing' | 'incoming';
  durationMinutes: number | null;
};

/** A logged mail: who wrote to whom and when stay exactly as the mailbox said; `text` is its body as text. */
export type LoggedEmail = Entry & {
  kind: 'email';
  messageKey: string;
  attachments: { name: string; contentType: string; size: number }[];
} & Pick<EmailMessage, 'internetMessageId' | 'conversationId' | 'from' | 'to' | 'cc' | 'bcc' | 'sentAt' | 'mailbox'> & {
    direction: EmailMessage['direction'];
  };

/** Something the lead service did itself. */
export type LeadEvent = Entry & { kind: 'event' } & (
    | { event: 'created' | 'qualified' | 'reactivated' }
    | { event: 'disqualified'; reason: DisqualifyReason }
  );

export type TimelineItem = Note | PhoneCall | LoggedEmail | LeadEvent;
export type TimelineKind = TimelineItem['kind'];
export const TIMELINE_KINDS = ['note', 'phone-call', 'email', 'event'] as const satisfies readonly TimelineKind[];

/** The moment an item is sorted by. */
export function timelineMoment(item: TimelineItem): string {
  return item.occurredAt ?? item.createdAt;
}

const text = requiredLines(10_000);

export const noteInput = z.strictObject({ kind: z.literal('note'), text });

export const phoneCallInput = z.strictObject({
  kind: z.literal('phone-call'),
  text,
  direction: z.enum(['outgoing', 'incoming']).default('outgoing'),
  durationMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .nullable()
    .default(null),
  occurredAt: z.iso
    .datetime({ offset: true })
    .transform((value) => new Date(value).toISOString())
    .nullable()
    .default(null),
});

/** What people add by hand. Mails come in through `logEmail`, events by what happens. */
export const timelineInput = z.discriminatedUnion('kind', [noteInput, phoneCallInput]);
export type TimelineInput = z.input<typeof timelineInput>;
