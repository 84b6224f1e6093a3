import { words } from '../words/words.ts';
import type { Action, Card } from './card.ts';
import { card, execute, heading, said } from './elements.ts';
import type { View } from './view.ts';

/** A refusal where there is no lead or form left to show; says the cause and offers a way on. */
export function problemCard(view: View, text: string, actions: Action[] = []): Card {
  const w = words(view.locale);
  const on = actions.length ? actions : [execute(w.leads['my-open'], 'lead.list', { view: 'my-open' })];
  return card(view, text, [heading(w.problemTitle), said(text)], on);
}
