import { fullName, type Lead } from '../../leads/lead.ts';
import { leadWords, wordsOf } from '../../leads/search-words.ts';
import { foldText } from '../../leads/text.ts';
import { type TimelineItem, timelineMoment } from '../../leads/timeline.ts';
import type { LeadRow, TimelineRow } from './schema.ts';

/** A lead as its row, without what the database counts and what its notes add. */
export function toLeadRow(lead: Lead): Omit<LeadRow, 'seq' | 'noteWords'> {
  return { ...plainColumns(lead), ...wordColumns(lead), lead: JSON.stringify(lead) };
}

/** The columns of a lead's row in which it differs from the version before. */
export function changedColumns(before: Lead, after: Lead): [column: string, value: unknown][] {
  const was: Record<string, unknown> = plainColumns(before);
  const plain = Object.entries(plainColumns(after)).filter(([column, value]) => was[column] !== value);
  const words = WORDED.some((field) => before[field] !== after[field]) ? Object.entries(wordColumns(after)) : [];
  return [...plain, ...words, ['lead', JSON.stringify(after)]];
}

function plainColumns(lead: Lead) {
  const { id, version, status, source, rating, industry, ownerId, currency, createdAt, modifiedAt } = lead;
  return {
    ...{ id, version, status, source, rating, industry, ownerId, currency, createdAt, modifiedAt },
    // A decimal string of the currency's own decimals: without its point it is a whole number of them.
    estimatedMinorUnits: lead.estimatedValue === null ? null : Number(lead.estimatedValue.replace('.', '')),
  };
}

/** What the columns of words are made of. */
const WORDED = ['firstName', 'lastName', 'companyName', 'email', 'topic', 'businessPhone', 'mobilePhone'] as const;

function wordColumns(lead: Lead) {
  return {
    nameKey: foldText(fullName(lead)),
    companyKey: foldText(lead.companyName ?? ''),
    topicKey: foldText(lead.topic),
    fieldWords: leadWords(lead),
  };
}

export function fromLeadRow({ lead }: Pick<LeadRow, 'lead'>): Lead {
  return JSON.parse(lead);
}

/** The words an entry adds to its lead's search: those of notes, which people write to find them again. */
export function noteWords(items: readonly TimelineItem[]): string {
  return items.flatMap((item) => (item.kind === 'note' ? wordsOf(item.text) : [])).join(' ');
}

export function toTimelineRow(item: TimelineItem): TimelineRow {
  const mail = item.kind === 'email' ? item : undefined;
  return {
    id: item.id,
    leadId: item.leadId,
    kind: item.kind,
    happenedAt: timelineMoment(item),
    createdById: item.createdBy.id,
    messageKey: mail?.messageKey ?? null,
    conversationId: mail?.conversationId ?? null,
    item: JSON.stringify(item),
  };
}

export function fromTimelineRow({ item }: Pick<TimelineRow, 'item'>): TimelineItem {
  return JSON.parse(item);
}
