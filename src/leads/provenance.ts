/** The lead fields that can be read from a mail. */
export const DRAFT_FIELDS = [
  'topic',
  'firstName',
  'lastName',
  'jobTitle',
  'companyName',
  'businessPhone',
  'mobilePhone',
  'email',
  'website',
  'street',
  'city',
  'stateOrProvince',
  'postalCode',
  'country',
  'description',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** Where in a mail a value was found. `line` counts from 1 within the signature. */
export type FieldSource =
  | { from: 'header' | 'subject' | 'body' | 'forwarded-header' | 'phone-number' }
  | { from: 'signature'; line: number }
  | { from: 'form'; label: string }
  | { from: 'domain'; domain: string };

/** For every prefilled field where it came from, and how sure the reading is (0 to 1). */
export type Provenance = Partial<Record<DraftField, FieldSource & { sure: number }>>;

/** A lead as read from a mail; `''` never occurs, what the mail does not tell is missing. */
export type MailDraft = Partial<Record<DraftField, string>>;
