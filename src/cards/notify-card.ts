import type { LeadFilters } from '../leads/lead-filters.ts';
import { optionLabel, words } from '../words/words.ts';
import type { Card } from './card.ts';
import { card, execute, facts, label, said } from './elements.ts';
import type { View } from './view.ts';

/** Says that new leads are told in this chat, and which. */
export function notifyCard(
  view: View,
  { rating, source, ownerName }: LeadFilters & { ownerName?: string | undefined },
): Card {
  const w = words(view.locale);
  const filters = facts([
    [w.fields.rating, rating && optionLabel(w, rating)],
    [w.fields.source, source && optionLabel(w, source)],
    [w.fields.owner, ownerName],
  ]);
  const body = [said(w.notify.on), ...(filters.length ? [label(w.notify.only), ...filters] : [])];
  return card(view, w.notify.on, body, [execute(w.notify.stop, 'notify.stop', {})]);
}
