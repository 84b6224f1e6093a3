/// <reference types="office-js" />
import type { EmailMessage } from '../../src/leads/email-message.ts';
import { knowsMailbox, officeCall } from './office-call.ts';

const mostBytes = 25 * 1024 * 1024;

/** More was chosen than one mail may carry. */
export class TooMuchChosen extends Error {
  override readonly name = 'TooMuchChosen';
}

/**
 * The mail with the content of the files chosen on the card (`'0,2'`, places among its attachments). One that Outlook
 * does not hand over stays chosen without content; the lead service says so.
 * @throws TooMuchChosen
 */
export async function withFiles(mail: EmailMessage, item: Office.MessageRead, chosen: string): Promise<EmailMessage> {
  const places = new Set(chosen.split(',').map((place) => Number.parseInt(place, 10)));
  const isChosen = (place: number) => places.has(place);
  const total = mail.attachments.reduce((sum, { size }, place) => (isChosen(place) ? sum + size : sum), 0);
  if (total > mostBytes) throw new TooMuchChosen();
  const attachments = await Promise.all(
    mail.attachments.map(async (file, place) => {
      if (!isChosen(place)) return file;
      const content = await contentOf(item, item.attachments[place]?.id).catch(() => undefined);
      return { ...file, chosen: true, ...(content === undefined ? {} : { content }) };
    }),
  );
  return { ...mail, attachments };
}

/** Base64; undefined for a file that lies elsewhere, such as a link into a cloud. */
async function contentOf(item: Office.MessageRead, id: string | undefined): Promise<string | undefined> {
  if (!id || !item.getAttachmentContentAsync || !knowsMailbox('1.8')) return undefined;
  const { content, format } = await officeCall<Office.AttachmentContent>('read an attachment', (done) =>
    item.getAttachmentContentAsync(id, done),
  );
  if (format === Office.MailboxEnums.AttachmentContentFormat.Base64) return content;
  if (format === Office.MailboxEnums.AttachmentContentFormat.Url) return undefined;
  // Mails and appointments come as text.
  return base64(new TextEncoder().encode(content));
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
