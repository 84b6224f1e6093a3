import type { Person } from './people.ts';
import type { Address, SampleMail } from './sample-mail.ts';

const message = 1;
const noItem = 6;
const readWriteItem = 3;
const [user, externalUser] = [2, 3];

/** What the host tells about its user and the open mail; without a mail it is what a pinned pane gets on an empty list. */
export function initialData(person: Person, mail: SampleMail | undefined): Record<string, unknown> {
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
    isFromSharedFolder: false,
    ewsUrl: '',
    restUrl: '',
    entities: {},
    ...(mail && itemData(mail)),
  };
}

function itemData(mail: SampleMail): Record<string, unknown> {
  return {
    itemType: message,
    id: itemId(mail),
    itemClass: 'IPM.Note',
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

function recipient({ name, address }: Address): Record<string, unknown> {
  return { name, address, recipientType: address.endsWith('@contoso.example') ? user : externalUser };
}
