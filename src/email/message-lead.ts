import type { DraftField, MailDraft, Provenance } from '../leads/provenance.ts';
import { shorten } from '../leads/text.ts';
import { draftLead, type MailContext } from './draft-lead.ts';
import { plainText } from './html-text.ts';
import { isOwnAddress } from './mail-domain.ts';
import { phonesIn } from './phone-numbers.ts';
import { ANYWHERE } from './phone-regions.ts';

/** A message of a chat. `author` is empty where a colleague wrote it: then it tells of somebody else. */
export type ChatMessage = {
  author: string;
  subject: string;
  sentAt: string;
  /** The message as Teams formats it, or as plain text. */
  html?: string | undefined;
  text?: string | undefined;
  /** Where the message can be read. */
  link?: string | undefined;
};

const LONGEST_TOPIC = 100;
const LONGEST_TEXT = 1700;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

/** Reads a message of a chat as a lead: its author as a mail's is read, address and number wherever they are given. */
export function messageLead(message: ChatMessage, context: MailContext): { draft: MailDraft; provenance: Provenance } {
  const { author, subject, sentAt, html, link } = message;
  const text = message.text ?? plainText(html ?? '');
  const nobody = { to: [], cc: [], bcc: [], attachments: [], direction: 'received' as const };
  const from = { name: author, address: '' };
  const { draft, provenance } = draftLead({ ...nobody, from, subject, sentAt, text, html }, context);
  const email = draft.email ?? text.match(ADDRESS)?.find((address) => !isOwnAddress(address, context));
  const found: MailDraft = {
    ...draft,
    ...(email && { email }),
    topic:
      draft.topic ??
      shorten(
        text
          .split('\n')
          .find((line) => line.trim())
          ?.trim() ?? '',
        LONGEST_TOPIC,
      ),
    description: [shorten(text.trim(), LONGEST_TEXT), link].filter(Boolean).join('\n'),
    ...(draft.businessPhone || draft.mobilePhone ? {} : phoneIn(text)),
  };
  const told = Object.entries(found).filter(([, value]) => value) as [DraftField, string][];
  const sources = told.map(([field]) => [field, provenance[field] ?? { from: 'body', sure: 0.6 }]);
  return { draft: Object.fromEntries(told), provenance: Object.fromEntries(sources) };
}

function phoneIn(text: string): MailDraft {
  const found = text
    .split('\n')
    .slice(0, 50)
    .flatMap((line) => phonesIn(line, ANYWHERE))
    .find(({ kind }) => kind !== 'fax');
  if (!found) return {};
  return { [found.kind === 'mobile' ? 'mobilePhone' : 'businessPhone']: found.written };
}
