import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { countryName } from './country.ts';
import type { MailContext } from './draft-lead.ts';
import type { Fact, Facts } from './fact.ts';
import { homeOfForm } from './legal-forms.ts';
import type { MailLine } from './mail-line.ts';
import { noiseOf } from './mail-noise.ts';
import { type FoundPhone, phonesIn, writtenPhone } from './phone-numbers.ts';
import { fold } from './plain-value.ts';
import { type PostalFacts, postalFacts } from './postal-address.ts';
import { websiteIn } from './website.ts';

// Numbers at which one reaches somebody else.
const SOMEONE_ELSE =
  /\b(?:hotline|support|helpdesk|service desk|emergency|notfall|urgence|emergencia|emergenza|switchboard|zentrale|standard|centralino|centralita|sekretariat|secretariat|assistant|assistentin|accueil|reception|vaihde|vaxel|hovednummer|centrala|toll free|front desk|legal dept)\b/;

const LABELLED_NUMBER = /\b(?:tel|fax|fon|phone|mob|cel|gsm)\p{L}{0,8}[.:]{0,2}\s?[\d(+][\d ()./+-]{5,20}/giu;

/** Phones, web site and address from the lines of a signature; the source of each is its line, counted from 1. */
export function contactFacts(
  lines: readonly MailLine[],
  about: {
    domain: string | undefined;
    language: string | undefined;
    regions: readonly CountryCode[];
    context: MailContext;
  },
): Facts {
  const regions = [...new Set([...addressCountries(lines), ...formCountries(lines, about.regions), ...about.regions])];
  const facts: Facts = phoneFacts(lines, regions);
  const likely = likelyCountries(facts, regions);
  for (const [i, line] of lines.entries()) {
    const source = { from: 'signature', line: i + 1 } as const;
    const site = websiteIn(line, about.domain, about.context);
    if (site) facts.website ??= { value: site, source, sure: 0.9 };
    if (noiseOf(line.text)) continue;
    keepAddress(facts, postalFacts(withoutPhones(line.text, about.regions), likely), source);
  }
  return facts;
}

function phoneFacts(lines: readonly MailLine[], regions: readonly CountryCode[]): Facts {
  const found = lines.flatMap((line, i) =>
    noiseOf(line.text) === 'legal'
      ? []
      : phonesIn(line.text, regions).map((phone) => ({
          phone,
          line: i + 1,
          other: SOMEONE_ELSE.test(fold(line.text)),
        })),
  );
  const usable = found.filter(({ phone }) => phone.kind !== 'fax').sort((a, b) => Number(a.other) - Number(b.other));
  const mobile =
    usable.find(({ phone }) => phone.kind === 'mobile' && phone.label === 'mobile') ??
    usable.find(({ phone }) => phone.kind === 'mobile');
  const office = usable.find(
    (each) => each !== mobile && (each.phone.kind === 'office' || each.phone.label === 'office'),
  );
  const fact = (each: { phone: FoundPhone; line: number; other: boolean }): Fact => ({
    value: writtenPhone(each.phone.number),
    source: { from: 'signature', line: each.line },
    sure: each.other ? 0.5 : each.phone.label ? 0.95 : 0.8,
  });
  return { ...(office ? { businessPhone: fact(office) } : {}), ...(mobile ? { mobilePhone: fact(mobile) } : {}) };
}

/** Countries that addresses name by themselves: numbers without a country code are most likely from there. */
function addressCountries(lines: readonly MailLine[]): CountryCode[] {
  return lines
    .filter((line) => !noiseOf(line.text))
    .map((line) => postalFacts(withoutPhones(line.text, []), []).country)
    .filter((code): code is CountryCode => code !== undefined && isSupportedCountry(code));
}

/** A legal form counts among the countries of the mail's language, or when that is not known. */
function formCountries(lines: readonly MailLine[], regions: readonly CountryCode[]): CountryCode[] {
  const homes = lines.map((line) => (noiseOf(line.text) ? undefined : homeOfForm(line.text.slice(0, 200))));
  return homes.filter(
    (code): code is CountryCode => code !== undefined && (regions.includes(code as CountryCode) || regions[0] === 'US'),
  );
}

/** Parts of telephone numbers look like postal codes. */
function withoutPhones(text: string, regions: readonly CountryCode[]): string {
  let rest = text.slice(0, 400).replace(LABELLED_NUMBER, ' ');
  for (const { start, end } of phonesIn(rest, regions).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest;
}

function likelyCountries(facts: Facts, regions: readonly CountryCode[]): string[] {
  const dialled = [facts.businessPhone, facts.mobilePhone].map(
    (fact) => fact && phonesIn(fact.value, [])[0]?.number.country,
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
