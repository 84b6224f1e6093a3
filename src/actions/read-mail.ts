import { draftLead, type MailReading } from '../email/draft-lead.ts';
import { htmlText } from '../email/html-text.ts';
import type { EmailMessage } from '../leads/email-message.ts';
import type { Context } from './handler.ts';

/** A mail read as a lead, and the mail with its body as text. */
export function readMail({ desk }: Pick<Context, 'desk'>, mail: EmailMessage): MailReading & { email: EmailMessage } {
  const reading = draftLead(mail, {
    ownDomains: desk.ownDomains,
    freeMailDomains: desk.freeMailDomains,
    ...(mail.mailbox && { mailboxOwner: mail.mailbox }),
  });
  return { ...reading, email: withText(mail) };
}

/** The mail with its body as text, whichever way it came. */
export function withText(mail: EmailMessage): EmailMessage {
  return mail.text === undefined && mail.html !== undefined ? { ...mail, text: htmlText(mail.html) } : mail;
}
