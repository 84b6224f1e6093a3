import type { Draft } from './draft.ts';
import { errorCodes, fail, type HostMethods, type MailboxContext, succeed } from './host-answer.ts';
import { recipient } from './initial-data.ts';
import { isObject } from './is-object.ts';
import { htmlFromText } from './text-from-html.ts';

type DraftContext = MailboxContext & { draft: Draft };

const htmlCoercion = 3;
/** `RecipientFields` of office.js. */
const fields = ['to', 'cc', 'bcc'] as const;

/** Methods of a mail that is being written. */
export const draftMethods: HostMethods<DraftContext> = {
  3: { name: 'loadCustomPropertiesAsync', answer: () => ({ ...succeed(undefined), customProperties: '{}' }) },
  15: {
    name: 'to.getAsync',
    answer: ({ draft }, { recipientField }) => {
      const field = fields[Number(recipientField)] ?? 'to';
      return succeed((field === 'bcc' ? [] : draft[field]).map(recipient));
    },
  },
  18: { name: 'subject.getAsync', answer: ({ draft }) => succeed(draft.subject) },
  32: { name: 'saveAsync', answer: () => succeed('AAMk-preview-draft') },
  37: {
    name: 'body.getAsync',
    answer: ({ draft }, { coercionType }) =>
      succeed(coercionType === htmlCoercion ? htmlFromText(draft.text) : draft.text),
  },
  99: { name: 'getInitializationContextAsync', answer: () => succeed('') },
  107: { name: 'from.getAsync', answer: ({ draft }) => succeed(recipient(draft.from)) },
  149: { name: 'getAttachmentsAsync', answer: () => succeed([]) },
  151: {
    name: 'internetHeaders.getAsync',
    answer: ({ draft }, { internetHeaderKeys }) => {
      const asked = Array.isArray(internetHeaderKeys) ? internetHeaderKeys.map(String) : [];
      return succeed(
        Object.fromEntries(asked.flatMap((name) => (draft.headers.has(name) ? [[name, draft.headers.get(name)]] : []))),
      );
    },
  },
  152: {
    name: 'internetHeaders.setAsync',
    answer: ({ draft }, { internetHeaderNameValuePairs: pairs }) => {
      for (const [name, value] of Object.entries(isObject(pairs) ? pairs : {})) draft.headers.set(name, String(value));
      return succeed(undefined);
    },
  },
  174: {
    name: 'getComposeTypeAsync',
    answer: ({ draft }) => succeed({ composeType: draft.kind === 'reply' ? 'reply' : 'newMail', coercionType: 'html' }),
  },
  185: {
    name: 'sessionData.setAsync',
    answer: ({ draft }, { name, value }) => {
      draft.sessionData.set(String(name), String(value));
      return succeed(undefined);
    },
  },
  186: {
    name: 'sessionData.getAsync',
    answer: ({ draft }, { name }) => {
      const value = draft.sessionData.get(String(name));
      return value === undefined ? fail(errorCodes.keyNotFound) : succeed(value);
    },
  },
};
