import { execute } from '../cards/elements.ts';
import { leadFormCard } from '../cards/lead-form-card.ts';
import { chooseLeadCard, noLeadCard } from '../cards/lead-list-card.ts';
import { LeadError } from '../leads/lead-error.ts';
import { clearMatch } from '../leads/match.ts';
import { may, mustBeAllowed } from '../leads/permissions.ts';
import { words } from '../words/words.ts';
import { findMatches } from './find-matches.ts';
import type { Handler } from './handler.ts';
import { ownLeads } from './lead-list.ts';
import { draftFrom } from './read-mail.ts';
import { showLead } from './show-lead.ts';

/** What the pane shows for a mail: the lead it is about and why, a choice of several, or a new lead filled in. */
export const mailOpen: Handler<'mail.open'> = {
  work: async (context) => {
    const { desk, actor, view, mail } = context;
    if (!mail) throw new LeadError('invalid-input', [{ field: 'mail', rule: 'required' }]);
    mustBeAllowed(actor, 'read');
    const w = words(view.locale);
    // A mail to nobody yet: which lead it will be about is for its writer to say.
    if (mail.draft && ![...mail.to, ...mail.cc].length) return ownLeads(context);
    const reading = draftFrom(context, mail);
    const { leads, customers, openLeads } = await findMatches(desk, mail, reading);
    const strong = leads.filter(({ reason }) => reason !== 'same-domain');
    const clear = clearMatch(leads);
    if (clear) return { kind: 'card', card: await showLead(context, clear.lead, { match: clear.reason }) };
    // The reader knows better than we do.
    const mayCreate = may(actor, 'create');
    if (strong.length) {
      const findAnother = execute(w.findLead, 'lead.list', {});
      const otherwise = mayCreate ? execute(w.noneOfThese, 'lead.new', {}) : findAnother;
      return { kind: 'card', card: chooseLeadCard(view, strong, mail, otherwise) };
    }
    if (!mayCreate) return { kind: 'card', card: noLeadCard(view, { leads, customers, openLeads }) };
    const card = leadFormCard(view, {
      kind: 'new',
      values: { rating: 'warm', preferredContactMethod: 'any', ...reading.draft },
      provenance: reading.provenance,
      requestId: desk.newId(),
      notice: reading.isLead || mail.direction === 'sent' ? undefined : w.notALead,
      mail,
      known: { leads, customers, openLeads },
    });
    return { kind: 'card', card };
  },
};
