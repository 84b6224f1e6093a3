/// <reference types="office-js" />
import type { EmailMessage } from '../../src/leads/email-message.ts';
import { officeCall } from './office-call.ts';
import { parties, party } from './parties.ts';

const longestText = 100_000;

/** A mail that is being written, as it stands; without the text where that is not to be had. */
export async function readDraft(item: Office.MessageCompose, userAddress: string): Promise<EmailMessage> {
  type People = Office.EmailAddressDetails[];
  const [to, cc, subject, from, text] = await Promise.all([
    officeCall<People>('read the recipients', (done) => item.to.getAsync(done)),
    officeCall<People>('read the recipients', (done) => item.cc.getAsync(done)).catch(() => []),
    officeCall<string>('read the subject', (done) => item.subject.getAsync(done)),
    senderOf(item),
    officeCall<string>('read the text', (done) => item.body.getAsync(Office.CoercionType.Text, done)).catch(() => ''),
  ]);
  return {
    internetMessageId: null,
    conversationId: item.conversationId || null,
    from: from?.emailAddress ? party(from) : { name: '', address: userAddress },
    to: parties(to),
    cc: parties(cc),
    bcc: [],
    subject,
    sentAt: new Date().toISOString(),
    mailbox: from?.emailAddress || userAddress || null,
    direction: 'sent',
    stamp: null,
    attachments: [],
    text: text.slice(0, longestText),
  };
}

/** Undefined in an Outlook that does not tell; then it is the user. */
async function senderOf(item: Office.MessageCompose): Promise<Office.EmailAddressDetails | undefined> {
  if (!item.from?.getAsync) return undefined;
  return officeCall<Office.EmailAddressDetails>('read the sender', (done) => item.from.getAsync(done)).catch(
    () => undefined,
  );
}
