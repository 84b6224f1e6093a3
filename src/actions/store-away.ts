import { awayCard } from '../cards/problem-card.ts';
import { isVerb, VERBS } from '../cards/verbs.ts';
import type { View } from '../cards/view.ts';
import { words } from '../words/words.ts';
import type { CardReply } from './reply.ts';

/**
 * What is said while the leads cannot be reached: that nothing was lost, and the same again with everything that was
 * typed. Nothing where there is no such verb. `data` is as it came in, unchecked.
 */
export function storeAway(view: View, verb: string, data: unknown): CardReply | undefined {
  if (!isVerb(verb)) return undefined;
  const { success, data: sent } = VERBS[verb].safeParse(data ?? {});
  const text = words(view.locale).problem['store-unavailable'];
  return { kind: 'card', card: awayCard(view, text, verb, success ? sent : {}), refused: 'store-unavailable' };
}
