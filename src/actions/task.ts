import { taskFormCard } from '../cards/small-forms.ts';
import { addToTimeline } from '../leads/add-to-timeline.ts';
import { completeTask } from '../leads/change-timeline.ts';
import { leadFor } from '../leads/lead-for.ts';
import { words } from '../words/words.ts';
import { endOfDay } from './end-of-day.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

export const taskAdd: Handler<'task.add'> = {
  inputs: ['text', 'dueAt', 'priority'],
  form: async ({ desk, actor, view }, data, problem) => {
    const lead = await leadFor(desk, actor, data.leadId, 'annotate');
    return taskFormCard(view, lead, data, data.requestId ?? desk.newId(), problem);
  },
  work: async (context, { leadId, requestId, text = '', dueAt, priority }) => {
    const { desk, actor, view } = context;
    // A card asks for a day; the task is due when that day ends.
    const due = dueAt && /^\d{4}-\d{2}-\d{2}$/.test(dueAt) ? endOfDay(view, dueAt) : dueAt || null;
    const task = { kind: 'task', text, dueAt: due, priority: priority || 'normal' };
    await addToTimeline(desk, actor, leadId, task, requestId);
    const lead = await leadFor(desk, actor, leadId, 'read');
    return {
      kind: 'card',
      card: await showLead(context, lead),
      toast: words(view.locale).taskAdded,
      changed: leadId,
      shows: leadId,
    };
  },
};

export const taskComplete: Handler<'task.complete'> = {
  work: async (context, { leadId, taskId }) => {
    const { desk, actor, view } = context;
    const lead = await leadFor(desk, actor, leadId, 'annotate');
    await completeTask(desk, actor, taskId);
    const { taskCompleted } = words(view.locale);
    return { kind: 'card', card: await showLead(context, lead), toast: taskCompleted, changed: leadId, shows: leadId };
  },
};
