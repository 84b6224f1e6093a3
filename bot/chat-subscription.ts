import type { Activity } from 'botbuilder';
import type { Chat } from '../src/actions/chat.ts';
import type { Subscriptions } from '../src/outbox/subscriptions.ts';
import { chatOf } from './chat-of.ts';

/** The chat of an activity, for whoever asks to be told something there. */
export function chatSubscription(subscriptions: Subscriptions, activity: Activity, now: () => Date): Chat {
  const { id: conversationId } = chatOf(activity);
  const byId = activity.from.aadObjectId ?? activity.from.id;
  return {
    subscribe: (filters) => subscriptions.set({ conversationId, filters, byId, at: now().toISOString() }),
    unsubscribe: () => subscriptions.remove(conversationId),
  };
}
