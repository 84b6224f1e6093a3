import { draftLead, type MailContext, type MailReading } from '../email/draft-lead.ts';
import { plainText } from '../email/html-text.ts';
import { safeHtml } from '../email/safe-html.ts';
import type { Desk } from '../leads/desk.ts';
import type { EmailMessage, ReadEmail } from '../leads/email-message.ts';
import type { Context } from './handler.ts';

/** A mail read as a lead. */
export function draftFrom({ desk }: Pick<Context, 'desk'>, mail: EmailMessage): MailReading {
  return draftLead(mail, mailContext(desk, mail));
}

/** What is known about the mailbox a mail lies in. */
export function mailContext({ ownDomains, freeMailDomains }: Desk, { mailbox }: EmailMessage): MailContext {
  return { ownDomains, freeMailDomains, ...(mailbox && { mailboxOwner: mailbox }) };
}

/** A mail with its body as text and as HTML that may be shown, whichever way it came. */
export function readBody({ html, text, ...mail }: EmailMessage): ReadEmail {
  return { ...mail, text: text ?? plainText(html ?? ''), html: html === undefined ? null : safeHtml(html) };
}
