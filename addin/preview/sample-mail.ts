export type Address = { name: string; address: string };

/** An attachment; `content` is Base64 and `size` counts the bytes it stands for. */
export type SampleAttachment = {
  name: string;
  contentType: string;
  size: number;
  content: string;
  isInline?: boolean;
  contentId?: string;
};

/** A mail of the stand-in mailbox, spelt like `EmailMessage` so that tests can hand it to the server as it is. */
export type SampleMail = {
  /** What `?mail=` and `previewHost.select` call it. */
  id: string;
  from: Address;
  to: Address[];
  cc?: Address[];
  subject: string;
  /** ISO 8601 with offset. */
  sentAt: string;
  text?: string;
  html?: string;
  conversationId: string;
  internetMessageId?: string;
  /** Headers beside the ordinary ones, one `Name: value` each. */
  headers?: string[];
  attachments?: SampleAttachment[];
  direction?: 'received' | 'sent';
  /** `IPM.Note` unless it is a meeting or encrypted; the text of an encrypted one cannot be had. */
  itemClass?: string;
};

/** What is said of a file whose bytes do not matter: real content, honestly measured. */
export function textAttachment(name: string, contentType: string, text: string): SampleAttachment {
  const bytes = new TextEncoder().encode(text);
  return { name, contentType, size: bytes.length, content: btoa(String.fromCharCode(...bytes)) };
}
