import { words } from '../words/words.ts';
import type { Card } from './card.ts';
import { card, execute, heading, said, textInput } from './elements.ts';
import type { ButtonData, Verb } from './verbs.ts';
import type { View } from './view.ts';

/** A refusal where there is no lead or form left to show; says the cause and offers a way on. */
export function problemCard(view: View, text: string): Card {
  const w = words(view.locale);
  const on = execute(w.leads['my-open'], 'lead.list', { view: 'my-open' });
  return card(view, text, [heading(w.problemTitle), said(text)], [on]);
}

/** A button carries its data twice, once for older hosts; a card holds 28 KB. */
const LONGEST_CARRIED = 200;

/** The leads are away for the moment: the same click once more, with everything that was sent. Long texts are shown. */
export function awayCard(view: View, text: string, verb: Verb, sent: object): Card {
  const w = words(view.locale);
  const values = Object.entries(sent).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  const isLong = ([, value]: [string, unknown]) => String(value).length > LONGEST_CARRIED;
  const carried = Object.fromEntries(values.filter((entry) => !isLong(entry))) as ButtonData<Verb>;
  const typed = values
    .filter(isLong)
    .map(([id, value]) => textInput(id, w.fields[id as keyof typeof w.fields] ?? id, String(value), { lines: true }));
  const again = execute(w.tryAgain, verb, carried, { style: 'positive' });
  return card(view, text, [heading(w.problemTitle), said(text), ...typed], [again]);
}
