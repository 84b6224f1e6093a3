import type { AuditEntry } from '../leads/audit.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import { shorten } from '../leads/text.ts';
import { changeInWords, isReadable } from '../words/changes.ts';
import { words } from '../words/words.ts';
import type { Card, Element } from './card.ts';
import { card, execute, heading, run, said } from './elements.ts';
import { showTime } from './show-values.ts';
import type { View } from './view.ts';

const MOST_FIELDS = 8;
const LONGEST_VALUE = 60;

/** A page of a lead's audit trail, newest first: who did what, when and from where, with every old and new value. */
export function historyCard(view: View, lead: Lead, entries: readonly AuditEntry[], next: string | null): Card {
  const w = words(view.locale);
  const leadId = lead.id;
  const body: Element[] = [heading(w.history), said(fullName(lead), { isSubtle: true }), ...entries.map(entryOf)];
  const older = next ? [execute(w.nextPage, 'lead.history', { leadId, cursor: next })] : [];
  return card(view, `${w.history}: ${fullName(lead)}`, body, [
    ...older,
    execute(w.backToLead, 'lead.show', { leadId }),
  ]);

  function entryOf({ at, by, surface, action, changes: all }: AuditEntry): Element {
    const changes = all.filter(isReadable);
    const left = changes.length - MOST_FIELDS;
    return {
      type: 'RichTextBlock',
      spacing: 'Medium',
      inlines: [
        run(`${by.name} ${w.audit[action]}`, { weight: 'Bolder' }),
        run(`  ${showTime(view, at)}, ${w.surface[surface]}`, { isSubtle: true }),
        ...changes.slice(0, MOST_FIELDS).map((change) => run(`\n${changeInWords(w, change, brief)}`)),
        ...(left > 0 ? [run(`\n${w.andMore(left)}`, { isSubtle: true })] : []),
      ],
    };
  }
}

/** On one line of a card. */
function brief(text: string): string {
  return shorten(text.replace(/\s+/g, ' '), LONGEST_VALUE);
}
