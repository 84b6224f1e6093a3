import type { FieldChange } from '../leads/audit.ts';
import type { CreatedVia } from '../leads/option-sets.ts';
import type { Words } from './en.ts';
import { triedInWords } from './tried.ts';

/** Fields that go by another name where people read. */
const NAMES: Record<string, string> = { ownerName: 'owner', statusReason: 'reason' };
const OPTIONS =
  /^(source|rating|industry|statusReason|preferredContactMethod|purchaseTimeframe|purchaseProcess|budgetStatus|need)$/;

/** Ids and lists of people are for machines: the API tells them; beside an id stands the name it is for. */
export function isReadable({ field, old, new: value }: FieldChange): boolean {
  return !/Id$/.test(field) && typeof (value ?? old) !== 'object';
}

/** A change of one field as a reader of an audit trail knows it: by the labels of forms; `shorten` is for long texts. */
export function changeInWords(
  words: Words,
  { field, old, new: value }: FieldChange,
  shorten = (text: string) => text,
): string {
  const labels: Record<string, string> = { ...words.fields, ...words.auditFields };
  const name = labels[NAMES[field] ?? field.replace('address.', '')] ?? spelledOut(field);
  const from = old === null ? '' : `${shown(old)} → `;
  return `${name}: ${from}${shown(value)}`;

  function shown(given: unknown): string {
    if (given === null) return '–';
    if (typeof given === 'boolean') return given ? '✓' : '✗';
    const text = String(given);
    if (field === 'tried') return triedInWords(words, text);
    if (field === 'createdVia') return words.createdVia[text as CreatedVia] ?? text;
    if (field === 'status') return (words.status as Record<string, string>)[text] ?? text;
    return OPTIONS.test(field) ? (words.options[text] ?? words.otherOption(text)) : shorten(text);
  }
}

/** doNotEmail → Do not email */
function spelledOut(field: string): string {
  const text = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
