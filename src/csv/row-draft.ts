import { cellValue } from './cell-value.ts';
import { type Column, type ColumnField, plain } from './columns.ts';

/** Takes a person's name apart. */
export type SplitName = (name: string, address: string) => { first?: string; last?: string };

/** What a row says of a lead, as the lead's own rules will check it, and who is to own it. */
export function rowDraft(
  columns: readonly Column[],
  cells: readonly string[],
  splitName: SplitName,
): { draft: object; owner?: string } {
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
  if (typeof fullName === 'string' && !values.has('lastName')) {
    const names = namesIn(fullName, splitName);
    const has = (wanted: ColumnField) => columns.some(({ field }) => field === wanted);
    const repeats = !names.firstName || plain(names.firstName) === plain(String(values.get('firstName') ?? ''));
    // Beside a column of first names, and no other of last names, it holds the last ones.
    if (has('firstName') && !has('lastName')) draft.lastName = repeats ? names.lastName : fullName;
    else Object.assign(draft, names);
  }
  for (const [field, value] of values) {
    if (field === 'owner' || field === 'fullName') continue;
    if (field.startsWith('address.')) address[field.slice('address.'.length)] = value;
    else draft[field] = value;
  }
  if (Object.keys(address).length) draft.address = address;
  return { draft, ...(typeof owner === 'string' && { owner }) };
}

/** `Jane Doe` and `Doe, Jane`; a single word is a last name. */
function namesIn(name: string, splitName: SplitName): { firstName?: string; lastName: string } {
  const { first, last } = splitName(name.split(',').slice(0, 2).join(','), '');
  if (first && last) return { firstName: first, lastName: last };
  // Don and Ma are titles, too, but not where a single word would be left.
  const words = name.split(/\s+/).filter((word) => !word.endsWith('.'));
  const lastName = words.pop() ?? name;
  return words.length ? { firstName: words.join(' '), lastName } : { lastName: last ?? first ?? name };
}
