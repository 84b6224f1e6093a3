import { leadFor } from '../leads/lead-for.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

export const leadShow: Handler<'lead.show'> = {
  work: async (context, { leadId }) => {
    const lead = await leadFor(context.desk, context.actor, leadId, 'read');
    return { kind: 'card', card: await showLead(context, lead), shows: lead.id };
  },
};
