import { foreignInquiries } from './mails/foreign-inquiries.ts';
import { indirectInquiries } from './mails/indirect-inquiries.ts';
import { inquiry, inquiryThread } from './mails/inquiry-thread.ts';
import { longTender } from './mails/long-tender.ts';
import { noInquiries } from './mails/no-inquiries.ts';
import { specialItems } from './mails/special-items.ts';
import type { SampleMail } from './sample-mail.ts';

const byDate = [
  ...inquiryThread,
  ...foreignInquiries,
  ...indirectInquiries,
  ...noInquiries,
  ...specialItems,
  longTender,
].sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));

/** Puts a mail on top that was sent from here. */
export function addMail(mail: SampleMail): void {
  mails.unshift(mail);
}

/** The stand-in mailbox. The plain inquiry leads, as if pinned to the top; the others follow, newest first. */
const mails: SampleMail[] = [inquiry, ...byDate];
export const sampleMails: readonly SampleMail[] = mails;

export function mailById(id: string | null): SampleMail | undefined {
  return sampleMails.find((mail) => mail.id === id);
}
