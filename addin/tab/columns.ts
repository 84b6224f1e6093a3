import type { LeadSort } from '../../src/leads/lead-query.ts';
import { t, w } from './tab-words.ts';

export type Column = {
  name:
    | 'select'
    | 'name'
    | 'company'
    | 'topic'
    | 'status'
    | 'rating'
    | 'source'
    | 'owner'
    | 'value'
    | 'created'
    | 'modified';
  title(): string;
  /** What the table can be sorted by from here, first the order that is asked for first. */
  sorts?: readonly [LeadSort, LeadSort];
};

const SELECT: Column = { name: 'select', title: () => t.select };
const REST: readonly Column[] = [
  { name: 'name', title: () => t.name, sorts: ['name', '-name'] },
  { name: 'company', title: () => w.fields.companyName, sorts: ['company', '-company'] },
  { name: 'topic', title: () => w.fields.topic },
  { name: 'status', title: () => t.status },
  { name: 'rating', title: () => w.fields.rating },
  { name: 'source', title: () => w.fields.source },
  { name: 'owner', title: () => w.fields.owner },
  { name: 'value', title: () => w.fields.estimatedValue },
  { name: 'created', title: () => w.fields.created, sorts: ['-created', 'created'] },
  { name: 'modified', title: () => t.modified, sorts: ['-modified', 'modified'] },
];

const ALL: readonly Column[] = [SELECT, ...REST];

/** The columns of the table, always the same lists; the first column only for whoever may do something to many leads. */
export function columns(selectable: boolean): readonly Column[] {
  return selectable ? ALL : REST;
}
