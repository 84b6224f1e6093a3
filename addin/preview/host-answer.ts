import type { MailboxMemory } from './mailbox-memory.ts';
import type { Person } from './people.ts';
import type { SampleMail } from './sample-mail.ts';

export type MailboxContext = {
  person: Person;
  memory: MailboxMemory;
  /** Whose mailbox is looked at, when it is not the person's own. */
  mailbox?: string | undefined;
  /** Says what Outlook would do now, for what only Outlook can do. */
  announce(text: string): void;
  /** Shows the bars above the mail anew. */
  refresh(): void;
};
export type ItemContext = MailboxContext & { mail: SampleMail };

export type HostAnswer = Record<string, unknown>;

type HostMethod<Context> = {
  /** As the pane's code calls it, and as `previewHost.failNext` and `previewHost.calls` do. */
  name: string;
  answer(context: Context, params: Record<string, unknown>): HostAnswer;
};

/** By the dispatch ids that office.js gives its methods; it has no names for them on the wire. */
export type HostMethods<Context> = Readonly<Record<number, HostMethod<Context>>>;

/** Error codes of office.js. */
export const errorCodes = {
  notSupported: 5000,
  genericResponseError: 9020,
  invalidAttachmentId: 9003,
  duplicateNotificationKey: 9023,
  notificationKeyNotFound: 9024,
  tooManyNotifications: 9025,
  keyNotFound: 9050,
  itemNotFound: 9049,
} as const;

export function succeed(data: unknown): HostAnswer {
  return { wasSuccessful: true, error: false, errorCode: 0, data };
}

export function fail(errorCode: number): HostAnswer {
  return { wasSuccessful: false, error: true, errorCode, errorMessage: 'The preview refused this call.' };
}
