import type { ActionAnswer } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import { KeptForms } from './kept-forms.ts';
import { userAddress } from './mailbox.ts';
import type { Subject } from './subject.ts';

/** A card to draw, with what was typed on it before. */
export type Typed = { card: object; values: Record<string, string> };

let forms: KeptForms | undefined;

function keptForms(): KeptForms {
  forms ??= new KeptForms(userAddress());
  return forms;
}

export function keepTyped({ keptAs }: Subject, { card, values }: Typed): void {
  keptForms().keep(keptAs, { card, values, at: Date.now() });
}

export function dropTyped({ keptAs }: Subject): void {
  keptForms().drop(keptAs);
}

export function isHalfTyped({ keptAs }: Subject): boolean {
  return keptForms().of(keptAs) !== undefined;
}

/** What of an earlier visit to a mail comes back, now that opening it was answered with `opened`. */
export function typedBefore({ keptAs }: Subject, opened: object): Typed | undefined {
  const kept = keptForms().of(keptAs);
  if (!kept) return undefined;
  const wasNew = creates(kept.card);
  // Somebody made the lead meanwhile; it is the truth now.
  if (wasNew && !creates(opened)) return undefined;
  // A new lead's form is drawn as it is today; any other form is not what opening a mail answers with.
  return { card: wasNew && Object.keys(kept.values).length ? opened : kept.card, values: kept.values };
}

/** After a press: what was typed has arrived, was given up, or stands on the card that refuses it. */
export function settleTyped(about: Subject, { verb, hasInputs }: Press, { card, refused }: ActionAnswer): void {
  if (hasInputs && refused) keepTyped(about, { card, values: {} });
  // Cancel shows the lead again.
  else if (!refused && (hasInputs || verb === 'lead.show')) dropTyped(about);
}

function creates(card: object): boolean {
  return JSON.stringify(card).includes('"verb":"lead.create"');
}
