/** Everything the lead service refuses for a reason of business. Identical in URL, log, card and test. */
export const LEAD_ERROR_CODES = [
  'invalid-input',
  'lead-not-found',
  'timeline-item-not-found',
  'record-not-found',
  'not-permitted',
  'lead-changed',
  'lead-closed',
  'lead-open',
  'lead-has-opportunity',
  'duplicate-lead',
  'duplicate-customer',
  'attachment-refused',
  'store-unavailable',
] as const;
export type LeadErrorCode = (typeof LEAD_ERROR_CODES)[number];

/** What is wrong with one field; the words for it are chosen where they are shown. */
export type FieldProblem = { field: string } & (
  | { rule: 'required' | 'unknown-field' | 'not-text' | 'not-a-number' | 'not-yes-or-no' | 'not-a-date' }
  | { rule: 'not-an-email' | 'not-a-currency' | 'not-an-id' | 'not-a-web-address' | 'not-a-time' }
  | { rule: 'too-long' | 'too-small' | 'too-large' | 'too-many'; limit: string }
  | { rule: 'not-an-amount'; example: string }
  | { rule: 'not-an-option'; options: readonly string[] }
  | { rule: 'no-column' | 'not-yours-to-give' | 'not-unique' }
  | { rule: 'file-empty' | 'file-too-large' | 'file-type-not-allowed' }
  | { rule: 'needs-company' | 'needs-customer' | 'before-start' | 'not-sent' | 'malformed' | 'quote-not-closed' }
);

/** A refusal. `fields` says which inputs to mend when the code is `invalid-input`. */
export class LeadError extends Error {
  readonly code: LeadErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: LeadErrorCode, fields: readonly FieldProblem[] = [], cause?: unknown) {
    super(fields.length ? `${code}: ${fields.map((f) => `${f.field} ${f.rule}`).join(', ')}` : code, { cause });
    this.name = 'LeadError';
    this.code = code;
    this.fields = fields;
  }
}
