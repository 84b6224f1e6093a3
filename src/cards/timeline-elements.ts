import { shorten } from '../leads/text.ts';
import type { TimelineItem } from '../leads/timeline.ts';
import { optionLabel, words } from '../words/words.ts';
import type { Element } from './card.ts';
import { run, said } from './elements.ts';
import { showTime } from './show-values.ts';
import type { View } from './view.ts';

/** Timeline entries: one line for who, what and when, one for the text. */
export function timelineElements(view: View, items: readonly TimelineItem[]): Element[] {
  if (!items.length) return [said(words(view.locale).noEntries, { isSubtle: true })];
  return items.map((item) => {
    const text =
      item.kind === 'event'
        ? ''
        : shorten([item.subject, item.text].filter(Boolean).join(' – ').replace(/\s+/g, ' '), 160);
    return {
      type: 'RichTextBlock' as const,
      spacing: 'Small' as const,
      inlines: [
        run(whatAndWho(view, item), { weight: 'Bolder' }),
        run(`  ${showTime(view, item.occurredAt ?? item.createdAt)}`, { isSubtle: true }),
        ...(text ? [run(`\n${text}`)] : []),
      ],
    };
  });
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
    case 'note':
      return `${w.kind.note}: ${item.createdBy.name}`;
  }
}
