import { disqualifyFormCard } from '../cards/small-forms.ts';
import { disqualifyLead } from '../leads/close-lead.ts';
import { leadFor, mustBeCurrent } from '../leads/lead-for.ts';
import { nextStatus } from '../leads/lead-status.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

export const leadDisqualify: Handler<'lead.disqualify'> = {
  inputs: ['reason'],
  form: async ({ desk, actor, view }, data, problem) => {
    const lead = await leadFor(desk, actor, data.leadId, 'change');
    mustBeCurrent(lead, data.version);
    nextStatus(lead.status, 'disqualify');
    return disqualifyFormCard(view, lead, data, problem);
  },
  work: async (context, { leadId, version, reason, note }) => {
    const input = { reason: reason || undefined, note: note?.trim() || null };
    const lead = await disqualifyLead(context.desk, context.actor, leadId, input, version);
    const { disqualifiedDone } = words(context.view.locale);
    return {
      kind: 'card',
      card: await showLead(context, lead),
      toast: disqualifiedDone,
      changed: leadId,
      shows: leadId,
    };
  },
};
