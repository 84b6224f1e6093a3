import type { Person } from './people.ts';
import type { Address, SampleMail } from './sample-mail.ts';

/** A mail that is being written, with what add-ins keep with it until it is sent. */
export type Draft = {
  kind: 'new' | 'reply';
  from: Address;
  to: Address[];
  cc: Address[];
  subject: string;
  text: string;
  /** Null for a new mail: Outlook knows of no conversation before it is sent. */
  conversationId: string | null;
  headers: Map<string, string>;
  sessionData: Map<string, string>;
};

let drafts = 0;

/** An empty mail, or an answer to the one that is open. */
export function startDraft({ name, address }: Person, answered?: SampleMail): Draft {
  drafts += 1;
  const everyday = { from: { name, address }, cc: [], headers: new Map(), sessionData: new Map() };
  if (!answered) {
    return { ...everyday, kind: 'new', to: [], subject: '', text: '', conversationId: null };
  }
  const subject = /^re:/i.test(answered.subject) ? answered.subject : `RE: ${answered.subject}`;
  return {
    ...everyday,
    kind: 'reply',
    to: [answered.from],
    subject,
    text: '',
    conversationId: answered.conversationId,
  };
}

/** The draft as it lies in Sent Items and with its recipients: with an id, and with the headers it was given. */
export function sentMail({ from, to, cc, subject, text, conversationId, headers }: Draft): SampleMail {
  const id = `sent-${drafts}`;
  return {
    id,
    ...{ from, to, cc, subject, text: text || ' ' },
    conversationId: conversationId ?? crypto.randomUUID(),
    sentAt: new Date().toISOString(),
    internetMessageId: `<${id}.${Date.now()}@contoso.example>`,
    headers: [...headers].map(([name, value]) => `${name}: ${value}`),
    direction: 'sent',
  };
}

/** `Jane Doe <jane@fabrikam.example>; lee@fabrikam.example` as people. */
export function readAddresses(text: string): Address[] {
  return text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, name = '', address = part] = /^(.*?)\s*<(.+)>$/.exec(part) ?? [];
      return { name: name || address, address };
    });
}

export function writeAddresses(parties: readonly Address[]): string {
  return parties.map(({ name, address }) => (name === address ? address : `${name} <${address}>`)).join('; ');
}
