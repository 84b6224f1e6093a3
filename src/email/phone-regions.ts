import { type CountryCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';

/** Which countries a number without a country code could be from, by language: the likeliest first. */
const REGIONS: Record<string, CountryCode[]> = {
  en: ['US', 'GB', 'IE', 'AU', 'NZ', 'IN', 'ZA', 'SG'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'CA', 'BE', 'CH', 'LU'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE', 'US'],
  pt: ['PT', 'BR'],
  it: ['IT', 'CH'],
  nl: ['NL', 'BE'],
  pl: ['PL'],
  ja: ['JP'],
  sv: ['SE', 'FI'],
  tr: ['TR'],
  cs: ['CZ', 'SK'],
  da: ['DK'],
  nb: ['NO'],
  fi: ['FI'],
  he: ['IL'],
  hu: ['HU'],
  ro: ['RO'],
  el: ['GR'],
  ko: ['KR'],
  zh: ['CN', 'TW', 'HK'],
  ru: ['RU'],
};

/** Where a number without a country code may be from: `sure` is what the mail itself says, `likely` what its language does. */
export type Regions = { sure: readonly CountryCode[]; likely: readonly CountryCode[] };

/** When nothing is known of where a number is from. */
export const ANYWHERE: Regions = { sure: [], likely: [] };

/** The countries of a language, the likeliest first, behind those that the mail tells. */
export function phoneRegions(language: string | undefined, told: readonly (string | undefined)[]): Regions {
  const sure = told.filter((code): code is CountryCode => code !== undefined && isSupportedCountry(code));
  return { sure, likely: REGIONS[language ?? 'en'] ?? [] };
}

/** All countries of a mail, the surest first. */
export function allRegions({ sure, likely }: Regions): CountryCode[] {
  return [...new Set([...sure, ...likely])];
}

/** The likely countries in which a number may be written so, the likeliest first. */
export function byWriting(text: string, likely: readonly CountryCode[]): readonly CountryCode[] {
  const trunk = /^\(?0/.test(text);
  const possible = likely.filter((region) => (trunk ? !NO_ZERO.has(region) : !ZERO.has(region)));
  // The way people group digits gives the country away where several share a language.
  const country = GROUPINGS.find(([shape]) => shape.test(text.trim()))?.[1];
  return country && possible.includes(country) ? [country, ...possible] : possible;
}

// Where a number at home begins with a zero always, and never.
const ZERO: ReadonlySet<CountryCode> = new Set(['GB', 'IE', 'AU', 'NZ', 'ZA']);
const NO_ZERO: ReadonlySet<CountryCode> = new Set(['US', 'CA']);

const GROUPINGS: readonly [RegExp, CountryCode][] = [
  [/^\(?0\d{2}\)? \d{3} \d{2} \d{2}$/, 'CH'],
  [/^\(?0[2378]\)? \d{4} \d{4}$|^04\d{2} \d{3} \d{3}$/, 'AU'],
  [/^\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}$/, 'CA'],
];

// Ofcom and ARCEP keep these for film and print; libphonenumber calls some invalid, yet samples are full of them.
const FICTION: Record<string, RegExp> = {
  GB: /^(?:1632960|7700900|2079460|1(?:13|14|15|16|17|18|21|31|41|51|61)4960|1914980|2896018|2920180)\d{3}$/,
  FR: /^(?:1990|2619|3536|4657|5364)\d{5}$|^63998\d{4}$/,
};

/** Whether a number is from a range that is kept for fiction. */
export function isFiction(number: PhoneNumber): boolean {
  return FICTION[number.country ?? '']?.test(number.nationalNumber) ?? false;
}

// Ranges kept for fiction have no type of their own; the digits they begin with are still a mobile's.
const MOBILE_START: Record<string, RegExp> = {
  GB: /^7[1-57-9]/,
  FR: /^[67]/,
  DE: /^1[5-7]/,
  ES: /^[67]/,
  IT: /^3/,
  NL: /^6/,
  CH: /^7[5-9]/,
  AT: /^6[5-9]/,
  SE: /^7/,
  JP: /^[789]0/,
  IL: /^5/,
  TR: /^5/,
  BR: /^\d{2}9\d{8}$/,
  IN: /^[6-9]/,
  AU: /^4/,
  PL: /^(?:4[5]|5[0137]|6[069]|7[2389]|88)/,
  CZ: /^[67]/,
  FI: /^(?:4|50)/,
  NO: /^[49]/,
  PT: /^9/,
  BE: /^4/,
  IE: /^8/,
};

/** Whether a number is a mobile's. */
export function isMobile(number: PhoneNumber): boolean {
  const type = number.getType();
  if (type === 'MOBILE') return true;
  if (type !== undefined) return false;
  return MOBILE_START[number.country ?? '']?.test(number.nationalNumber) ?? false;
}
