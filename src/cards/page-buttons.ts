import type { Words } from '../words/en.ts';
import type { Execute } from './card.ts';
import { execute } from './elements.ts';
import type { ButtonData } from './verbs.ts';

/** Where a page begins (nowhere for the first), the pages before it, and where the next one begins. */
type Place = { cursor?: string | undefined; trail?: string | undefined; next: string | null };

const FIRST = '-';
/** A card carries it in two buttons, each with its fallback, and has to stay small enough for Teams. */
const MOST_TRAIL = 1000;

/**
 * Buttons to the pages before and after. A store goes forward only, so the way back is carried along; after some ten
 * pages the oldest of it is forgotten, and the way back ends there.
 */
export function pageButtons<V extends 'lead.list' | 'leads.qualify'>(
  w: Words,
  verb: V,
  { cursor, trail = '', next }: Place,
  data: Partial<ButtonData<V>>,
): Execute[] {
  const way = trail.split(' ').filter(Boolean);
  const before = way.at(-1);
  const back = {
    ...data,
    cursor: before === FIRST ? undefined : before,
    trail: way.slice(0, -1).join(' ') || undefined,
  };
  const onward = [...way, cursor ?? FIRST];
  while (onward.join(' ').length > MOST_TRAIL) onward.shift();
  const alone = { inputs: 'none' } as const;
  return [
    ...(before ? [execute(w.previousPage, verb, back, alone)] : []),
    ...(next ? [execute(w.nextPage, verb, { ...data, cursor: next, trail: onward.join(' ') }, alone)] : []),
  ];
}
