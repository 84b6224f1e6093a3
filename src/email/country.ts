import { fold } from './plain-value.ts';

const LANGUAGES = 'en de fr es pt it nl pl ja sv tr cs da nb fi he hu ro el sk hr sl bg uk ru zh ko'.split(' ');
// Names that people write and the tables of Unicode do not have; folded.
const ALIASES: Record<string, string> = {
  usa: 'US',
  'u.s.a': 'US',
  'united states of america': 'US',
  'estados unidos de america': 'US',
  eeuu: 'US',
  uk: 'GB',
  'u.k': 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  czechia: 'CZ',
  'czech republic': 'CZ',
  'ceska republika': 'CZ',
  'republica checa': 'CZ',
  turkey: 'TR',
  turkei: 'TR',
  korea: 'KR',
  'south korea': 'KR',
  uae: 'AE',
  'rep. of ireland': 'IE',
  'republic of ireland': 'IE',
  eire: 'IE',
  brd: 'DE',
  'mexico d.f': 'MX',
  'hong kong': 'HK',
  日本国: 'JP',
};
// Territories whose names are also people's, towns' or everyday words.
const AMBIGUOUS = new Set([
  'georgia',
  'jersey',
  'chad',
  'tchad',
  'jordan',
  'reunion',
  'mali',
  'man',
  'sal',
  'cuba',
  'world',
  'niger',
  'benin',
  'guam',
  'oman',
  'martinique',
  'europe',
]);

let names: Map<string, string> | undefined;
let english: Intl.DisplayNames | undefined;

/** ISO 3166 alpha-2 code of a country as people write it in any of the product's languages. */
export function countryCode(text: string): string | undefined {
  const folded = fold(text).replace(/^[\s(]+|[\s.,;)]+$/g, '');
  if (folded.length < 2 || folded.length > 40) return undefined;
  const found = countryNames().get(folded);
  return found;
}

/** Whether the name of a country is also the name of something else, so that it needs company to count. */
export function isAmbiguousCountry(text: string): boolean {
  return AMBIGUOUS.has(fold(text).trim());
}

/** The English name of a country. */
export function countryName(code: string): string {
  english ??= new Intl.DisplayNames('en', { type: 'region' });
  return (english.of(code) ?? code).replace('Türkiye', 'Türkiye');
}

function countryNames(): Map<string, string> {
  if (names) return names;
  names = new Map();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code);
      const folded = name && fold(name).replace(/[\s.]+$/, '');
      if (folded && !names.has(folded)) names.set(folded, code);
    }
  }
  for (const [name, code] of Object.entries(ALIASES)) names.set(name, code);
  return names;
}

const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ES ET FI FJ FO FR GA GB GD GE GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KN KP KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS SV SY SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );
