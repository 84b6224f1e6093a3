import { doneCard } from '../cards/done-card.ts';
import { deleteFormCard } from '../cards/small-forms.ts';
import { deleteLead } from '../leads/close-lead.ts';
import { leadFor } from '../leads/lead-for.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';

export const leadDelete: Handler<'lead.delete'> = {
  inputs: ['confirmed'],
  form: async ({ desk, actor, view }, { leadId }) => deleteFormCard(view, await leadFor(desk, actor, leadId, 'delete')),
  work: async ({ desk, actor, view }, { leadId, version }) => {
    await deleteLead(desk, actor, leadId, version);
    const { deleted } = words(view.locale);
    return { kind: 'card', card: doneCard(view, deleted), toast: deleted, changed: leadId, shows: leadId };
  },
};
