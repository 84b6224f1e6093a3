import { words } from '../words/words.ts';
import type { Card } from './card.ts';
import { card, execute, said } from './elements.ts';
import type { View } from './view.ts';

/** Says that something is done when there is nothing left to show of it. */
export function doneCard(view: View, text: string): Card {
  const w = words(view.locale);
  return card(view, text, [said(text)], [execute(w.leads['my-open'], 'lead.list', { view: 'my-open' })]);
}
