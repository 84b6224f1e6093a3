import type { ActionAnswer } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import { isFormRefusal } from '../shared/form-refusals.ts';
import { keep, kept } from './kept.ts';

/** A form that was begun on a lead's card, and what differs from how it was drawn. */
export type CardDraft = { card: object; values: Record<string, string> };

const nameOf = (leadId: string) => `lead-desk.card.${leadId}`;

export function keptCard(leadId: string): CardDraft | undefined {
  const { card, values }: Partial<CardDraft> = kept(nameOf(leadId)) ?? {};
  return card && values && { card, values };
}

export function keepCard(leadId: string, draft: CardDraft | undefined): void {
  keep(nameOf(leadId), draft);
}

/** After a press: what was typed has arrived, was given up, or stands on the form that refuses it. */
export function settleCard(leadId: string, { verb, hasInputs }: Press, answer: ActionAnswer): void {
  const { card, refused, changed } = answer;
  // Nothing was decided: it waits as it was typed.
  if (refused === 'store-unavailable') return;
  if (hasInputs && isFormRefusal(refused)) keepCard(leadId, { card, values: {} });
  // Cancel shows the lead again; what was tried again may have arrived without inputs.
  else if (hasInputs || (!refused && (changed || verb === 'lead.show'))) keepCard(leadId, undefined);
}
