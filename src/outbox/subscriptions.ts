import type { Lead } from '../leads/lead.ts';

/** Which new leads are told; a filter that is missing takes any. */
export type LeadFilters = Partial<Record<'source' | 'rating' | 'ownerId', string>>;

/** A chat that wants to hear of new leads. */
export type Subscription = { conversationId: string; filters: LeadFilters; byId: string; at: string };

/** Chats that want to hear of new leads; one subscription each. */
export interface Subscriptions {
  all(): Promise<Subscription[]>;
  find(conversationId: string): Promise<Subscription | undefined>;
  /** Puts it in place of the one before. */
  set(subscription: Subscription): Promise<void>;
  /** False when there was none. */
  remove(conversationId: string): Promise<boolean>;
}

/** Whether a subscription is about that lead. */
export function wants({ filters }: Subscription, lead: Pick<Lead, 'source' | 'rating' | 'ownerId'>): boolean {
  return (['source', 'rating', 'ownerId'] as const).every(
    (field) => filters[field] === undefined || filters[field] === lead[field],
  );
}
