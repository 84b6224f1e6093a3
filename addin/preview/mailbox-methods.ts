import { type HostMethods, type MailboxContext, succeed } from './host-answer.ts';
import { isObject } from './is-object.ts';

/** Methods that need no open mail. */
export const mailboxMethods: HostMethods<MailboxContext> = {
  8: announced('displayMessageForm', 'open a mail in its own window'),
  10: announced('displayReplyForm', 'open a reply'),
  11: announced('displayReplyAllForm', 'open a reply to all'),
  30: announced('displayReplyFormAsync', 'open a reply'),
  31: announced('displayReplyAllFormAsync', 'open a reply to all'),
  42: announced('closeContainer', 'close the pane'),
  44: announced('displayNewMessageForm', 'open a new mail'),
  163: { name: 'logTelemetry', answer: () => succeed(true) },
  178: announced('displayNewMessageFormAsync', 'open a new mail'),
  179: announced('displayMessageFormAsync', 'open a mail in its own window'),
  181: announced('displayReplyFormAsync', 'open a reply'),
  182: announced('displayReplyAllFormAsync', 'open a reply to all'),
  183: announced('displayReplyFormAsync', 'open a reply'),
  184: announced('displayReplyAllFormAsync', 'open a reply to all'),
  404: {
    name: 'roamingSettings.saveAsync',
    answer: ({ memory, person }, { 0: settings }) => {
      const texts = Object.entries(isObject(settings) ? settings : {}).map(([key, value]) => [key, String(value)]);
      memory.saveRoamingSettings(person.id, Object.fromEntries(texts));
      return succeed(true);
    },
  },
};

function announced(name: string, text: string) {
  return {
    name,
    answer: ({ announce }: MailboxContext) => {
      announce(`Outlook would now ${text}.`);
      return succeed(true);
    },
  };
}
