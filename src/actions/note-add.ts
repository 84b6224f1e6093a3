import { noteFormCard } from '../cards/small-forms.ts';
import { addToTimeline } from '../leads/add-to-timeline.ts';
import { leadFor } from '../leads/lead-for.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

export const noteAdd: Handler<'note.add'> = {
  inputs: ['text'],
  form: async ({ desk, actor, view }, data, problem) => {
    const lead = await leadFor(desk, actor, data.leadId, 'annotate');
    return noteFormCard(view, lead, data, data.requestId ?? desk.newId(), problem);
  },
  work: async (context, { leadId, requestId, text = '' }) => {
    const { desk, actor, view } = context;
    await addToTimeline(desk, actor, leadId, { kind: 'note', text }, requestId);
    const lead = await leadFor(desk, actor, leadId, 'read');
    return {
      kind: 'card',
      card: await showLead(context, lead),
      toast: words(view.locale).noteAdded,
      changed: leadId,
      shows: leadId,
    };
  },
};
