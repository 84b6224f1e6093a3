import type { LeadFilters } from '../leads/lead-filters.ts';

/** A chat that wants to hear of new leads. */
export type Subscription = { conversationId: string; filters: LeadFilters; byId: string; at: string };

/** Chats that want to hear of new leads; one subscription each. */
export interface Subscriptions {
  all(): Promise<Subscription[]>;
  /** Puts it in place of the one before. */
  set(subscription: Subscription): Promise<void>;
  /** False when there was none. */
  remove(conversationId: string): Promise<boolean>;
}
