import type { LeadStore } from '../leads/lead-store.ts';
import type { Log } from '../platform/log.ts';
import type { Conversations } from './conversations.ts';
import type { Deliverer, Outcome } from './deliverer.ts';
import type { NotificationState, Notifications } from './notifications.ts';
import type { Outbox } from './outbox.ts';
import type { Pace } from './pace.ts';
import type { PostedCards } from './posted-cards.ts';
import type { Reminders } from './reminders.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What the worker keeps its records in. */
export type OutboxStores = {
  outbox: Outbox;
  postedCards: PostedCards;
  conversations: Conversations;
  subscriptions: Subscriptions;
  notifications: Notifications;
  reminders: Reminders;
};

/** Everything that following up needs from outside. */
export type WorkerPorts = OutboxStores & {
  store: Pick<LeadStore, 'lead' | 'timeline' | 'audit'>;
  deliverer: Deliverer;
  pace: Pace;
  log: Log;
  /** Milliseconds. */
  now: () => number;
  /** Between 0 and 1. */
  random: () => number;
  /** Whether the process is about to end: what is under way is finished, nothing new begun. */
  stopping: () => boolean;
  /** Tells the metrics what became of a card or a notification. */
  report: (what: 'card' | 'notification', result: Outcome['kind'] | NotificationState) => void;
};
