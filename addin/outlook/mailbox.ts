/// <reference types="office-js" />
import type { EmailMessage } from '../../src/leads/email-message.ts';

/** Outlook refused something, or did not answer. */
export class MailboxProblem extends Error {
  override readonly name = 'MailboxProblem';
}

export type Theme = 'light' | 'dark';

const patienceMs = 10_000;
const maximumParties = 1000;
const maximumAttachments = 500;

/** Resolves when Outlook can be asked. May be called again after it failed. */
export async function onReady(): Promise<void> {
  if (typeof Office === 'undefined') throw new MailboxProblem('The Office library could not be loaded.');
  restoreHistory();
  await inTime(Office.onReady(), 'start the panel');
  restoreHistory();
  if (!Office.context?.mailbox) throw new MailboxProblem('This panel works inside Outlook only.');
}

/** The open mail without the content of its attachments; undefined when no mail is open, or something else is. */
export async function readMail(): Promise<EmailMessage | undefined> {
  const item = openMessage();
  if (!item) return undefined;
  const key = keyOf(item);
  const user = userAddress();
  const mail = {
    internetMessageId: item.internetMessageId || null,
    conversationId: item.conversationId || null,
    from: party(item.from ?? item.sender),
    to: parties(item.to),
    cc: parties(item.cc),
    bcc: [],
    subject: item.subject ?? '',
    sentAt: item.dateTimeCreated.toISOString(),
    mailbox: user || null,
    direction: sameAddress(item.from?.emailAddress, user) ? 'sent' : 'received',
    attachments: (item.attachments ?? []).slice(0, maximumAttachments).map(attachmentFacts),
  } satisfies EmailMessage;
  const html = await answerOf<string>('read the text of this mail', (done) =>
    item.body.getAsync(Office.CoercionType.Html, done),
  );
  // While Outlook fetched the text another mail was opened: it may be that one's.
  if (currentItemKey() !== key) return readMail();
  return { ...mail, html };
}

/** Tells the open item from others for as long as the panel lives; undefined when none is open. */
export function currentItemKey(): string | undefined {
  const item = Office.context?.mailbox?.item;
  return item ? keyOf(item as Office.MessageRead) : undefined;
}

/** Only a pinned panel is told. */
export function onItemChanged(callback: () => void): Promise<void> {
  return subscribe(Office.EventType.ItemChanged, callback);
}

export function theme(): Theme | undefined {
  return themeOf(Office.context?.officeTheme);
}

export function onThemeChanged(callback: (theme: Theme | undefined) => void): Promise<void> {
  return subscribe(Office.EventType.OfficeThemeChanged, (event?: { officeTheme?: Office.OfficeTheme }) =>
    callback(themeOf(event?.officeTheme) ?? theme()),
  );
}

export function locale(): string {
  return Office.context?.displayLanguage || navigator.language;
}

export function userAddress(): string {
  return Office.context?.mailbox?.userProfile?.emailAddress ?? '';
}

function openMessage(): Office.MessageRead | undefined {
  const item = Office.context?.mailbox?.item;
  if (!item || item.itemType !== Office.MailboxEnums.ItemType.Message) return undefined;
  // A draft has methods where a mail has values.
  return typeof item.subject === 'string' ? (item as Office.MessageRead) : undefined;
}

function keyOf(item: Office.MessageRead): string {
  return item.itemId || item.internetMessageId || `${item.conversationId}/${Number(item.dateTimeCreated)}`;
}

function party(details: Office.EmailAddressDetails | undefined): EmailMessage['from'] {
  return { name: (details?.displayName ?? '').slice(0, 500), address: details?.emailAddress ?? '' };
}

function parties(details: Office.EmailAddressDetails[] | undefined): EmailMessage['to'] {
  return (details ?? []).slice(0, maximumParties).map(party);
}

function attachmentFacts(details: Office.AttachmentDetails): EmailMessage['attachments'][number] {
  return {
    name: details.name ?? '',
    contentType: details.contentType || 'application/octet-stream',
    size: Math.max(0, Math.round(details.size || 0)),
    isInline: details.isInline === true,
    contentId: details.contentId || null,
  };
}

function sameAddress(one: string | undefined, other: string): boolean {
  return Boolean(one) && one?.toLowerCase() === other.toLowerCase();
}

function themeOf(colours: Office.OfficeTheme | undefined): Theme | undefined {
  const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colours?.bodyBackgroundColor ?? '');
  if (!hex) return undefined;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}

async function subscribe(type: Office.EventType, handler: (event?: never) => void): Promise<void> {
  await answerOf<void>('follow what happens in Outlook', (done) =>
    Office.context.mailbox.addHandlerAsync(type, handler, done),
  );
}

function answerOf<Value>(
  purpose: string,
  ask: (done: (result: Office.AsyncResult<Value>) => void) => void,
): Promise<Value> {
  const answer = new Promise<Value>((resolve, reject) => {
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new MailboxProblem(`Outlook could not ${purpose}: ${result.error?.message ?? 'no reason given'}`));
    });
  });
  return inTime(answer, purpose);
}

async function inTime<Value>(answer: Promise<Value>, purpose: string): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new MailboxProblem(`Outlook did not answer when asked to ${purpose}.`)),
      patienceMs,
    );
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** office.js hides these two behind null. */
function restoreHistory(): void {
  for (const method of ['pushState', 'replaceState'] as const) {
    if (!history[method]) Reflect.deleteProperty(history, method);
  }
}
