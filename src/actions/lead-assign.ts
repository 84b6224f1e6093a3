import { assignFormCard } from '../cards/small-forms.ts';
import { assignLead } from '../leads/assign-lead.ts';
import { leadFor, mustBeCurrent } from '../leads/lead-for.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

const MOST_PEOPLE = 50;

export const leadAssign: Handler<'lead.assign'> = {
  inputs: ['ownerId'],
  form: async ({ desk, actor, view }, { leadId, version }, problem) => {
    const lead = await leadFor(desk, actor, leadId, 'assign');
    mustBeCurrent(lead, version);
    return assignFormCard(view, lead, await desk.people.search('', MOST_PEOPLE), problem);
  },
  work: async (context, { leadId, version, ownerId }) => {
    const input = { ownerId: ownerId || undefined };
    const lead = await assignLead(context.desk, context.actor, leadId, input, version);
    const { assigned } = words(context.view.locale);
    return { kind: 'card', card: await showLead(context, lead), toast: assigned, changed: leadId };
  },
};
