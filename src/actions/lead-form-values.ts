import { LEAD_FORM_INPUTS, type LeadFormValues } from '../cards/verbs.ts';
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

/** A lead as the values of its form. */
export function formFromLead(lead: Lead): LeadFormValues {
  const all: Record<string, unknown> = { ...lead, ...lead.address };
  return Object.fromEntries(LEAD_FORM_INPUTS.flatMap((id) => (all[id] ? [[id, String(all[id])]] : [])));
}
