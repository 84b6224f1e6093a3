import { auditTimeline } from './audit.ts';
import type { Desk } from './desk.ts';
import { type EmailMessage, messageKey } from './email-message.ts';
import { leadFor } from './lead-for.ts';
import { type Actor, type PersonRef, personRef } from './person.ts';
import { cleanLine, cleanLines } from './text.ts';
import type { LoggedEmail, TimelineItem } from './timeline.ts';

const LONGEST_BODY = 100_000;

/**
 * Puts a mail on a lead's timeline, once per message and lead, however often it is asked for.
 * @throws LeadError `lead-not-found`, `not-permitted`
 */
export async function logEmail(
  desk: Desk,
  actor: Actor,
  leadId: string,
  email: EmailMessage,
): Promise<{ item: TimelineItem; added: boolean }> {
  await leadFor(desk, actor, leadId, 'annotate');
  const made = { id: desk.newId(), leadId, at: desk.now().toISOString(), by: personRef(actor) };
  const item = loggedEmail(email, made);
  return desk.store.addToTimeline(item, auditTimeline(actor, 'timeline-add', made.at, { after: item }));
}

/** A mail as a timeline entry. `email.text` is its body; whoever reads HTML has turned it into text before. */
export function loggedEmail(
  email: EmailMessage,
  { id, leadId, at, by }: { id: string; leadId: string; at: string; by: PersonRef },
): LoggedEmail {
  return {
    id,
    leadId,
    kind: 'email',
    subject: cleanLine(email.subject),
    text: cleanLines((email.text ?? '').slice(0, LONGEST_BODY)),
    createdAt: at,
    createdBy: by,
    occurredAt: new Date(email.sentAt).toISOString(),
    messageKey: messageKey(email),
    internetMessageId: email.internetMessageId,
    conversationId: email.conversationId,
    from: email.from,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
    sentAt: email.sentAt,
    mailbox: email.mailbox,
    direction: email.direction,
    attachments: email.attachments
      .filter(({ isInline }) => !isInline)
      .map(({ name, contentType, size }) => ({ name, contentType, size })),
  };
}
