import type { ActionAnswer } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import { isFormRefusal } from '../shared/form-refusals.ts';
import { KeptForms } from './kept-forms.ts';
import { userAddress } from './mailbox.ts';
import type { Subject } from './subject.ts';

type KeptAs = Pick<Subject, 'keptAs'>;

/** Stands for the mail where there is none: a new lead is begun all the same. */
export const withoutMail: KeptAs = { keptAs: 'no-mail' };

/** A card to draw, with what was typed on it before; on a form that `isRefused` stands what was typed before that, too. */
export type Typed = { card: object; values?: Record<string, string> | undefined; isRefused?: boolean | undefined };

let forms: KeptForms | undefined;

function keptForms(): KeptForms {
  forms ??= new KeptForms(userAddress());
  return forms;
}

export function keepTyped({ keptAs }: KeptAs, { card, values = {}, isRefused }: Typed): void {
  // Other cards are found again by their lead, not by "New lead".
  if (keptAs === withoutMail.keptAs && !offers(card, 'lead.create')) return;
  keptForms().keep(keptAs, { card, values, ...(isRefused && { isRefused }), at: Date.now() });
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
  const isFormOfToday = offers(opened, 'lead.create');
  // Somebody made the lead meanwhile; it is the truth now.
  if (wasNew && !isFormOfToday && !offers(opened, 'lead.new')) return undefined;
  const { card, values, isRefused } = kept;
  if (isRefused) return { card, values, isRefused };
  // A new lead's form is drawn as it is today; any other form is not what opening a mail answers with.
  return { card: wasNew && isTyped && isFormOfToday ? opened : card, values };
}

/**
 * After a press: what was typed has arrived, was given up, or stands on the form that refuses it. Answers with what is to
 * be drawn now.
 */
export function settleTyped(about: KeptAs, pressed: Press, answer: ActionAnswer): Typed {
  const { card, refused, changed } = answer;
  const { hasInputs } = pressed;
  const drawn: Typed = { card, isRefused: isFormRefusal(refused) };
  if (about.keptAs === withoutMail.keptAs && pressed.verb !== 'lead.create') return drawn;
  // Nothing was decided: it waits as it was typed.
  if (refused === 'store-unavailable') return drawn;
  if (hasInputs && drawn.isRefused) keepTyped(about, drawn);
  // Cancel shows the lead again; what was tried again may have arrived without inputs.
  else if (hasInputs || (!refused && (changed || isCancel(about, pressed)))) dropTyped(about);
  return drawn;
}

/** Whether a form that was begun waits behind the card on the screen. */
export function isFormLeft({ keptAs }: KeptAs, { verb }: Press): boolean {
  const kept = keptForms().of(keptAs);
  return (verb === 'lead.show' || verb === 'lead.list') && kept !== undefined && !offers(kept.card, 'mail.log');
}

/** Shows again the lead whose form was begun; to look at another one, such as a likely duplicate, gives nothing up. */
function isCancel({ keptAs }: KeptAs, { verb, data }: Press): boolean {
  const kept = keptForms().of(keptAs);
  return verb === 'lead.show' && kept !== undefined && changes(kept.card, data.leadId);
}

/** Whether something on a card does more to a lead than show it. */
function changes(part: unknown, leadId: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { verb, data } = part as { verb?: unknown; data?: { leadId?: unknown } };
  if (verb !== undefined) return verb !== 'lead.show' && data?.leadId === leadId;
  return Object.values(part).some((inner) => changes(inner, leadId));
}

function offers(card: object, verb: string): boolean {
  return JSON.stringify(card).includes(`"verb":"${verb}"`);
}
