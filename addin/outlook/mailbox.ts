/// <reference types="office-js" />
import { ofThisPanel } from './kept-forms.ts';
import { inTime, MailboxProblem, officeCall } from './office-call.ts';
import { newStamp } from './stamp.ts';

/** Drafts whose recipients are followed. */
const followed = new WeakSet<Office.MessageCompose>();
/** The keys of drafts that were open. */
const drafts = new WeakMap<Office.MessageCompose, string>();

export type Theme = 'light' | 'dark';

/** What is open in Outlook. Meetings and whatever else is no mail are `other`; `key` tells items apart while the panel lives. */
export type OpenItem =
  | { kind: 'mail'; key: string; item: Office.MessageRead }
  | { kind: 'draft'; key: string; item: Office.MessageCompose }
  | { kind: 'other'; key: string };

/**
 * Resolves when Outlook can be asked. May be called again after it failed.
 * @throws MailboxProblem outside Outlook
 */
export async function onReady(): Promise<void> {
  if (typeof Office === 'undefined') throw new MailboxProblem('no-office', 'The Office library could not be loaded');
  restoreHistory();
  await inTime('start the panel', Office.onReady());
  restoreHistory();
  if (!Office.context?.mailbox) throw new MailboxProblem('outside', 'This panel works inside Outlook only');
}

/** Undefined when nothing is open, as between two mails in a pinned panel. */
export function openItem(): OpenItem | undefined {
  const item: Partial<Office.MessageRead & Office.MessageCompose> | null | undefined = Office.context?.mailbox?.item;
  if (!item) return undefined;
  const isMail =
    item.itemType === Office.MailboxEnums.ItemType.Message && !/^IPM\.Schedule/i.test(item.itemClass ?? '');
  if (!isMail) return { kind: 'other', key: keyOf(item as Office.MessageRead) };
  // A draft has methods where a mail has values.
  if (typeof item.subject === 'string') {
    return { kind: 'mail', key: keyOf(item as Office.MessageRead), item: item as Office.MessageRead };
  }
  return { kind: 'draft', key: draftKey(item as Office.MessageCompose), item: item as Office.MessageCompose };
}

/** Only a pinned panel is told. */
export function onItemChanged(callback: () => void): Promise<void> {
  return subscribe(Office.EventType.ItemChanged, callback);
}

/** A draft's recipients were changed, by the user or by somebody's program. Outlook is asked once for each draft. */
export async function onRecipientsChanged(item: Office.MessageCompose, callback: () => void): Promise<void> {
  if (followed.has(item)) return;
  followed.add(item);
  await officeCall<void>('follow the recipients', (done) =>
    item.addHandlerAsync(Office.EventType.RecipientsChanged, callback, done),
  );
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
  return (typeof Office !== 'undefined' && Office.context?.displayLanguage) || navigator.language;
}

export function userAddress(): string {
  return Office.context?.mailbox?.userProfile?.emailAddress ?? '';
}

function keyOf(item: Office.MessageRead): string {
  return item.itemId || item.internetMessageId || `${item.conversationId}/${Number(item.dateTimeCreated)}`;
}

/** A conversation may have two replies under way: what tells one draft from another is Outlook's object. */
function draftKey(item: Office.MessageCompose): string {
  const key = drafts.get(item) ?? `${ofThisPanel}${newStamp()}`;
  drafts.set(item, key);
  return key;
}

function themeOf(colours: Office.OfficeTheme | undefined): Theme | undefined {
  const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colours?.bodyBackgroundColor ?? '');
  if (!hex) return undefined;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}

async function subscribe(type: Office.EventType, handler: (event?: never) => void): Promise<void> {
  await officeCall<void>('follow what happens in Outlook', (done) =>
    Office.context.mailbox.addHandlerAsync(type, handler, done),
  );
}

/** office.js hides these two behind null. */
function restoreHistory(): void {
  for (const method of ['pushState', 'replaceState'] as const) {
    if (!history[method]) Reflect.deleteProperty(history, method);
  }
}
