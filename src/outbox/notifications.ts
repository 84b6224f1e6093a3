import type { PostReason } from './posted-cards.ts';

/**
 * `waiting`, to be sent; `sending`, somebody is at it; `sent`; `unreachable`, the bot cannot write to that person or
 * chat, or Teams does not take this card; `unknown`, the process ended or the line broke while sending, so that nobody
 * knows whether it arrived; `dropped`, there was nothing to tell any more. Only `waiting` is ever sent: a notification
 * arrives once or, rarely, not at all.
 */
export const NOTIFICATION_STATES = ['waiting', 'sending', 'sent', 'unreachable', 'unknown', 'dropped'] as const;
export type NotificationState = (typeof NOTIFICATION_STATES)[number];

/** Something one person or one chat is told about a lead. */
export type Notification = {
  /** What it is about and for whom: the same key is never told twice. */
  key: string;
  kind: PostReason;
  leadId: string;
  /** Who did what it tells of. */
  byId: string;
  /** A person is told in their personal chat, wherever that is; else a conversation is told. */
  personId: string | null;
  conversationId: string | null;
  taskId: string | null;
  state: NotificationState;
  /** Why it did not arrive, for administrators. */
  detail: string | null;
  /** How often sending it was refused for the moment. */
  attempts: number;
  at: string;
};

/** Everything that is told unasked, recorded for each recipient. */
export interface Notifications {
  /** Those whose key is known already are left as they are. */
  add(notifications: readonly Notification[]): Promise<void>;
  /** Takes the next ones that are due, each for one process only. */
  take(now: Date, limit: number): Promise<Notification[]>;
  /** What became of one that was taken. */
  settle(key: string, state: Exclude<NotificationState, 'waiting' | 'sending'>, detail?: string): Promise<void>;
  /** It was certainly not sent: to be taken again then. `failed` says whether the try counts. */
  retry(key: string, due: Date, failed: boolean): Promise<void>;
  /** Those taken before that moment whose process has ended become `unknown`. Answers how many. */
  giveUp(before: Date): Promise<number>;
  /** Newest first. */
  list(query: { state?: NotificationState; limit: number }): Promise<Notification[]>;
  /** How many there are in each state. */
  counts(): Promise<Partial<Record<NotificationState, number>>>;
  /** Forgets what was settled before that moment. */
  forget(before: Date): Promise<void>;
}
