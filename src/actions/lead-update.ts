import { leadFormCard } from '../cards/lead-form-card.ts';
import { LEAD_FORM_INPUTS } from '../cards/verbs.ts';
import { changeLead } from '../leads/change-lead.ts';
import { leadFor } from '../leads/lead-for.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { fieldsFromForm, formFromLead } from './lead-form-values.ts';
import { readAmounts } from './read-amounts.ts';
import { showLead } from './show-lead.ts';

export const leadEdit: Handler<'lead.edit'> = {
  work: async ({ desk, actor, view }, { leadId }) => {
    const lead = await leadFor(desk, actor, leadId, 'change');
    const card = leadFormCard(view, { kind: 'edit', leadId, version: lead.version, values: formFromLead(view, lead) });
    return { kind: 'card', card };
  },
};

export const leadUpdate: Handler<'lead.update'> = {
  inputs: LEAD_FORM_INPUTS,
  form: async ({ desk, actor, view }, { leadId, version, duplicates: _answered, ...values }, problem) => {
    const lead = await leadFor(desk, actor, leadId, 'change');
    const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    return leadFormCard(view, {
      kind: 'edit',
      leadId,
      version,
      values: { ...formFromLead(view, lead), ...typed },
      problem,
    });
  },
  work: async (context, { leadId, version, duplicates = 'ask', ...values }) => {
    const currency = values.currency || ((await context.desk.store.lead(leadId))?.currency ?? null);
    const fields = fieldsFromForm(readAmounts(context.view, values, currency));
    const lead = await changeLead(context.desk, context.actor, leadId, fields, version, duplicates);
    const { saved } = words(context.view.locale);
    return { kind: 'card', card: await showLead(context, lead), toast: saved, changed: leadId, shows: leadId };
  },
};
