import { cellValue } from './cell-value.ts';
import type { Column, ColumnField } from './columns.ts';

/** What a row says of a lead, as the lead's own rules will check it, and who is to own it. */
export function rowDraft(columns: readonly Column[], cells: readonly string[]): { draft: object; owner?: string } {
  const values = new Map<ColumnField, unknown>();
  const currency = cells[columns.findIndex(({ field }) => field === 'currency')]?.trim().toUpperCase();
  columns.forEach(({ field }, nth) => {
    const value = field && cellValue(field, cells[nth] ?? '', currency);
    if (field && value !== undefined) values.set(field, value);
  });
  const owner = values.get('owner');
  const fullName = values.get('fullName');
  const draft: Record<string, unknown> = {};
  const address: Record<string, unknown> = {};
  if (typeof fullName === 'string' && !values.has('lastName')) Object.assign(draft, splitName(fullName));
  for (const [field, value] of values) {
    if (field === 'owner' || field === 'fullName') continue;
    if (field.startsWith('address.')) address[field.slice('address.'.length)] = value;
    else draft[field] = value;
  }
  if (Object.keys(address).length) draft.address = address;
  return { draft, ...(typeof owner === 'string' && { owner }) };
}

/** `Jane Doe` and `Doe, Jane`; a single word is a last name. */
function splitName(name: string): { firstName?: string; lastName: string } {
  const [last = '', first] = name.split(',').map((part) => part.trim());
  if (first) return { firstName: first, lastName: last };
  const words = last.split(/\s+/);
  const lastName = words.pop() ?? '';
  return words.length ? { firstName: words.join(' '), lastName } : { lastName };
}
