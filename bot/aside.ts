import type { Activity } from 'botbuilder';
import type { Reply } from '../src/actions/reply.ts';
import type { Card } from '../src/cards/card.ts';

/** What the buttons of such a look carry, and what its client asks for it again with. */
export const ASIDE = { aside: 'true' } as const;

/**
 * In a chat of several people a look at something else is seen by whoever pressed alone: the message they pressed on shows
 * what it showed. The buttons they are given there say so, as Teams does not.
 */
export function asideFor(card: Card): Card {
  return JSON.parse(JSON.stringify(card), (_key, value) =>
    value?.type === 'Action.Execute' ? { ...value, data: { ...value.data, ...ASIDE } } : value,
  );
}

/** Whether the answer to a press is a look at something else than the message shows, as far as that is known. */
export function isLook(activity: Activity, reply: Reply): boolean {
  if (reply.kind !== 'card') return false;
  const { action, trigger } = activity.value;
  // What is done with several of a list is shown in its place, however it was paged through.
  if (action.verb.startsWith('leads.')) return false;
  if (isAside(action.data)) return true;
  // A form that was refused is still the form that stands there; a lead with the reason is not what was pressed on.
  return trigger !== 'automatic' && !reply.changed && (!reply.refused || Boolean(reply.shows));
}

/** Whether a button stood on such a card. */
export function isAside(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'aside' in data;
}
