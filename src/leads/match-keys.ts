import { FREE_MAIL_DOMAINS } from './free-mail-domains.ts';
import type { LeadFields } from './lead-fields.ts';
import type { Account, Contact } from './records.ts';
import { nationalNumber, wordsOf } from './search-words.ts';

/** What two records have in common when they are likely the same; source: Dynamics 365's duplicate lead detection. */
export const DUPLICATE_REASONS = ['same-email', 'same-phone', 'same-name-and-company', 'same-name-and-domain'] as const;
/** Accounts are recognised by these, too. */
export const CUSTOMER_REASONS = [...DUPLICATE_REASONS, 'same-company', 'same-domain'] as const;
export type DuplicateReason = (typeof CUSTOMER_REASONS)[number];

type Person = Partial<
  Pick<LeadFields, 'firstName' | 'lastName' | 'companyName' | 'email' | 'businessPhone' | 'mobilePhone' | 'website'>
>;

const LEGAL_FORMS = new Set(
  'ab ag aps as asa bv co corp corporation gmbh inc incorporated kg kft limited llc lp ltd ltda mbh nv oy oyj plc pty sa sarl sas se sl spa srl sro'.split(
    ' ',
  ),
);
const SHORTEST_PHONE = 6;
const COMPARED_DIGITS = 9;

/** The key of a mail address, whatever its case. */
export function emailKey(address: string): string {
  return `email:${address.trim().toLowerCase()}`;
}

/** The key of a company's domain. */
export function domainKey(domain: string): string {
  return `domain:${domain}`;
}

/**
 * What a person and their company are recognised by, the key with the reason it stands for. A store keeps the keys of
 * every domain but those that every installation knows for private mailboxes; whoever asks it leaves out `freeMailDomains`,
 * too. So that setting holds for leads that are there already, from the moment it is made until it is taken back.
 */
export function personKeys(person: Person, freeMailDomains: readonly string[] = []): Map<string, DuplicateReason> {
  const { firstName, lastName, companyName, email, businessPhone, mobilePhone } = person;
  const keys = new Map<string, DuplicateReason>();
  if (email) keys.set(emailKey(email), 'same-email');
  for (const phone of [businessPhone, mobilePhone]) {
    // The last digits within the country: country code, trunk zero and formatting do not matter.
    const number = phone
      ? nationalNumber(phone.replace(/\s*(?:ext|x|;ext=)\.?\s*\d+$/i, '')).slice(-COMPARED_DIGITS)
      : '';
    if (number.length >= SHORTEST_PHONE) keys.set(`phone:${number}`, 'same-phone');
  }
  const name = firstName && lastName ? wordsOf(`${firstName} ${lastName}`).sort().join(' ') : '';
  const company = companyKey(companyName);
  const domain = companyDomain(email, freeMailDomains);
  if (name && company) keys.set(`name-company:${name}|${company}`, 'same-name-and-company');
  if (name && domain) keys.set(`name-domain:${name}|${domain}`, 'same-name-and-domain');
  return keys;
}

/** What a lead is found by: its person, and the company behind the mail address. */
export function leadKeys(lead: Person): Map<string, DuplicateReason> {
  const keys = personKeys(lead);
  const domain = companyDomain(lead.email);
  return domain ? keys.set(domainKey(domain), 'same-domain') : keys;
}

/** What a company is recognised by; `freeMailDomains` as for a person. */
export function accountKeys(
  account: Pick<Account, 'name' | 'email' | 'phone' | 'website'>,
  freeMailDomains: readonly string[] = [],
): Map<string, DuplicateReason> {
  const keys = new Map<string, DuplicateReason>();
  const company = companyKey(account.name);
  if (company) keys.set(`company:${company}`, 'same-company');
  for (const domain of [companyDomain(account.email, freeMailDomains), webDomain(account.website)]) {
    if (domain) keys.set(domainKey(domain), 'same-domain');
  }
  return keys;
}

/** What a contact is recognised by, with the account it belongs to; `freeMailDomains` as for a person. */
export function contactKeys(
  contact: Contact,
  account?: Pick<Account, 'name'>,
  freeMailDomains: readonly string[] = [],
): Map<string, DuplicateReason> {
  return personKeys({ ...contact, companyName: account?.name ?? null }, freeMailDomains);
}

function companyKey(name: string | null | undefined): string {
  const words = wordsOf(name ?? '');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/** The domain of a mail address, when it is a company's rather than a provider's of private mailboxes. */
export function companyDomain(
  email: string | null | undefined,
  freeMailDomains: readonly string[] = [],
): string | undefined {
  const domain = email?.split('@').at(-1)?.toLowerCase();
  return domain && !FREE_MAIL_DOMAINS.has(domain) && !freeMailDomains.includes(domain) ? domain : undefined;
}

function webDomain(website: string | null | undefined): string | undefined {
  return website
    ?.toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .split(/[/?#:]/)[0];
}
