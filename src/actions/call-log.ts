import { callFormCard } from '../cards/small-forms.ts';
import { addToTimeline } from '../leads/add-to-timeline.ts';
import { leadFor } from '../leads/lead-for.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

export const callLog: Handler<'call.log'> = {
  inputs: ['text', 'direction', 'durationMinutes'],
  form: async ({ desk, actor, view }, data, problem) => {
    const lead = await leadFor(desk, actor, data.leadId, 'annotate');
    return callFormCard(view, lead, data, data.requestId ?? desk.newId(), problem);
  },
  work: async (context, { leadId, requestId, text = '', direction, durationMinutes }) => {
    const { desk, actor, view } = context;
    const call = {
      kind: 'phone-call' as const,
      text,
      direction: direction || 'outgoing',
      durationMinutes: durationMinutes?.trim() ? numberOr(durationMinutes) : null,
    };
    await addToTimeline(desk, actor, leadId, call, requestId);
    const lead = await leadFor(desk, actor, leadId, 'read');
    return {
      kind: 'card',
      card: await showLead(context, lead),
      toast: words(view.locale).callLogged,
      changed: leadId,
      shows: leadId,
    };
  },
};

/** The number typed, or the text as it is, so that the schema can say what is wrong with it. */
function numberOr(typed: string): number | string {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
}
