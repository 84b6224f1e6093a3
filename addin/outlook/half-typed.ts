import type { ActionAnswer } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import { KeptForms } from './kept-forms.ts';
import { userAddress } from './mailbox.ts';
import type { Subject } from './subject.ts';

type KeptAs = Pick<Subject, 'keptAs'>;

/** Stands for the mail where there is none: a new lead is begun all the same. */
export const withoutMail: KeptAs = { keptAs: 'no-mail' };

/** A card to draw, with what was typed on it before. */
export type Typed = { card: object; values: Record<string, string> };

let forms: KeptForms | undefined;

function keptForms(): KeptForms {
  forms ??= new KeptForms(userAddress());
  return forms;
}

export function keepTyped({ keptAs }: KeptAs, { card, values }: Typed): void {
  // Other cards are found again by their lead, not by "New lead".
  if (keptAs === withoutMail.keptAs && !offers(card, 'lead.create')) return;
  keptForms().keep(keptAs, { card, values, at: Date.now() });
}

export function dropTyped({ keptAs }: KeptAs): void {
  keptForms().drop(keptAs);
}

export function isHalfTyped({ keptAs }: KeptAs): boolean {
  return keptForms().of(keptAs) !== undefined;
}

/** What of an earlier visit to a mail comes back, now that opening it was answered with `opened`. */
export function typedBefore({ keptAs }: KeptAs, opened: object): Typed | undefined {
  const kept = keptForms().of(keptAs);
  if (!kept) return undefined;
  const isTyped = Object.keys(kept.values).length > 0;
  // Files were chosen on a lead's card: of that card nothing else was the reader's.
  if (offers(kept.card, 'mail.log')) {
    return isTyped && offers(opened, 'mail.log') ? { card: opened, values: kept.values } : undefined;
  }
  const wasNew = offers(kept.card, 'lead.create');
  // Somebody made the lead meanwhile; it is the truth now.
  if (wasNew && !offers(opened, 'lead.create')) return undefined;
  // A new lead's form is drawn as it is today; any other form is not what opening a mail answers with.
  return { card: wasNew && isTyped ? opened : kept.card, values: kept.values };
}

/** Answered with the form itself, which says what to mend; what else is refused shows the lead, or no more than why. */
const formRefusals: ReadonlySet<unknown> = new Set(['invalid-input', 'duplicate-lead', 'duplicate-customer']);

/** After a press: what was typed has arrived, was given up, or stands on the form that refuses it. */
export function settleTyped(about: KeptAs, { verb, hasInputs }: Press, answer: ActionAnswer): void {
  const { card, refused, changed } = answer;
  if (about.keptAs === withoutMail.keptAs && verb !== 'lead.create') return;
  // Nothing was decided: it waits as it was typed.
  if (refused === 'store-unavailable') return;
  if (hasInputs && formRefusals.has(refused)) keepTyped(about, { card, values: {} });
  // Cancel shows the lead again; what was tried again may have arrived without inputs.
  else if (hasInputs || (!refused && (changed || verb === 'lead.show'))) dropTyped(about);
}

function offers(card: object, verb: string): boolean {
  return JSON.stringify(card).includes(`"verb":"${verb}"`);
}
