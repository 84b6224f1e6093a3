// Those of Outlook's and Teams' own languages that are written from right to left, and the pseudo language that stands
// for them.
const rightToLeft = /^(ar|fa|he|ur|qps-plocm)\b/i;

/** Says in what language the page speaks, English where it does not know the reader's, and which way its lines run. */
export function turnPage(locale: string, isKnown: boolean): void {
  const language = languageOf(locale);
  const page = document.documentElement;
  const lang = isKnown && language !== 'qps' ? language : 'en';
  const dir = rightToLeft.test(locale) ? 'rtl' : 'ltr';
  // Either costs the styles of the whole page, even where it says what it said before.
  if (page.lang !== lang) page.lang = lang;
  if (page.dir !== dir) page.dir = dir;
}

/** The language of a locale such as `de-AT`, without country and script. */
export function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}
