import type { Notifications } from './notifications.ts';
import type { Outbox } from './outbox.ts';

/** What an operator watches: how much waits, since when, and who cannot be reached. */
export function outboxFigures({ outbox, notifications }: { outbox: Outbox; notifications: Notifications }) {
  const counts = together(() => notifications.counts());
  const backlog = together(() => outbox.backlog());
  const inState = async (state: 'waiting' | 'unreachable' | 'unknown') => (await counts())[state] ?? 0;
  return [
    {
      name: 'lead_desk_outbox_depth',
      help: 'Changes of leads that are not followed up yet',
      read: async () => (await backlog()).changes,
    },
    {
      name: 'lead_desk_outbox_age_seconds',
      help: 'Age of the oldest of them',
      read: async () => {
        const { oldest } = await backlog();
        return oldest ? Math.max(0, (Date.now() - Date.parse(oldest)) / 1000) : 0;
      },
    },
    {
      name: 'lead_desk_notifications_waiting',
      help: 'Notifications that are not sent yet',
      read: () => inState('waiting'),
    },
    {
      name: 'lead_desk_notifications_unreachable',
      help: 'Notifications whose recipient the bot could not reach',
      read: () => inState('unreachable'),
    },
    {
      name: 'lead_desk_notifications_unknown',
      help: 'Notifications of which nobody knows whether they arrived',
      read: () => inState('unknown'),
    },
  ];
}

/** Several figures of one look, and whoever asks meanwhile, share it. */
function together<T>(look: () => Promise<T>): () => Promise<T> {
  let looking: Promise<T> | undefined;
  return () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
}
