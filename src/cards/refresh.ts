import type { Card } from './card.ts';

/** Teams asks for at most so many people by itself. */
const MOST_USERS = 60;

/**
 * A lead's card that these people's clients ask for again, by their ids within the channel: each gets the buttons of
 * their own role. Whoever is not among them keeps the card that everybody sees, as does a host that knows no refresh.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
export function refreshFor(card: Card, leadId: string, userIds: readonly string[]): Card {
  if (!userIds.length) return card;
  const action = { type: 'Action.Execute', title: card.fallbackText, verb: 'lead.show', data: { leadId } } as const;
  return { ...card, refresh: { action, userIds: userIds.slice(0, MOST_USERS) } };
}
