import { isAllowedFile } from './allowed-file.ts';
import { type AttachmentRefusal, MOST_BYTES, type NewAttachment } from './attachment.ts';
import type { Desk } from './desk.ts';
import { LeadError } from './lead-error.ts';
import { cleanLine } from './text.ts';

/** A file somebody gives us. */
export type GivenFile = {
  name: string;
  contentType: string;
  contentId?: string | null | undefined;
  bytes: AsyncIterable<Uint8Array>;
};

const CONTENT_TYPE = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/;

/** Takes in a file for an entry that is about to be written, or says why not. */
export async function keepFile(desk: Desk, given: GivenFile): Promise<NewAttachment | { refused: AttachmentRefusal }> {
  const name = fileName(given.name);
  try {
    const upload = await desk.attachments.receive(given.bytes, MOST_BYTES);
    const allowed = upload.size > 0 && (await isAllowedFile(name, await desk.attachments.beginning(upload)));
    if (!allowed) {
      await desk.attachments.discard([upload]);
      return { refused: upload.size ? 'file-type-not-allowed' : 'file-empty' };
    }
    const contentType = CONTENT_TYPE.test(given.contentType) ? given.contentType : 'application/octet-stream';
    return { id: desk.newId(), name, contentType, size: upload.size, contentId: given.contentId ?? null, upload };
  } catch (error) {
    if (error instanceof LeadError && error.code === 'attachment-refused') return { refused: 'file-too-large' };
    throw error;
  }
}

/** The last part of whatever path came with the file. */
function fileName(given: string): string {
  const name = cleanLine(given.split(/[/\\]/).at(-1) ?? '').slice(0, 255);
  return name || 'attachment';
}
