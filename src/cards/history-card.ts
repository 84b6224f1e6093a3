import type { AuditEntry, FieldChange } from '../leads/audit.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import { shorten } from '../leads/text.ts';
import { triedInWords } from '../words/tried.ts';
import { words } from '../words/words.ts';
import type { Card, Element } from './card.ts';
import { card, execute, heading, run, said } from './elements.ts';
import { showTime } from './show-values.ts';
import type { View } from './view.ts';

const MOST_FIELDS = 8;
const LONGEST_VALUE = 60;

/** Fields that go by another name on cards. */
const NAMES: Record<string, string> = { ownerName: 'owner', statusReason: 'reason' };

/** Ids and lists of people are for machines: the API tells them; beside an id stands the name it is for. */
function isReadable({ field, old, new: value }: FieldChange): boolean {
  return !/Id$/.test(field) && typeof (value ?? old) !== 'object';
}

/** doNotEmail → Do not email */
function spelledOut(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

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
        run(`${by.name}: ${w.audit[action]}`, { weight: 'Bolder' }),
        run(`  ${showTime(view, at)}, ${w.surface[surface]}`, { isSubtle: true }),
        ...changes.slice(0, MOST_FIELDS).map((change) => run(`\n${changeText(change)}`)),
        ...(left > 0 ? [run(`\n${w.andMore(left)}`, { isSubtle: true })] : []),
      ],
    };
  }

  function changeText({ field, old, new: value }: FieldChange): string {
    const labels: Record<string, string> = { ...w.fields, ...w.auditFields };
    const name = labels[NAMES[field] ?? field.replace('address.', '')] ?? spelledOut(field);
    if (field === 'tried') return `${name}: ${triedInWords(w, shown(value))}`;
    if (old === null) return `${name}: ${shown(value)}`;
    return `${name}: ${shown(old)} → ${shown(value)}`;
  }

  function shown(value: unknown): string {
    if (value === null) return '–';
    return shorten(String(value).replace(/\s+/g, ' '), LONGEST_VALUE);
  }
}
