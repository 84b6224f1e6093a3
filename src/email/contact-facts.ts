import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { countryName } from './country.ts';
import type { MailContext } from './draft-lead.ts';
import type { Fact, Facts } from './fact.ts';
import { homeOfForm } from './legal-forms.ts';
import type { MailLine } from './mail-line.ts';
import { noiseOf } from './mail-noise.ts';
import { phoneKind } from './phone-labels.ts';
import { type FoundPhone, phonesIn } from './phone-numbers.ts';
import { ANYWHERE, allRegions, type Regions } from './phone-regions.ts';
import { fold, words } from './plain-value.ts';
import { addressCountries, type PostalFacts, postalFacts } from './postal-address.ts';
import { looksLikeTitle } from './title-words.ts';
import { websiteIn } from './website.ts';

// Numbers at which one reaches somebody else.
const SOMEONE_ELSE =
  /\b(?:hotline|support|helpdesk|service desk|emergency|notfall|urgence|emergencia|emergenza|switchboard|zentrale|standard|centralino|centralita|sekretariat|secretariat|assistant|assistentin|accueil|reception|vaihde|vaxel|hovednummer|centrala|toll free|front desk|legal dept)\b/;

const LABELLED_NUMBER = /\b(?:tel|fax|fon|phone|mob|cel|gsm)\p{L}{0,8}[.:]{0,2}\s?[\d(+][\d ()./+-]{5,20}/giu;

/** Phones, web site and address from the lines of a signature; the source of each is its line, counted from 1. */
export function contactFacts(
  lines: readonly MailLine[],
  about: {
    /** Words of the author's name, folded. */
    name: readonly string[];
    domain: string | undefined;
    language: string | undefined;
    regions: Regions;
    context: MailContext;
  },
): Facts {
  const regions = regionsOf(lines, about.regions);
  const facts: Facts = phoneFacts(lines, about.name, regions);
  const likely = likelyCountries(facts, allRegions(regions));
  for (const [i, line] of lines.entries()) {
    const source = { from: 'signature', line: i + 1 } as const;
    const site = websiteIn(line, about.domain, about.context);
    if (site) facts.website ??= { value: site, source, sure: 0.9 };
    if (!mayTellPlace(line)) continue;
    keepAddress(facts, postalFacts(withoutPhones(line.text, about.regions), likely), source);
  }
  return facts;
}

type SignedPhone = { phone: FoundPhone; line: number; other: boolean };

function phoneFacts(lines: readonly MailLine[], name: readonly string[], regions: Regions): Facts {
  // What one number says about where they are holds for the others.
  const dialled = phonesOf(lines, regions).flatMap(({ phone }) => phone.country ?? []);
  const found = phonesOf(lines, { ...regions, sure: [...regions.sure, ...dialled] });
  const callable = found.filter(({ phone }) => phone.kind !== 'fax').sort((a, b) => Number(a.other) - Number(b.other));
  // Where two people sign, each has their numbers below their name.
  const named = lines.findIndex(({ text }) => isNamed(text, name));
  const below = callable.filter(({ line }) => line > named);
  const usable = below.length > 0 ? below : callable;
  const mobile =
    usable.find(({ phone }) => phone.kind === 'mobile' && phone.label === 'mobile') ??
    usable.find(({ phone }) => phone.kind === 'mobile');
  const office = usable.find(
    (each) => each !== mobile && (each.phone.kind === 'office' || each.phone.label === 'office'),
  );
  const fact = (each: SignedPhone): Fact => ({
    value: each.phone.written,
    source: { from: 'signature', line: each.line },
    sure: each.other ? 0.5 : each.phone.label ? 0.95 : 0.8,
  });
  return { ...(office ? { businessPhone: fact(office) } : {}), ...(mobile ? { mobilePhone: fact(mobile) } : {}) };
}

function phonesOf(lines: readonly MailLine[], regions: Regions): SignedPhone[] {
  return lines.flatMap(({ text }, i) => {
    if (noiseOf(text) === 'legal') return [];
    const above = lines[i - 1]?.text ?? '';
    const labelled = isPhoneLabel(above) ? `${above} ${text}` : text;
    return phonesIn(labelled, regions).map((phone) => ({ phone, line: i + 1, other: SOMEONE_ELSE.test(fold(text)) }));
  });
}

/** "Fax" in a line or a cell of its own. */
function isPhoneLabel(text: string): boolean {
  const all = words(text);
  return (
    phoneKind(all[0] ?? '') !== undefined && all.every((word) => phoneKind(word) || /^(?:no|nr|number)$/.test(word))
  );
}

function isNamed(text: string, name: readonly string[]): boolean {
  const all = words(text);
  return name.length > 1 && !text.includes('@') && name.every((word) => all.includes(word));
}

/** Addresses and legal forms say where the numbers beside them are from, better than the mail's language does. */
function regionsOf(lines: readonly MailLine[], { sure, likely }: Regions): Regions {
  const places = lines
    .filter(mayTellPlace)
    .map((line) => addressCountries(withoutPhones(line.text, ANYWHERE), likely).filter(isCountry));
  const named = places.flatMap((countries) => (countries.length === 1 ? countries : []));
  return {
    sure: [...named, ...formCountries(lines, [...sure, ...likely]), ...sure],
    likely: places.find((countries) => countries.length > 1) ?? likely,
  };
}

/** "Sales Director, Germany and Austria" tells whom somebody serves, not where they are. */
function mayTellPlace({ text }: MailLine): boolean {
  return !noiseOf(text) && !(looksLikeTitle(text) && !/\d/.test(text));
}

function isCountry(code: string): code is CountryCode {
  return isSupportedCountry(code);
}

/** A legal form counts among the countries of the mail's language, or when that is not known. */
function formCountries(lines: readonly MailLine[], regions: readonly CountryCode[]): CountryCode[] {
  return lines
    .flatMap((line) => (noiseOf(line.text) ? [] : (homeOfForm(line.text.slice(0, 200)) ?? [])))
    .filter(isCountry)
    .filter((code) => regions.includes(code) || regions[0] === 'US');
}

/** Parts of telephone numbers look like postal codes. */
function withoutPhones(text: string, regions: Regions): string {
  let rest = text.slice(0, 400).replace(LABELLED_NUMBER, ' ');
  for (const { start, end } of phonesIn(rest, regions).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest;
}

function likelyCountries(facts: Facts, regions: readonly CountryCode[]): string[] {
  const dialled = [facts.businessPhone, facts.mobilePhone].map(
    (fact) => fact && phonesIn(fact.value, ANYWHERE)[0]?.country,
  );
  return [...dialled.filter((code) => code !== undefined), ...regions];
}

/** Keeps what an address line tells; an address in two lines is put together. */
export function keepAddress(facts: Facts, told: PostalFacts, source: Fact['source']): void {
  if (told.country) facts.country ??= { value: countryName(told.country), source, sure: 0.9 };
  if (told.postalCode) facts.postalCode ??= { value: told.postalCode, source, sure: 0.85 };
  if (told.city) facts.city ??= { value: told.city, source, sure: 0.75 };
  if (told.state) facts.stateOrProvince ??= { value: told.state, source, sure: 0.8 };
  if (told.street) facts.street ??= { value: told.street, source, sure: 0.7 };
}
