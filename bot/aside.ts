import type { Card } from '../src/cards/card.ts';

/**
 * In a chat of several people a look at something else is seen by whoever pressed alone: the message they pressed on shows
 * what it showed. The buttons they are given there say so, as Teams does not.
 */
export function asideFor(card: Card): Card {
  return JSON.parse(JSON.stringify(card), (_key, value) =>
    value?.type === 'Action.Execute' ? { ...value, data: { ...value.data, aside: true } } : value,
  );
}

/** Whether a button stood on such a card. */
export function isAside(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'aside' in data;
}
