import * as z from 'zod';
import type { Attachment, AttachmentLeftOut } from './attachment.ts';
import type { EmailMessage, SafeHtml } from './email-message.ts';
import { optionalLine, requiredLines } from './lead-fields.ts';
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

export type Note = Entry & { kind: 'note'; attachments: Attachment[] };

export type PhoneCall = Entry & {
  kind: 'phone-call';
  direction: 'outgoing' | 'incoming';
  durationMinutes: number | null;
};

/**
 * A logged mail: who wrote to whom and when stay exactly as the mailbox said. `text` is its body as text, `html` as it
 * may be shown; null where it had none or was too long.
 */
export type LoggedEmail = Entry & {
  kind: 'email';
  messageKey: string;
  html: SafeHtml | null;
  attachments: Attachment[];
  /** Files of the mail that were not kept. */
  leftOut: AttachmentLeftOut[];
} & Pick<EmailMessage, 'internetMessageId' | 'conversationId' | 'from' | 'to' | 'cc' | 'bcc' | 'sentAt' | 'mailbox'> & {
    direction: EmailMessage['direction'];
  };

/** Something the lead service did itself. */
export type LeadEvent = Entry & { kind: 'event' } & (
    | { event: 'created' | 'qualified' | 'reactivated' }
    | { event: 'disqualified'; reason: DisqualifyReason }
  );

export type Task = Entry & {
  kind: 'task';
  dueAt: string | null;
  priority: 'low' | 'normal' | 'high';
  status: 'open' | 'completed' | 'canceled';
};

export type Appointment = Entry & { kind: 'appointment'; startAt: string; endAt: string; location: string | null };

export type TimelineItem = Note | PhoneCall | LoggedEmail | Task | Appointment | LeadEvent;
export type TimelineKind = TimelineItem['kind'];
export const TIMELINE_KINDS = [
  'note',
  'phone-call',
  'email',
  'task',
  'appointment',
  'event',
] as const satisfies readonly TimelineKind[];

/** The moment an item is sorted by. */
export function timelineMoment(item: TimelineItem): string {
  return item.occurredAt ?? item.createdAt;
}

const text = requiredLines(10_000);
const subject = optionalLine(300);
const time = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

const shapes = {
  note: { subject, text },
  'phone-call': {
    subject,
    text,
    direction: z.enum(['outgoing', 'incoming']),
    durationMinutes: z
      .int()
      .min(0)
      .max(24 * 60)
      .nullable(),
    occurredAt: time.nullable(),
  },
  task: {
    subject,
    text,
    dueAt: time.nullable(),
    priority: z.enum(['low', 'normal', 'high']),
    status: z.enum(['open', 'completed', 'canceled']),
  },
  appointment: { subject, text, startAt: time, endAt: time, location: optionalLine(250) },
} as const;

/** What people add by hand. Mails come in through `logEmail`, events by what happens. */
export const timelineInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), ...shapes.note, subject: subject.default(null) }),
  z.strictObject({
    kind: z.literal('phone-call'),
    ...shapes['phone-call'],
    subject: subject.default(null),
    direction: shapes['phone-call'].direction.default('outgoing'),
    durationMinutes: shapes['phone-call'].durationMinutes.default(null),
    occurredAt: shapes['phone-call'].occurredAt.default(null),
  }),
  z.strictObject({
    kind: z.literal('task'),
    ...shapes.task,
    subject: subject.default(null),
    dueAt: shapes.task.dueAt.default(null),
    priority: shapes.task.priority.default('normal'),
    status: shapes.task.status.default('open'),
  }),
  z
    .strictObject({
      kind: z.literal('appointment'),
      ...shapes.appointment,
      subject: subject.default(null),
      location: shapes.appointment.location.default(null),
    })
    .refine(({ startAt, endAt }) => startAt <= endAt, { path: ['endAt'], params: { rule: 'before-start' } }),
]);

/** What may be changed of an entry, by kind. Mails and events stay what they were. */
export const timelineChanges = {
  note: z.strictObject(shapes.note).partial(),
  'phone-call': z.strictObject(shapes['phone-call']).partial(),
  task: z.strictObject(shapes.task).partial(),
  appointment: z.strictObject(shapes.appointment).partial(),
} as const;
