/// <reference types="office-js" />
import type { EmailMessage } from '../../src/leads/email-message.ts';
import { userAddress } from './mailbox.ts';
import { knowsMailbox, officeCall } from './office-call.ts';
import { parties, party, sameAddress } from './parties.ts';
import { stampIn } from './stamp.ts';

/** `encrypted`: its text cannot be had, and never will be. */
export type MailRead = { mail: EmailMessage; encrypted: boolean };

const maximumAttachments = 500;
const longestBody = 5_000_000;
const encryptedClass = /^IPM\.Note\.(SMIME$|.*rpmsg)/i;

/**
 * An open mail without the content of its attachments.
 * @throws MailboxProblem when Outlook does not hand over the text, unless `text` is false
 */
export async function readMail(item: Office.MessageRead, { text }: { text: boolean }): Promise<MailRead> {
  const encrypted = encryptedClass.test(item.itemClass ?? '');
  const [mailbox, stamp, html] = await Promise.all([
    mailboxOf(item),
    stampOf(item),
    text ? bodyOf(item, encrypted) : undefined,
  ]);
  const from = item.from?.emailAddress;
  const isOurs = sameAddress(from, mailbox) || sameAddress(from, userAddress());
  const mail = {
    internetMessageId: item.internetMessageId || null,
    conversationId: item.conversationId || null,
    from: party(item.from ?? item.sender),
    to: parties(item.to),
    cc: parties(item.cc),
    bcc: [],
    subject: item.subject ?? '',
    sentAt: item.dateTimeCreated.toISOString(),
    mailbox: mailbox || null,
    direction: isOurs ? 'sent' : 'received',
    stamp,
    attachments: (item.attachments ?? []).slice(0, maximumAttachments).map(attachmentFacts),
    ...(html === undefined ? {} : { html: html.slice(0, longestBody) }),
  } satisfies EmailMessage;
  return { mail, encrypted: encrypted && html === undefined };
}

/** Undefined for an encrypted mail that Outlook cannot open either. */
async function bodyOf(item: Office.MessageRead, encrypted: boolean): Promise<string | undefined> {
  const ask = () =>
    officeCall<string>('read the text of this mail', (done) => item.body.getAsync(Office.CoercionType.Html, done));
  // It refuses now and then what it gives a moment later.
  return ask()
    .catch(ask)
    .catch((error) => {
      if (encrypted) return undefined;
      throw error;
    });
}

/** The mailbox the mail lies in: a shared one's owner, else the user's. Who acts is told by the token, not by this. */
async function mailboxOf(item: Office.MessageRead): Promise<string> {
  if (!item.getSharedPropertiesAsync || !knowsMailbox('1.8')) return userAddress();
  const shared = await officeCall<Office.SharedProperties>('name the mailbox of this mail', (done) =>
    item.getSharedPropertiesAsync(done),
  ).catch(() => undefined); // Outlook refuses for mails that are not shared.
  return shared?.owner || userAddress();
}

/** What our own mails were marked with before they were sent. */
async function stampOf(item: Office.MessageRead): Promise<string | null> {
  if (!item.getAllInternetHeadersAsync || !knowsMailbox('1.8')) return null;
  const headers = await officeCall<string>('read the headers of this mail', (done) =>
    item.getAllInternetHeadersAsync(done),
  ).catch(() => ''); // The mail is read without them.
  return stampIn(headers);
}

function attachmentFacts(details: Office.AttachmentDetails): EmailMessage['attachments'][number] {
  return {
    name: details.name ?? '',
    contentType: details.contentType || 'application/octet-stream',
    size: Math.max(0, Math.round(details.size || 0)),
    isInline: details.isInline === true,
    contentId: details.contentId || null,
  };
}
