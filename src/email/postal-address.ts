import { countryCode, isAmbiguousCountry } from './country.ts';

/** What a line tells of a postal address. */
export type PostalFacts = {
  country?: string;
  postalCode?: string;
  city?: string;
  state?: string;
  street?: string;
};

const PLACE = "[\\p{Lu}][\\p{L}.'’\\-]{1,25}(?: [\\p{L}.'’\\-/]{1,20}){0,4}";
const PREFIXES: Record<string, string> = {
  D: 'DE',
  DE: 'DE',
  A: 'AT',
  AT: 'AT',
  CH: 'CH',
  F: 'FR',
  FR: 'FR',
  I: 'IT',
  IT: 'IT',
  B: 'BE',
  BE: 'BE',
  NL: 'NL',
  L: 'LU',
  LU: 'LU',
  FI: 'FI',
  FIN: 'FI',
  S: 'SE',
  SE: 'SE',
  DK: 'DK',
  N: 'NO',
  NO: 'NO',
  PL: 'PL',
  CZ: 'CZ',
  SK: 'SK',
  H: 'HU',
  HU: 'HU',
  E: 'ES',
  ES: 'ES',
  P: 'PT',
  PT: 'PT',
  TR: 'TR',
  SI: 'SI',
  HR: 'HR',
  RO: 'RO',
  FL: 'LI',
  LI: 'LI',
  EE: 'EE',
  LT: 'LT',
  LV: 'LV',
};
const PREFIXED = new RegExp(
  `(?:^|[\\s,·|–-])(${Object.keys(PREFIXES).join('|')})[-–](\\d{2,3}[ -]?\\d{2,3}|\\d{4,5})\\s{1,3}(${PLACE})`,
  'u',
);

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC';
const PROVINCES = 'ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU';
const UFS = 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO';

/** Codes whose shape names the country by itself. */
const UNMISTAKABLE: readonly [RegExp, string][] = [
  [new RegExp(`(?:(${PLACE}),\\s?)?\\b(?<state>${STATES})\\.?,?\\s{1,2}(?<code>\\d{5}(?:-\\d{4})?)\\b`, 'u'), 'US'],
  [
    /\b(?<state>ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)?\s{0,2}(?<code>[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d)\b/u,
    'CA',
  ],
  [/\b(?<code>(?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}))\b/u, 'GB'],
  [
    /〒\s?(?<code>\d{3}-\d{4})|(?<code2>\d{3}-\d{4})\s?(?=\S{2,3}[都道府県])|東京都|大阪府|京都府|北海道|\p{Script=Han}{2,3}県\p{Script=Han}{1,6}[市区町]/u,
    'JP',
  ],
  [/\bCEP:?\s{0,2}(?<code>\d{5}-?\d{3})\b|\b(?<code2>\d{5}-\d{3})\b/u, 'BR'],
  [/\bC\.?P\.?:?\s{0,2}(?<code>\d{5})\b.{0,60}\b(?:CDMX|Gto|Jal|N\.?L|Qro|Edo|Pue|Ver|Mex|Méx)\b/u, 'MX'],
  [/\b(?:NSW|VIC|QLD|TAS)\s{1,2}(?<code>\d{4})\b/u, 'AU'],
  [
    /\b(?:Tamil Nadu|Maharashtra|Karnataka|Gujarat|Telangana|Kerala|Haryana|Uttar Pradesh|Punjab|West Bengal|Rajasthan|Madhya Pradesh)\b/u,
    'IN',
  ],
];

/** Codes that several countries share: they count when something else already points to the country. */
const SHARED: readonly [RegExp, readonly string[]][] = [
  [new RegExp(`(?:^|[\\s,·|–-])(?<code>\\d{4} ?[A-Z]{2})\\s{1,3}(?<city>${PLACE})`, 'u'), ['NL']],
  [new RegExp(`(?:^|[\\s,·|–-])(?<code>\\d{4}-\\d{3})\\s{1,3}(?<city>${PLACE})`, 'u'), ['PT']],
  [new RegExp(`(?:^|[\\s,·|–-])(?<code>\\d{2}-\\d{3})\\s{1,3}(?<city>${PLACE})`, 'u'), ['PL']],
  [new RegExp(`(?:^|[\\s,·|–-])(?<code>\\d{3} \\d{2})\\s{1,3}(?<city>${PLACE})`, 'u'), ['SE', 'CZ', 'SK', 'GR']],
  [
    new RegExp(`(?:^|[\\s,·|–-])(?<code>\\d{5})\\s{1,3}(?<city>${PLACE})`, 'u'),
    ['DE', 'FR', 'ES', 'IT', 'FI', 'TR', 'MX', 'HR', 'EE', 'LT', 'UA'],
  ],
  [
    new RegExp(`(?:^|[\\s,·|–-])(?<code>\\d{4})\\s{1,3}(?<city>${PLACE})`, 'u'),
    ['AT', 'CH', 'BE', 'DK', 'NO', 'HU', 'LU', 'SI', 'BG'],
  ],
  [new RegExp(`(?<city>${PLACE})(?:,|\\s?[-–])?\\s{1,2}(?<code>\\d{3} ?\\d{3})\\b`, 'u'), ['IN', 'SG', 'RO']],
  [/(?<city>\p{L}{2,20}),?\s{1,2}(?<code>\d{7})\b/u, ['IL']],
  [new RegExp(`(?<city>${PLACE})\\s?(?:[-–/,]|\\()\\s?(?<state>${UFS})\\b`, 'u'), ['BR']],
  [new RegExp(`(?<city>${PLACE}),\\s?(?<state>${PROVINCES})\\b`, 'u'), ['CA']],
];

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
    const country = found && (countries.length === 1 ? countries : likely).find((code) => countries.includes(code));
    if (!found || !country) continue;
    const { code, city, state } = found.groups ?? {};
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
