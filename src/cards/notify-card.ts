import type { LeadFilters } from '../leads/lead-filters.ts';
import { RATINGS, SOURCES } from '../leads/option-sets.ts';
import { shorten } from '../leads/text.ts';
import { optionLabel, words } from '../words/words.ts';
import type { Card } from './card.ts';
import { card, choiceInput, execute, facts, label, notice, said, textInput } from './elements.ts';
import type { View } from './view.ts';

type Filters = LeadFilters & { ownerName?: string | undefined };

/** Says that new leads are told in this chat, and which. */
export function notifyCard(view: View, { rating, source, ownerName }: Filters): Card {
  const w = words(view.locale);
  const filters = facts([
    [w.fields.rating, rating && optionLabel(w, rating)],
    [w.fields.source, source && optionLabel(w, source)],
    [w.fields.owner, ownerName],
  ]);
  const body = [said(w.notify.on), ...(filters.length ? [label(w.notify.only), ...filters] : [])];
  return card(view, w.notify.on, body, [execute(w.notify.stop, 'notify.stop', {})]);
}

/** Some of what was said names no filter: which are meant? Those that were read are chosen already. */
export function chooseFiltersCard(view: View, { rating, source, ownerName }: Filters, unread: string): Card {
  const w = words(view.locale);
  const body = [
    notice(w.notify.unread(shorten(unread, 200)), 'warning'),
    said(w.notify.which),
    choiceInput(w, 'rating', w.fields.rating, RATINGS, rating),
    choiceInput(w, 'source', w.fields.source, SOURCES, source),
    textInput('owner', w.fields.owner, ownerName, { max: 100 }),
  ];
  return card(view, w.notify.which, body, [
    execute(w.notify.here, 'notify.here', {}, { style: 'positive' }),
    execute(w.notify.stop, 'notify.stop', {}, { inputs: 'none' }),
  ]);
}
