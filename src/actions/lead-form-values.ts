import { typedAmount } from '../cards/typed-amount.ts';
import { LEAD_FORM_INPUTS, type LeadFormValues } from '../cards/verbs.ts';
import type { View } from '../cards/view.ts';
import type { Lead } from '../leads/lead.ts';
import { EMPTY_ADDRESS } from '../leads/lead-fields.ts';

const ADDRESS = Object.keys(EMPTY_ADDRESS);

/** What a lead form sent, as fields of a lead: an input left empty is `null`, one that was not there is not there. */
export function fieldsFromForm(values: LeadFormValues): Record<string, unknown> {
  const given = LEAD_FORM_INPUTS.flatMap((id): [string, string | null][] => {
    const value = values[id];
    return value === undefined ? [] : [[id, value.trim() === '' ? null : value]];
  });
  const inAddress = ([id]: [string, unknown]) => ADDRESS.includes(id);
  const address = given.filter(inAddress);
  const fields = given.filter((entry) => !inAddress(entry));
  return { ...Object.fromEntries(fields), ...(address.length && { address: Object.fromEntries(address) }) };
}

/** A lead as the values of its form, as their reader would type them. */
export function formFromLead(view: View, lead: Lead): LeadFormValues {
  const budgetAmount = typedAmount(view, lead.budgetAmount, lead.currency);
  const all: Record<string, unknown> = { ...lead, ...lead.address, budgetAmount };
  return Object.fromEntries(LEAD_FORM_INPUTS.flatMap((id) => (all[id] ? [[id, String(all[id])]] : [])));
}
