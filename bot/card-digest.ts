import { createHash } from 'node:crypto';
import type { Card } from '../src/cards/card.ts';

/** Stands for how a card looks: two cards that look the same have the same. Who may refresh it does not count. */
export function cardDigest({ refresh: _refresh, ...card }: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
}
