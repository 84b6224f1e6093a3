import { errorCodes, fail, type HostAnswer, type HostMethods, type ItemContext, succeed } from './host-answer.ts';
import type { Notification } from './mailbox-memory.ts';

const perItem = 5;
const typeNames = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'];

/** `item.notificationMessages`: the bars above a mail. */
export const notificationMethods: HostMethods<ItemContext> = {
  33: {
    name: 'notificationMessages.addAsync',
    answer: (context, params) => {
      const { kept, added } = withNotification(context, params);
      if (kept.length < shown(context).length) return fail(errorCodes.duplicateNotificationKey);
      if (kept.length >= perItem) return fail(errorCodes.tooManyNotifications);
      return show(context, [...kept, added]);
    },
  },
  34: {
    name: 'notificationMessages.getAllAsync',
    answer: (context) => succeed(shown(context).map((one) => ({ ...one, type: typeNames[one.type] }))),
  },
  35: {
    name: 'notificationMessages.replaceAsync',
    answer: (context, params) => {
      const { kept, added } = withNotification(context, params);
      return show(context, [...kept, added]);
    },
  },
  36: {
    name: 'notificationMessages.removeAsync',
    answer: (context, params) => {
      const { kept } = withNotification(context, params);
      return kept.length < shown(context).length ? show(context, kept) : fail(errorCodes.notificationKeyNotFound);
    },
  },
};

function shown({ memory, mail }: ItemContext): readonly Notification[] {
  return memory.notificationsOn(mail.id);
}

function withNotification(context: ItemContext, params: Record<string, unknown>) {
  const key = String(params.key);
  const added: Notification = { key, message: String(params.message ?? ''), type: Number(params.type ?? 0) };
  return { kept: shown(context).filter((one) => one.key !== key), added };
}

function show(context: ItemContext, notifications: Notification[]): HostAnswer {
  context.memory.setNotifications(context.mail.id, notifications);
  context.refresh();
  return succeed(true);
}
