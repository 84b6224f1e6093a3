import { errorCodes, fail, type HostMethods, type ItemContext, succeed } from './host-answer.ts';
import { attachmentId } from './initial-data.ts';
import type { Address, SampleMail } from './sample-mail.ts';
import { htmlFromText, textFromHtml } from './text-from-html.ts';

const htmlCoercion = 3;

/** Methods of the open mail, without those of its notification bars. */
export const itemMethods: HostMethods<ItemContext> = {
  3: {
    name: 'loadCustomPropertiesAsync',
    answer: ({ memory, mail }) => ({
      ...succeed(undefined),
      customProperties: JSON.stringify(memory.customPropertiesOf(mail.id)),
    }),
  },
  4: {
    name: 'customProperties.saveAsync',
    answer: ({ memory, mail }, { customProperties }) => {
      memory.saveCustomProperties(mail.id, customProperties);
      return succeed(true);
    },
  },
  37: {
    name: 'body.getAsync',
    answer: ({ mail }, { coercionType }) => {
      if (mail.itemClass === 'IPM.Note.SMIME') return fail(errorCodes.genericResponseError);
      return succeed(coercionType === htmlCoercion ? htmlOf(mail) : textOf(mail));
    },
  },
  99: { name: 'getInitializationContextAsync', answer: () => succeed('') },
  108: {
    name: 'getSharedPropertiesAsync',
    answer: ({ mailbox }) =>
      mailbox
        ? succeed({ owner: mailbox, targetRestUrl: '', targetMailbox: mailbox, delegatePermissions: 63 })
        : fail(errorCodes.notSupported),
  },
  150: {
    name: 'getAttachmentContentAsync',
    answer: ({ mail }, { id }) => {
      const attachment = mail.attachments?.find((_, index) => attachmentId(mail, index) === id);
      if (!attachment) return fail(errorCodes.invalidAttachmentId);
      return succeed({ content: attachment.content, format: 'base64' });
    },
  },
  157: { name: 'categories.getAsync', answer: () => succeed([]) },
  168: { name: 'getAllInternetHeadersAsync', answer: ({ mail }) => succeed(internetHeaders(mail)) },
};

function htmlOf(mail: SampleMail): string {
  return mail.html ?? htmlFromText(mail.text ?? '');
}

function textOf(mail: SampleMail): string {
  return mail.text ?? textFromHtml(mail.html ?? '');
}

function internetHeaders(mail: SampleMail): string {
  const party = ({ name, address }: Address): string => `"${name}" <${address}>`;
  return [
    `From: ${party(mail.from)}`,
    `To: ${mail.to.map(party).join(', ')}`,
    ...(mail.cc ? [`Cc: ${mail.cc.map(party).join(', ')}`] : []),
    `Subject: ${mail.subject}`,
    `Date: ${new Date(mail.sentAt).toUTCString()}`,
    ...(mail.internetMessageId ? [`Message-ID: ${mail.internetMessageId}`] : []),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
    '',
  ].join('\r\n');
}
