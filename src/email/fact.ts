import type { DraftField, FieldSource, MailDraft, Provenance } from '../leads/provenance.ts';
import { shorten } from '../leads/text.ts';
import { plainLine, plainLines } from './plain-value.ts';

/** A value read from a mail, where it stood, and how sure the reading is. */
export type Fact = { value: string; source: FieldSource; sure: number };
export type Facts = Partial<Record<DraftField, Fact>>;

// Below this a guess costs the reader more time than an empty field.
const SURE_ENOUGH = 0.45;

/** What the lead form takes, see src/leads/lead-fields.ts. */
const LENGTHS: Record<DraftField, number> = {
  topic: 300,
  firstName: 50,
  lastName: 50,
  jobTitle: 100,
  companyName: 100,
  businessPhone: 50,
  mobilePhone: 50,
  email: 100,
  website: 200,
  street: 250,
  city: 80,
  stateOrProvince: 50,
  postalCode: 20,
  country: 80,
  description: 2000,
};
// A shortened address or number is a wrong one.
const WHOLE_OR_NOTHING: ReadonlySet<DraftField> = new Set([
  'email',
  'website',
  'businessPhone',
  'mobilePhone',
  'postalCode',
]);
const EMAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/;

const WEB_ADDRESS = /^(?:https?:\/\/)?[^\s/:@.<>"]+(?:\.[^\s/:@.<>"]+)+(?::\d+)?(?:[/?#][^\s<>"]*)?$/i;

/** The draft that a set of facts makes: safe, within the lengths of the form, without what is too unsure. */
export function toDraft(facts: Facts): { draft: MailDraft; provenance: Provenance } {
  const draft: MailDraft = {};
  const provenance: Provenance = {};
  for (const [field, fact] of Object.entries(facts) as [DraftField, Fact | undefined][]) {
    const value = fact && fact.sure >= SURE_ENOUGH ? fitting(field, fact.value) : undefined;
    if (!fact || value === undefined) continue;
    draft[field] = value;
    provenance[field] = { ...fact.source, sure: fact.sure };
  }
  return { draft, provenance };
}

function fitting(field: DraftField, raw: string): string | undefined {
  const value = field === 'description' ? plainLines(raw) : isPhone(field) ? raw.trim() : plainLine(raw);
  if (value === '') return undefined;
  if (field === 'email' && !EMAIL.test(value)) return undefined;
  if (field === 'website' && !WEB_ADDRESS.test(value)) return undefined;
  const max = LENGTHS[field];
  if (value.length <= max) return value;
  return WHOLE_OR_NOTHING.has(field) ? undefined : shorten(value, max);
}

function isPhone(field: DraftField): boolean {
  return field === 'businessPhone' || field === 'mobilePhone';
}

/** The facts of several readings; where two name the same field the earlier reading wins. */
export function mergeFacts(...readings: readonly Facts[]): Facts {
  const merged: Facts = {};
  for (const facts of readings)
    for (const field of Object.keys(facts) as DraftField[]) {
      const fact = facts[field];
      if (fact) merged[field] ??= fact;
    }
  return merged;
}
