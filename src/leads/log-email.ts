import { auditTimeline } from './audit.ts';
import type { Desk } from './desk.ts';
import { type EmailMessage, messageKey, type ReadEmail, stampKey } from './email-message.ts';
import { keepMailFiles, type MailFiles } from './keep-mail-files.ts';
import { LeadError } from './lead-error.ts';
import { leadFor } from './lead-for.ts';
import { type Actor, type PersonRef, personRef } from './person.ts';
import { cleanLine, cleanLines } from './text.ts';
import type { LoggedEmail, TimelineItem } from './timeline.ts';

const LONGEST_BODY = 100_000;

/**
 * Puts a mail on a lead's timeline, once per message and lead, however often it is asked for.
 * @throws LeadError `lead-not-found`, `not-permitted`; `invalid-input` for a draft
 */
export async function logEmail(
  desk: Desk,
  actor: Actor,
  leadId: string,
  email: ReadEmail,
): Promise<{ item: TimelineItem; added: boolean }> {
  await leadFor(desk, actor, leadId, 'annotate');
  if (email.draft) throw new LeadError('invalid-input', [{ field: 'mail', rule: 'not-sent' }]);
  const known = await loggedCopy(desk, actor, leadId, email);
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

/**
 * The entry of a mail on a lead's timeline. One that was made while the mail was being sent has only its stamp; the
 * first copy seen with both joins them, so that copies without the header are known as well.
 */
export async function loggedCopy(
  desk: Desk,
  actor: Actor,
  leadId: string,
  email: EmailMessage | ReadEmail,
): Promise<LoggedEmail | undefined> {
  const { store } = desk;
  const key = messageKey(email);
  const known = await store.loggedEmail(leadId, key);
  if (!email.stamp || key === stampKey(email.stamp)) return known;
  const sent = await store.loggedEmail(leadId, stampKey(email.stamp));
  // Whoever received the mail knows its stamp, and could put it on another one.
  if (!sent || !isSameMail(sent, email)) return known;
  const at = desk.now().toISOString();
  if (known) {
    await store.removeTimelineItem(sent.id, auditTimeline(actor, 'timeline-delete', at, { before: sent }));
    return known;
  }
  const { internetMessageId = null, conversationId = null, sentAt } = email;
  const joined = { ...sent, messageKey: key, internetMessageId, conversationId, sentAt, occurredAt: iso(sentAt) };
  await store.updateTimelineItem(joined, auditTimeline(actor, 'timeline-update', at, { before: sent, after: joined }));
  return joined;
}

function isSameMail(sent: LoggedEmail, email: EmailMessage | ReadEmail): boolean {
  const address = ({ from }: Pick<EmailMessage, 'from'>) => from.address.trim().toLowerCase();
  return address(sent) === address(email) && sent.subject === cleanLine(email.subject);
}

function iso(time: string): string {
  return new Date(time).toISOString();
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
    occurredAt: iso(email.sentAt),
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
