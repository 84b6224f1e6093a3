import type { Draft } from './draft.ts';
import type { Person } from './people.ts';
import type { Address, SampleMail } from './sample-mail.ts';

const message = 1;
const meetingRequest = 3;
const messageCompose = 4;
const noItem = 6;
const readWriteItem = 3;
const [user, externalUser] = [2, 3];

/** What is open: a mail that is read or written, and whose mailbox it lies in if that is not the person's own. */
export type Opened = { mail?: SampleMail | undefined; draft?: Draft | undefined; mailbox?: string | undefined };

/** What the host tells about its user and what is open; with nothing it is what a pinned pane gets on an empty list. */
export function initialData(person: Person, { mail, draft, mailbox }: Opened): Record<string, unknown> {
  return {
    permissionLevel: readWriteItem,
    itemType: noItem,
    userProfileType: 'office365',
    userDisplayName: person.name,
    userEmailAddress: person.address,
    userTimeZone: 'UTC',
    hostVersion: '16.0.0.0',
    owaView: 'ThreeColumns',
    isRestIdSupported: true,
    isFromSharedFolder: mailbox !== undefined,
    ewsUrl: '',
    restUrl: '',
    entities: {},
    ...(draft ? draftData(draft) : mail && itemData(mail)),
  };
}

function draftData({ conversationId }: Draft): Record<string, unknown> {
  return { itemType: messageCompose, itemClass: 'IPM.Note', conversationId };
}

function itemData(mail: SampleMail): Record<string, unknown> {
  return {
    itemType: /^IPM\.Schedule/.test(mail.itemClass ?? '') ? meetingRequest : message,
    id: itemId(mail),
    itemClass: mail.itemClass ?? 'IPM.Note',
    subject: mail.subject,
    normalizedSubject: mail.subject.replace(/^((re|fw|fwd|aw|wg|tr):\s*)+/i, ''),
    from: recipient(mail.from),
    sender: recipient(mail.from),
    to: mail.to.map(recipient),
    cc: (mail.cc ?? []).map(recipient),
    bcc: [],
    conversationId: mail.conversationId,
    internetMessageId: mail.internetMessageId,
    dateTimeCreated: Date.parse(mail.sentAt),
    dateTimeModified: Date.parse(mail.sentAt),
    isRead: true,
    attachments: (mail.attachments ?? []).map(({ content, ...attachment }, index) => ({
      attachmentType: 0,
      isInline: false,
      ...attachment,
      id: attachmentId(mail, index),
    })),
  };
}

function itemId(mail: SampleMail): string {
  return `AAMk-preview-${mail.id}`;
}

export function attachmentId(mail: SampleMail, index: number): string {
  return `${itemId(mail)}-attachment-${index + 1}`;
}

export function recipient({ name, address }: Address): Record<string, unknown> {
  return { name, address, recipientType: address.endsWith('@contoso.example') ? user : externalUser };
}
