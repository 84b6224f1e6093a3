import type { FieldSource } from '../leads/provenance.ts';
import { keepAddress } from './contact-facts.ts';
import type { ContactForm, FormEntry } from './contact-form.ts';
import { countryCode, countryName } from './country.ts';
import type { MailContext } from './draft-lead.ts';
import type { Facts } from './fact.ts';
import type { FormField } from './form-labels.ts';
import { homeOf, isOwnAddress } from './mail-domain.ts';
import { phonesIn } from './phone-numbers.ts';
import { allRegions, phoneRegions } from './phone-regions.ts';
import { plainLine } from './plain-value.ts';
import { postalFacts } from './postal-address.ts';
import { splitName } from './split-name.ts';
import { topicOf } from './topic.ts';
import { websiteIn } from './website.ts';

const EMAIL = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;:[\]]{1,190}/;
const SURE = 0.95;

/** The submitter's address, which a form tells and the header of its mail does not. */
export function formAddress(entries: readonly FormEntry[], context: MailContext): string | undefined {
  const found = entries
    .filter(({ field }) => field === 'email' || field === 'name')
    .map(({ value }) => EMAIL.exec(value.replace(/^mailto:/i, ''))?.[0].replace(/[.>]+$/, ''));
  return found.find((address) => address !== undefined && !isOwnAddress(address, context));
}

/** What a contact form says about the person who sent it. */
export function formFacts({ entries, above }: ContactForm, language: string | undefined, context: MailContext): Facts {
  const facts: Facts = {};
  const address = formAddress(entries, context);
  const emailEntry = entries.find(
    ({ field, value }) => (field === 'email' || field === 'name') && address !== undefined && value.includes(address),
  );
  if (address && emailEntry) facts.email = { value: address, source: sourceOf(emailEntry), sure: SURE };
  nameFacts(facts, entries, address ?? '', language);
  plainFact(facts, entries, 'company', 'companyName');
  plainFact(facts, entries, 'title', 'jobTitle');
  const home = homeOf(address ?? '');
  addressFacts(facts, entries, allRegions(phoneRegions(language, [home])));
  phoneFacts(facts, entries, language, home);
  const site = first(entries, 'website');
  const url =
    site &&
    websiteIn(
      { text: site.value, quote: 0, links: [] },
      site.value
        .toLowerCase()
        .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
        .split('/')[0],
      context,
    );
  if (site && url) facts.website = { value: url, source: sourceOf(site), sure: SURE };
  const subject = first(entries, 'subject');
  const topic = subject && topicOf(subject.value);
  if (subject && topic) facts.topic = { value: topic, source: sourceOf(subject), sure: SURE };
  const message = entries
    .filter(({ field, value }) => field === 'message' && value)
    .sort((a, b) => b.value.length - a.value.length)[0];
  if (message) facts.description = { value: message.value, source: sourceOf(message), sure: SURE };
  else if (above) facts.description = { value: above, source: { from: 'body' }, sure: 0.8 };
  return facts;
}

function first(entries: readonly FormEntry[], field: FormField): FormEntry | undefined {
  return entries.find((entry) => entry.field === field && /[\p{L}\p{N}]/u.test(entry.value));
}

function sourceOf({ label }: FormEntry): FieldSource {
  return { from: 'form', label };
}

function plainFact(facts: Facts, entries: readonly FormEntry[], from: FormField, to: 'companyName' | 'jobTitle'): void {
  const entry = first(entries, from);
  const value = plainLine(entry?.value.split('\n')[0] ?? '');
  if (entry && value && !/^(?:n\/?a|none|keine?|privat|private|-+|no|aucune|ninguna)$/i.test(value))
    facts[to] = { value, source: sourceOf(entry), sure: SURE };
}

function nameFacts(facts: Facts, entries: readonly FormEntry[], address: string, language: string | undefined): void {
  const whole = first(entries, 'name');
  // "Nom" beside "Prénom" is the last name, "Nome" beside "Cognome" the first.
  const family = first(entries, 'lastName') ?? (first(entries, 'firstName') && whole);
  const given = first(entries, 'firstName') ?? (first(entries, 'lastName') && whole);
  if (family && given) {
    const firstName = wellCased(given.value);
    if (firstName) facts.firstName = { value: firstName, source: sourceOf(given), sure: SURE };
    const lastName = plainLine(family.value);
    const hurried = lastName === lastName.toLowerCase() || lastName === lastName.toUpperCase();
    facts.lastName = { value: hurried ? wellCased(lastName) : lastName, source: sourceOf(family), sure: SURE };
    return;
  }
  const entry = whole ?? given ?? family;
  if (!entry) return;
  const turned =
    /^(?:cognome e nome|nom et pr|nom pr|nazwisko i|nev|氏名|姓名)/i.test(entry.label) &&
    entry.value.split(/\s+/).length === 2;
  const name = splitName(entry.value.split('\n')[0] ?? '', address, language);
  // "Nom et prénom: Martin Sophie" only counts as turned when nothing in the name itself says otherwise.
  const [one, two] =
    turned && !name.reliable && /^(?:cognome e|nazwisko i)/i.test(entry.label)
      ? [name.last, name.first]
      : [name.first, name.last];
  if (one) facts.firstName = { value: one, source: sourceOf(entry), sure: 0.9 };
  if (two) facts.lastName = { value: two, source: sourceOf(entry), sure: 0.9 };
}

function wellCased(name: string): string {
  const { first, last } = splitName(name, '');
  return [first, last].filter(Boolean).join(' ');
}

function addressFacts(facts: Facts, entries: readonly FormEntry[], likely: readonly string[]): void {
  const country = first(entries, 'country');
  const code =
    country && (countryCode(country.value) ?? (/^[A-Z]{2}$/.test(country.value) ? country.value : undefined));
  if (country && code) facts.country = { value: countryName(code), source: sourceOf(country), sure: SURE };
  for (const field of ['address', 'city', 'street'] as const) {
    const entry = first(entries, field);
    for (const line of entry?.value.split('\n') ?? [])
      if (entry) keepAddress(facts, postalFacts(line, code ? [code] : likely), sourceOf(entry));
  }
  for (const [from, to] of [
    ['street', 'street'],
    ['city', 'city'],
    ['state', 'stateOrProvince'],
    ['postalCode', 'postalCode'],
  ] as const) {
    const entry = first(entries, from);
    const value = plainLine(entry?.value.split('\n')[0] ?? '');
    if (entry && value && !(to === 'city' && /\d|\//.test(value)))
      facts[to] = { value, source: sourceOf(entry), sure: SURE };
  }
}

function phoneFacts(
  facts: Facts,
  entries: readonly FormEntry[],
  language: string | undefined,
  home: string | undefined,
): void {
  const country = facts.country?.value;
  const regions = phoneRegions(language, [country ? countryCode(country) : undefined, home]);
  for (const entry of entries) {
    if (entry.field !== 'phone' && entry.field !== 'mobile') continue;
    const text = entry.value.split('\n')[0] ?? '';
    const found = phonesIn(
      `${entry.field === 'mobile' ? 'mobile' : 'tel'}: ${text.replace(/^[^\d+(]{0,30}/, '')}`,
      regions,
    )[0];
    if (!found) continue;
    const field = entry.field === 'mobile' || found.kind === 'mobile' ? 'mobilePhone' : 'businessPhone';
    facts[field] ??= { value: found.written, source: sourceOf(entry), sure: SURE };
  }
}
