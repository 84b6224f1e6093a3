import { type FieldProblem, LEAD_ERROR_CODES, LeadError } from '../leads/lead-error.ts';
import type { ManyOutcome } from './many-results-card.ts';

/** A lead of many that needs no answer any more: qualified, unless it was skipped or refused. */
export type Settled = { leadId: string; isSkipped?: true; error?: LeadError };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SKIPPED = 'skipped';
/** What can be wrong with one lead of many beside what the lead itself says. */
const FIELDS = ['createAccount', 'createContact', 'createOpportunity', 'accountId', 'contactId', 'currency'] as const;
const RULES = ['needs-company', 'needs-customer', 'not-an-id', 'not-a-currency', 'required'] as const;

/** How a button carries them: 'id', 'id=skipped', 'id=not-permitted', 'id=invalid-input=createAccount=needs-company'. */
export function settledText(outcomes: readonly ManyOutcome[]): string {
  return outcomes.map((outcome) => [outcome.leadId, ...resultOf(outcome)].join('=')).join(' ');
}

function resultOf(outcome: ManyOutcome): string[] {
  if (outcome.kind === 'skipped') return [SKIPPED];
  if (outcome.kind !== 'refused') return [];
  const { code, fields } = outcome.error;
  return [code, ...fields.slice(0, 1).flatMap(({ field, rule }) => [field, rule])];
}

/** What `settledText` wrote. Anything else was made up and is left out. */
export function readSettled(text: string): Settled[] {
  return text.split(' ').flatMap((one): Settled[] => {
    const [leadId = '', result, field, rule] = one.split('=');
    if (!UUID.test(leadId)) return [];
    if (!result) return [{ leadId }];
    if (result === SKIPPED) return [{ leadId, isSkipped: true }];
    const code = LEAD_ERROR_CODES.find((known) => known === result);
    return code ? [{ leadId, error: new LeadError(code, problemOf(field, rule)) }] : [];
  });
}

function problemOf(field: string | undefined, rule: string | undefined): FieldProblem[] {
  const known = RULES.find((one) => one === rule);
  const name = FIELDS.find((one) => one === field);
  return known && name ? [{ field: name, rule: known }] : [];
}
