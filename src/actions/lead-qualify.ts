import { qualifyFormCard } from '../cards/small-forms.ts';
import { qualifyLead } from '../leads/close-lead.ts';
import { leadFor, mustBeCurrent } from '../leads/lead-for.ts';
import { nextStatus } from '../leads/lead-status.ts';
import { withFigures } from '../leads/qualification.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { readAmounts } from './read-amounts.ts';
import { showLead } from './show-lead.ts';

export const leadQualify: Handler<'lead.qualify'> = {
  inputs: ['currency', 'createAccount', 'createContact', 'createOpportunity'],
  form: async ({ desk, actor, view }, data, problem) => {
    const lead = await leadFor(desk, actor, data.leadId, 'change');
    mustBeCurrent(lead, data.version);
    nextStatus(lead.status, 'qualify');
    const opportunity = lead.opportunityId ? await desk.store.opportunity(lead.opportunityId) : undefined;
    return qualifyFormCard(view, withFigures(lead, opportunity), data, problem);
  },
  work: async (context, { leadId, version, ...values }) => {
    const v = readAmounts(context.view, values, values.currency || null);
    const input = {
      createAccount: v.createAccount === 'true',
      createContact: v.createContact === 'true',
      createOpportunity: v.createOpportunity === 'true',
      currency: v.currency || undefined,
      duplicates: v.duplicates ?? 'ask',
      ...(v.accountId && { accountId: v.accountId }),
      ...(v.contactId && { contactId: v.contactId }),
      opportunity: typed(v, ['estimatedValue', 'estimatedCloseDate']),
    };
    const stage = {
      ...typed(v, ['purchaseTimeframe', 'purchaseProcess', 'budgetAmount', 'description']),
      ...(v.decisionMaker !== undefined && { decisionMaker: v.decisionMaker === 'true' }),
    };
    const { lead, ...records } = await qualifyLead(context.desk, context.actor, leadId, input, version, { stage });
    const { qualifiedDone } = words(context.view.locale);
    const card = await showLead(context, lead, { records });
    return { kind: 'card', card, toast: qualifiedDone, changed: leadId, shows: leadId };
  },
};

/** What the form said of these fields: null where one was emptied, nothing where it was not on the form. */
function typed<Field extends string>(
  values: { [name in Field]?: string | null | undefined },
  fields: readonly Field[],
): { [name in Field]?: string | null } {
  const given = fields.filter((field) => values[field] !== undefined).map((field) => [field, values[field] || null]);
  return Object.fromEntries(given);
}
