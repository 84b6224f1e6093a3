const PLACE = "[\\p{Lu}][\\p{L}.'’\\-]{1,25}(?: [\\p{L}.'’\\-/]{1,20}){0,4}";
/** Letters before a postal code, and the country they stand for. */
export const PREFIXES: Record<string, string> = {
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
/** "CH-6460 Altdorf". */
export const PREFIXED = new RegExp(
  `(?:^|[\\s,·|–-])(${Object.keys(PREFIXES).join('|')})[-–](\\d{2,3}[ -]?\\d{2,3}|\\d{4,5})\\s{1,3}(${PLACE})`,
  'u',
);

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC';
const PROVINCES = 'ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU';
const UFS = 'AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO';

/** Codes whose shape names the country by itself. */
export const UNMISTAKABLE: readonly [RegExp, string][] = [
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
export const SHARED: readonly [RegExp, readonly string[]][] = [
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

// The largest towns of the countries that share the shape of their postal codes, folded.
const TOWNS: Record<string, string> = {
  AT: 'wien vienna graz linz salzburg innsbruck klagenfurt',
  BE: 'bruxelles brussel brussels antwerpen gent liege',
  BG: 'sofia',
  CH: 'zurich bern basel genf geneve geneva lausanne luzern winterthur lugano zug gallen',
  CZ: 'praha prague brno ostrava',
  DE: 'berlin hamburg munchen munich koln cologne frankfurt stuttgart dusseldorf leipzig dortmund bremen dresden hannover nurnberg',
  DK: 'kobenhavn copenhagen aarhus odense',
  ES: 'madrid barcelona valencia sevilla zaragoza malaga bilbao',
  FI: 'helsinki espoo tampere turku',
  FR: 'paris lyon marseille toulouse nantes strasbourg bordeaux lille montpellier',
  GR: 'athens',
  HU: 'budapest debrecen',
  IN: 'mumbai delhi bangalore bengaluru chennai hyderabad kolkata pune ahmedabad',
  IT: 'roma rome milano milan torino napoli bologna firenze genova venezia verona',
  MX: 'guadalajara monterrey',
  NO: 'oslo bergen trondheim stavanger',
  RO: 'bucuresti bucharest',
  SE: 'stockholm goteborg malmo uppsala',
  SG: 'singapore',
  SI: 'ljubljana',
  SK: 'bratislava',
  TR: 'istanbul ankara izmir bursa',
};
/** Countries by the names of their towns. */
export const TOWN_COUNTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries(TOWNS).flatMap(([country, towns]) => towns.split(' ').map((town) => [town, country] as const)),
);
