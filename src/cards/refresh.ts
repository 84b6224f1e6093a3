import type { Card } from './card.ts';

/** Teams asks for at most so many people by itself. */
const MOST_USERS = 60;
/**
 * What a message in Teams holds, as UTF-16. Sixty people's ids alone may be a third of it.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const MOST_BYTES = 28 * 1024;
const COMMA = 2;
/** Of somebody within a channel, in characters; those of Teams have less than a hundred. */
const LONGEST_ID = 128;

/**
 * A lead's card that these people's clients ask for again, by their ids within the channel: each gets the buttons of
 * their own role. There are as many of them as the card has room for. Whoever is not among them keeps the card that
 * everybody sees, as does a host that knows no refresh. Without ids everybody's client asks, where they are no more than
 * sixty: nobody else brings a card up to date that somebody inserted. `more` is carried along.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
export function refreshFor(
  card: Card,
  leadId: string,
  userIds: readonly string[] | undefined,
  more: Record<string, string> = {},
): Card {
  if (userIds?.length === 0) return card;
  const data = { leadId, ...more };
  const action = { type: 'Action.Execute', title: card.fallbackText, verb: 'lead.show', data } as const;
  if (!userIds) return { ...card, refresh: { action } };
  // There is room for one on any card; to measure that takes as long as to draw it.
  if (userIds.length === 1 && userIds[0] && userIds[0].length <= LONGEST_ID)
    return { ...card, refresh: { action, userIds: [...userIds] } };
  const room = MOST_BYTES - bytes({ ...card, refresh: { action, userIds: [] } });
  const fitting: string[] = [];
  let taken = 0;
  for (const id of userIds.slice(0, MOST_USERS)) {
    taken += bytes(id) + COMMA;
    if (taken > room) break;
    fitting.push(id);
  }
  return fitting.length ? { ...card, refresh: { action, userIds: fitting } } : card;
}

function bytes(value: object | string): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf16le');
}
