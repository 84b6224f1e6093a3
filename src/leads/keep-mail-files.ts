import type { AttachmentLeftOut, NewAttachment } from './attachment.ts';
import type { Desk } from './desk.ts';
import type { EmailMessage } from './email-message.ts';
import { keepFile } from './keep-file.ts';
import { cleanLine } from './text.ts';

/** What became of the files of a mail. */
export type MailFiles = { kept: NewAttachment[]; leftOut: AttachmentLeftOut[] };

/** Takes in the files that came with their content; the others were not chosen or could not be read, and are only named. */
export async function keepMailFiles(desk: Desk, email: Pick<EmailMessage, 'attachments'>): Promise<MailFiles> {
  const files: MailFiles = { kept: [], leftOut: [] };
  for (const { name, contentType, size, contentId = null, content, chosen } of email.attachments) {
    const facts = { name: cleanLine(name), contentType, size, contentId };
    if (content === undefined) {
      files.leftOut.push({ ...facts, leftOut: chosen ? 'not-readable' : 'not-chosen' });
      continue;
    }
    const kept = await keepFile(desk, { ...facts, bytes: decoded(content) });
    if ('refused' in kept) files.leftOut.push({ ...facts, leftOut: kept.refused });
    else files.kept.push(kept);
  }
  return files;
}

async function* decoded(base64: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(base64, 'base64');
}
