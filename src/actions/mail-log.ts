import { LeadError } from '../leads/lead-error.ts';
import { leadFor } from '../leads/lead-for.ts';
import { logEmail } from '../leads/log-email.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { readBody } from './read-mail.ts';
import { showLead } from './show-lead.ts';

export const mailLog: Handler<'mail.log'> = {
  work: async (context, { leadId }) => {
    const { desk, actor, view, mail } = context;
    if (!mail) throw new LeadError('invalid-input', [{ field: 'mail', rule: 'required' }]);
    const w = words(view.locale);
    const { added } = await logEmail(desk, actor, leadId, readBody(mail));
    const lead = await leadFor(desk, actor, leadId, 'read');
    return {
      kind: 'card',
      card: await showLead(context, lead),
      toast: added ? w.logged : w.loggedBefore,
      ...(added && { changed: leadId }),
    };
  },
};
