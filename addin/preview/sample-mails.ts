import { foreignInquiries } from './mails/foreign-inquiries.ts';
import { indirectInquiries } from './mails/indirect-inquiries.ts';
import { inquiry, inquiryThread } from './mails/inquiry-thread.ts';
import { longTender } from './mails/long-tender.ts';
import { noInquiries } from './mails/no-inquiries.ts';
import type { SampleMail } from './sample-mail.ts';

const byDate = [...inquiryThread, ...foreignInquiries, ...indirectInquiries, ...noInquiries, longTender].sort(
  (one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt),
);

/** The stand-in mailbox. The plain inquiry leads, as if pinned to the top; the others follow, newest first. */
export const sampleMails: readonly SampleMail[] = [inquiry, ...byDate];

export function mailById(id: string | null): SampleMail | undefined {
  return sampleMails.find((mail) => mail.id === id);
}
