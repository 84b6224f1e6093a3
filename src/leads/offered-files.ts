import { runsWhenOpened } from './allowed-file.ts';
import { type AttachmentRefusal, MOST_BYTES } from './attachment.ts';
import type { EmailMessage } from './email-message.ts';

/** A file of a mail that can be kept with it; `index` is its place among the mail's attachments. */
export type OfferedFile = { index: number; name: string; size: number; chosen: boolean };

/** What can be kept of a mail's files, and what cannot. */
export type OfferedFiles = {
  offered: OfferedFile[];
  /** How many small pictures stand in the text itself, such as logos of a signature. They are not offered. */
  pictures: number;
  refused: { name: string; reason: AttachmentRefusal }[];
};

const SMALL_PICTURE_BYTES = 50 * 1024;
const MOST_OFFERED = 25;

/** Sorts a mail's files. Chosen are those somebody attached, as many as one request carries; a picture in the text is not. */
export function offerFiles({ attachments }: Pick<EmailMessage, 'attachments'>): OfferedFiles {
  const files: OfferedFiles = { offered: [], pictures: 0, refused: [] };
  let total = 0;
  for (const [index, { name, size, isInline }] of attachments.entries()) {
    if (isInline && size <= SMALL_PICTURE_BYTES) files.pictures += 1;
    else if (runsWhenOpened(name)) files.refused.push({ name, reason: 'file-type-not-allowed' });
    else if (size > MOST_BYTES) files.refused.push({ name, reason: 'file-too-large' });
    else if (files.offered.length < MOST_OFFERED) {
      const chosen = !isInline && total + size <= MOST_BYTES;
      if (chosen) total += size;
      files.offered.push({ index, name, size, chosen });
    }
  }
  return files;
}
