import type { ActionAnswer } from '../shared/api.ts';
import type { Press } from '../shared/card-view.ts';
import { sessionStorageIfAllowed } from './composer-draft.ts';

/** A form that was begun on a lead's card, and what differs from how it was drawn. */
export type CardDraft = { card: object; values: Record<string, string> };

const nameOf = (leadId: string) => `lead-desk.card.${leadId}`;

/** Kept as long as the window, as what is begun for the timeline: a reload or a look at another lead loses nothing. */
export function keptCard(leadId: string): CardDraft | undefined {
  try {
    const kept: CardDraft | null = JSON.parse(sessionStorageIfAllowed()?.getItem(nameOf(leadId)) ?? 'null');
    return kept?.card && kept.values ? kept : undefined;
  } catch {
    return undefined; // Somebody else wrote there.
  }
}

export function keepCard(leadId: string, draft: CardDraft | undefined): void {
  try {
    const storage = sessionStorageIfAllowed();
    if (draft) storage?.setItem(nameOf(leadId), JSON.stringify(draft));
    else storage?.removeItem(nameOf(leadId));
  } catch {
    // Full or forbidden: the form on the screen still holds what was typed.
  }
}

/** Answered with the form itself, which says what to mend; what else is refused shows the lead, or no more than why. */
const formRefusals: ReadonlySet<unknown> = new Set(['invalid-input', 'duplicate-lead', 'duplicate-customer']);

/** After a press: what was typed has arrived, was given up, or stands on the form that refuses it. */
export function settleCard(leadId: string, { verb, hasInputs }: Press, answer: ActionAnswer): void {
  const { card, refused, changed } = answer;
  // Nothing was decided: it waits as it was typed.
  if (refused === 'store-unavailable') return;
  if (hasInputs && formRefusals.has(refused)) keepCard(leadId, { card, values: {} });
  // Cancel shows the lead again; what was tried again may have arrived without inputs.
  else if (hasInputs || (!refused && (changed || verb === 'lead.show'))) keepCard(leadId, undefined);
}
