/** A file on a note or a mail. Its bytes are read through `Attachments`. */
export type Attachment = {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** What the HTML of a mail calls a picture by: `cid:…`. */
  contentId: string | null;
};

/** A file of a mail that was not kept, and why. */
export type AttachmentLeftOut = Omit<Attachment, 'id'> & { leftOut: (typeof LEFT_OUT)[number] };

/** Why a file is not taken. */
const REFUSALS = ['file-empty', 'file-too-large', 'file-type-not-allowed'] as const;
export type AttachmentRefusal = (typeof REFUSALS)[number];
export const LEFT_OUT = ['not-chosen', 'not-readable', ...REFUSALS] as const;

/** Bytes that were taken in and belong to nothing yet; `hash` is their SHA-256. */
export type Upload = { key: string; hash: string; size: number };

export type NewAttachment = Attachment & { upload: Upload };

/** As large as Outlook lets people attach. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** Where the bytes of attachments live. Equal bytes are kept once, however many entries carry them. */
export interface Attachments {
  /**
   * Takes in bytes piece by piece. They count for nothing until an entry is written that carries them.
   * @throws LeadError `attachment-refused` beyond `mostBytes`
   */
  receive(bytes: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Upload>;
  /** The beginning of what was taken in, to see what it is. */
  beginning(upload: Upload): Promise<Uint8Array>;
  /** Lets go of bytes that no entry will carry. */
  discard(uploads: readonly Upload[]): Promise<void>;
  find(id: string): Promise<(Attachment & { leadId: string }) | undefined>;
  /** The bytes, piece by piece. */
  read(id: string): AsyncIterable<Uint8Array>;
  /** Lets go of what was taken in before `moment` and never used. */
  tidy(moment: Date): Promise<void>;
}
