import { reactivateLead } from '../leads/close-lead.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

export const leadReactivate: Handler<'lead.reactivate'> = {
  work: async (context, { leadId, version }) => {
    const lead = await reactivateLead(context.desk, context.actor, leadId, version);
    const { reactivatedDone } = words(context.view.locale);
    return {
      kind: 'card',
      card: await showLead(context, lead),
      toast: reactivatedDone,
      changed: leadId,
      shows: leadId,
    };
  },
};
