import { auditTimeline } from './audit.ts';
import type { Desk } from './desk.ts';
import { messageKey, type ReadEmail } from './email-message.ts';
import { keepMailFiles, type MailFiles } from './keep-mail-files.ts';
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
  email: ReadEmail,
): Promise<{ item: TimelineItem; added: boolean }> {
  await leadFor(desk, actor, leadId, 'annotate');
  const known = await desk.store.loggedEmail(leadId, messageKey(email));
  if (known) return { item: known, added: false };
  const files = await keepMailFiles(desk, email);
  const made = { id: desk.newId(), leadId, at: desk.now().toISOString(), by: personRef(actor) };
  const item = loggedEmail(email, made, files);
  const audit = auditTimeline(actor, 'timeline-add', made.at, { after: item });
  const answer = await desk.store.addToTimeline(item, audit, files.kept);
  // Somebody else logged it meanwhile, with files of their own.
  if (!answer.added) await desk.attachments.discard(files.kept.map(({ upload }) => upload));
  return answer;
}

/** A mail as a timeline entry. */
export function loggedEmail(
  email: ReadEmail,
  { id, leadId, at, by }: { id: string; leadId: string; at: string; by: PersonRef },
  { kept, leftOut }: MailFiles,
): LoggedEmail {
  return {
    id,
    leadId,
    kind: 'email',
    subject: cleanLine(email.subject),
    text: cleanLines(email.text.slice(0, LONGEST_BODY)),
    html: email.html,
    createdAt: at,
    createdBy: by,
    occurredAt: new Date(email.sentAt).toISOString(),
    messageKey: messageKey(email),
    internetMessageId: email.internetMessageId ?? null,
    conversationId: email.conversationId ?? null,
    from: email.from,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
    sentAt: email.sentAt,
    mailbox: email.mailbox ?? null,
    direction: email.direction,
    attachments: kept.map(({ upload: _kept, ...file }) => file),
    leftOut,
  };
}
