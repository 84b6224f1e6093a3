import type { EmailMessage } from '../leads/email-message.ts';
import type { Lead } from '../leads/lead.ts';
import type { MatchReason } from '../leads/match.ts';
import type { TimelineItem } from '../leads/timeline.ts';
import { words } from '../words/words.ts';
import type { Element, Execute } from './card.ts';
import { execute, notice, run } from './elements.ts';
import { mailFilesElements } from './mail-files.ts';
import { showTime } from './show-values.ts';
import type { View } from './view.ts';

/** The mail open beside a lead's card: why it belongs to the lead, and its entry where it is logged. */
export type MailBeside = { match?: MatchReason | undefined; logged?: TimelineItem | undefined; message: EmailMessage };

/** Why this lead is shown for the mail, and the way out where that is only a guess; for a draft what will become of it. */
export function matchElements(lead: Lead, view: View, mail: MailBeside | undefined): Element[] {
  const w = words(view.locale);
  if (!mail) return [];
  const { match, message } = mail;
  const leadId = lead.id;
  const unfollow = execute(w.unfollow, 'thread.unfollow', { leadId }, { inputs: 'none' });
  return [
    ...(match ? [notice(whyMatched(view, lead, match, message))] : []),
    ...(match === 'same-thread'
      ? [{ type: 'ActionSet' as const, spacing: 'Small' as const, actions: [unfollow] }]
      : []),
    ...(logsWhenSent(leadId, mail) ? [notice(w.logsWhenSent, 'good')] : []),
    ...(message.draft?.logsOn === null ? [notice(w.staysUnlogged)] : []),
  ];
}

/** Why a lead is shown for a mail; of somebody who did not write it, who that is. */
export function whyMatched(view: View, { email }: Lead, reason: MatchReason, { to, cc }: EmailMessage): string {
  const w = words(view.locale);
  const isRecipient = [...to, ...cc].some(({ address }) => address.trim().toLowerCase() === email?.toLowerCase());
  return reason === 'same-address' && email && isRecipient ? w.matchedRecipient(email) : w.matched[reason];
}

/** Logs the mail, now or when it is sent; takes that back; none where it is logged. */
export function logButton(leadId: string, view: View, mail: MailBeside | undefined): Execute | undefined {
  const w = words(view.locale);
  if (!mail || mail.logged) return undefined;
  if (!mail.message.draft) return execute(w.logEmail, 'mail.log', { leadId }, { style: 'positive' });
  if (logsWhenSent(leadId, mail)) return execute(w.dontLog, 'draft.leave', { leadId });
  return execute(w.logWhenSent, 'draft.log', { leadId }, { style: 'positive' });
}

/** Whether the draft is to be logged here: chosen, or by the switch of whoever writes it. */
function logsWhenSent(leadId: string, { match, message: { draft } }: MailBeside): boolean {
  if (draft?.logsOn !== undefined) return draft.logsOn === leadId;
  return Boolean(draft?.always && match);
}

/** Who logged the mail beside the card, or what of it is to be kept when it is logged. */
export function mailElements(view: View, mail: MailBeside | undefined): Element[] {
  if (!mail || mail.message.draft) return [];
  return mail.logged ? [loggedLine(view, mail.logged)] : mailFilesElements(view, mail.message);
}

function loggedLine(view: View, item: TimelineItem): Element {
  const w = words(view.locale);
  const text = `${w.loggedBefore}: ${item.createdBy.name}, ${showTime(view, item.createdAt)}`;
  return { type: 'RichTextBlock', spacing: 'Medium', inlines: [run(text, { color: 'Good' })] };
}
