/// <reference types="office-js" />
import type { EmailMessage } from '../../src/leads/email-message.ts';
import { draftId, draftPlan, keepDraftPlan } from './draft-plan.ts';
import { withFiles } from './mail-files.ts';
import { type OpenItem, userAddress } from './mailbox.ts';
import type { Heading } from './page.ts';
import { words } from './pane-words.ts';
import { readDraft } from './read-draft.ts';
import { readMail } from './read-mail.ts';
import { logsWhatISend } from './settings.ts';

/** The mail a card speaks of. `key` is its item's; `notice` says what of it could not be had. */
export type Subject = {
  key: string;
  heading: Heading;
  /** What tells it from other mails on any day and device, for keeping what was typed; a draft's `key` if nothing does. */
  keptAs: string;
  notice?: string | undefined;
  mail: EmailMessage;
  item: Extract<OpenItem, { kind: 'mail' | 'draft' }>;
};

/** @throws MailboxProblem when Outlook does not hand over the text, unless `text` is false */
export async function subjectOf(item: Subject['item'], { text }: { text: boolean }): Promise<Subject> {
  const { key } = item;
  if (item.kind === 'draft') {
    const [mail, id] = await Promise.all([draftNow(item.item), draftId(item.item)]);
    const keptAs = id ? `draft/${id}` : key;
    return { key, keptAs, heading: { subject: mail.subject, people: recipients(mail) }, mail, item };
  }
  const { mail, encrypted } = await readMail(item.item, { text });
  const notice = encrypted ? words.encrypted : text ? undefined : words.withoutText;
  const heading = { subject: mail.subject, people: sender(mail) };
  return { key, keptAs: mail.internetMessageId ?? key, heading, notice, mail, item };
}

/** The mail as it goes out with a press: a draft as it stands by now, a mail with the files chosen. */
export async function mailFor({ item, mail }: Subject, data: Record<string, unknown>): Promise<EmailMessage> {
  if (item.kind === 'draft') return draftNow(item.item);
  return typeof data.files === 'string' ? withFiles(mail, item.item, data.files) : mail;
}

/** Remembers with a draft what the lead service said becomes of it. False where Outlook cannot: written it is all the same. */
export async function keepPlan({ item }: Subject, logsOn: string | null | undefined): Promise<boolean> {
  if (item.kind !== 'draft' || logsOn === undefined) return true;
  return keepDraftPlan(item.item, logsOn);
}

async function draftNow(item: Office.MessageCompose): Promise<EmailMessage> {
  const [mail, logsOn] = await Promise.all([readDraft(item, userAddress()), draftPlan(item)]);
  return { ...mail, draft: { always: logsWhatISend(), ...(logsOn === undefined ? {} : { logsOn }) } };
}

function sender({ from: { name, address } }: EmailMessage): string {
  return name && name !== address ? `${name} <${address}>` : address || words.noSender;
}

function recipients({ to }: EmailMessage): string {
  return to.length ? words.to(to.map(({ name, address }) => name || address).join(', ')) : words.noRecipients;
}
