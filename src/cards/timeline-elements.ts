import { shorten } from '../leads/text.ts';
import type { TimelineItem } from '../leads/timeline.ts';
import { optionLabel, words } from '../words/words.ts';
import type { Element, RichTextBlock } from './card.ts';
import { execute, run, said } from './elements.ts';
import { loggedFilesRuns } from './mail-files.ts';
import { showTime } from './show-values.ts';
import type { View } from './view.ts';

/** Timeline entries: one line for who, what and when, one for the text; an open task can be completed in place. */
export function timelineElements(view: View, items: readonly TimelineItem[], mayComplete: boolean): Element[] {
  const w = words(view.locale);
  if (!items.length) return [said(w.noEntries, { isSubtle: true })];
  return items.map((item) => {
    const entry = entryText(view, item);
    if (item.kind !== 'task' || item.status !== 'open' || !mayComplete) return entry;
    const complete = execute(w.complete, 'task.complete', { leadId: item.leadId, taskId: item.id }, { inputs: 'none' });
    return {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'stretch', items: [entry] },
        { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [complete] }] },
      ],
    };
  });
}

function entryText(view: View, item: TimelineItem): RichTextBlock {
  const told = [item.subject, item.text].filter(Boolean).join(' – ').replace(/\s+/g, ' ');
  const text = item.kind === 'event' ? '' : shorten(told, 160);
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [
      run(whatAndWho(view, item), { weight: 'Bolder' }),
      run(`  ${showTime(view, item.occurredAt ?? item.createdAt)}`, { isSubtle: true }),
      ...(text ? [run(`\n${text}`)] : []),
      ...(item.kind === 'email' ? loggedFilesRuns(view, item) : []),
    ],
  };
}

function whatAndWho(view: View, item: TimelineItem): string {
  const w = words(view.locale);
  switch (item.kind) {
    case 'event': {
      const reason = item.event === 'disqualified' ? ` (${optionLabel(w, item.reason)})` : '';
      return `${item.createdBy.name} ${w.event[item.event]}${reason}`;
    }
    case 'email':
      return `${w.kind.email}: ${item.from.name || item.from.address}`;
    case 'phone-call': {
      const minutes = item.durationMinutes === null ? '' : `, ${item.durationMinutes} ${w.minutes}`;
      return `${w.kind['phone-call']}: ${w.direction[item.direction]}${minutes}, ${item.createdBy.name}`;
    }
    case 'task': {
      const due = item.dueAt ? `, ${w.due} ${showTime(view, item.dueAt)}` : '';
      return `${w.kind.task} (${w.taskStatus[item.status]}${due}): ${item.createdBy.name}`;
    }
    case 'appointment':
      return `${w.kind.appointment}: ${showTime(view, item.startAt)}${item.location ? `, ${item.location}` : ''}`;
    case 'note':
      return `${w.kind.note}: ${item.createdBy.name}`;
  }
}
