import { countryCode, isAmbiguousCountry } from './country.ts';
import { words } from './plain-value.ts';
import { PREFIXED, PREFIXES, SHARED, TOWN_COUNTRIES, UNMISTAKABLE } from './postal-codes.ts';

/** What a line tells of a postal address. */
export type PostalFacts = {
  country?: string;
  postalCode?: string;
  city?: string;
  state?: string;
  street?: string;
};

const STREET =
  /(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|ufer|damm|ring|gatan|vägen|väg|vej|gade|veien|gata|gate|katu|tie|straat|laan|kade|plein|weg)\b[\s,]{0,3}\d|\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|dr\.|blvd\.?|boulevard|court|way|parkway|square|suite|unit|rue|rang|chemin|ch\.|place|quai|allée|impasse|route|calle|c\/|avda\.?|avenida|av\.|paseo|polígono|plaza|rua|travessa|alameda|rodovia|via|viale|corso|piazza|largo|strada|ul\.|al\.|aleja|ulice|náměstí|nám\.|cadde|caddesi|cad\.|sokak|sok\.|sk\.|mah\.|mahallesi|bulvarı|blv|osb|utca|út|rehov|רחוב|שדרות|丁目|番地)(?=[\s\d,.]|$)/iu;

/** What a line of a signature or a form tells of an address. `likely`: countries that the rest of the mail points to. */
export function postalFacts(line: string, likely: readonly string[]): PostalFacts {
  const text = line.slice(0, 250).normalize('NFKC');
  const stated = statedCountry(text);
  const shaped = prefixed(text) ?? unmistakable(text) ?? shared(text, stated ? [stated] : likely);
  const country = stated ?? shaped?.country;
  return { ...shaped, ...(country ? { country } : {}), ...(isStreet(text) ? { street: streetOf(text) } : {}) };
}

/** The countries that an address line leaves: the one it names, or those of the likely ones that write their codes so. */
export function addressCountries(line: string, likely: readonly string[]): string[] {
  const { country } = postalFacts(line, []);
  if (country) return [country];
  const text = line.slice(0, 250).normalize('NFKC');
  const countries = SHARED.find(([shape]) => shape.test(text))?.[1] ?? [];
  return likely.filter((code) => countries.includes(code));
}

/** Whether a line is (part of) an address rather than a title or a company. */
export function isAddress(line: string): boolean {
  const text = line.slice(0, 250).normalize('NFKC');
  if (isStreet(text) || prefixed(text) || unmistakable(text)) return true;
  return SHARED.slice(0, 9).some(([shape]) => shape.test(text)) && /\d/.test(text);
}

function isStreet(text: string): boolean {
  return STREET.test(text) && /\d/.test(text) && !/[@:]\s?\+?\d/.test(text);
}

function streetOf(text: string): string {
  return (text.split(/\s[·|–-]\s|,\s/).find((part) => isStreet(part)) ?? text).trim();
}

function statedCountry(text: string): string | undefined {
  const parts = text.split(/\s?[,;|·•()]\s?|\s[-–—/]\s/).map((part) => part.trim());
  for (const part of parts.reverse()) {
    const code = part.length > 2 || /^(?:UK|US)$/.test(part) ? countryCode(part) : undefined;
    if (code && !(isAmbiguousCountry(part) && parts.length > 1)) return code;
  }
  // "60329 Frankfurt Germany": the country without a comma before it.
  const tail = text.trim().split(/\s+/).slice(-2);
  if (!/\d/.test(text)) return undefined;
  return [tail.join(' '), tail.at(-1) ?? '']
    .map((part) => (part.length > 3 && !isAmbiguousCountry(part) ? countryCode(part) : undefined))
    .find(Boolean);
}

function prefixed(text: string): PostalFacts | undefined {
  const [, prefix, postalCode, city] = PREFIXED.exec(text) ?? [];
  const country = PREFIXES[prefix ?? ''];
  return country && postalCode && city ? { country, postalCode, city: placeOnly(city) } : undefined;
}

function unmistakable(text: string): PostalFacts | undefined {
  for (const [shape, country] of UNMISTAKABLE) {
    const found = shape.exec(text);
    if (!found) continue;
    const { code, code2, state } = found.groups ?? {};
    const city = country === 'US' ? found[1] : undefined;
    return { country, ...pick({ postalCode: code ?? code2, state, city: city && placeOnly(city) }) };
  }
  return undefined;
}

function shared(text: string, likely: readonly string[]): PostalFacts | undefined {
  for (const [shape, countries] of SHARED) {
    const found = shape.exec(text);
    const { code, city, state } = found?.groups ?? {};
    const town = words(city ?? '').map((word) => TOWN_COUNTRIES.get(word));
    const country = (countries.length === 1 ? countries : [...town, ...likely]).find(
      (each) => each !== undefined && countries.includes(each),
    );
    if (!found || !country) continue;
    return { country, ...pick({ postalCode: code, city: city && placeOnly(city), state }) };
  }
  return undefined;
}

function placeOnly(city: string): string {
  return city.split(/\s[-–]\s|,/)[0]?.trim() ?? city;
}

function pick(facts: Record<string, string | undefined>): PostalFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) as PostalFacts;
}
