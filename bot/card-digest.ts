import { createHash } from 'node:crypto';
import type { Card } from '../src/cards/card.ts';
import { JUST_DONE, WHY_NOT } from '../src/cards/lead-card.ts';

/**
 * Stands for how a card looks: two cards that look the same have the same. Who may refresh it does not count, nor what it
 * says was just done, or was not and why: that may stand until there is something new.
 */
export function cardDigest({ refresh: _refresh, ...card }: Card): string {
  const body = card.body.filter(({ id }) => id !== JUST_DONE && id !== WHY_NOT);
  return createHash('sha256')
    .update(JSON.stringify({ ...card, body }))
    .digest('base64url')
    .slice(0, 22);
}
