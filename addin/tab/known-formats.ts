/** How one locale writes days, and amounts that have no cents. */
type KnownFormat = {
  /** Between groups of three digits, in numbers that are as long as `from`. */
  group: string;
  from: number;
  /** By currency; `{n}` stands for the number. */
  money: Record<string, string>;
  /** By month; `{d}` stands for the day of it, `{dd}` for that in two digits, and `{y}` for the year. */
  days: string[];
};

const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'pt'];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'CHF'];

/**
 * The formats of the languages the tab speaks, as their own `Intl` has them: the build works this file out, and the page
 * gets the outcome. A browser's first formatter looks through the data of all locales there are, and takes longer for it
 * than all rows of a screen.
 */
export const KNOWN_FORMATS: Record<string, KnownFormat> = Object.fromEntries(
  LANGUAGES.flatMap((language) => {
    const { region } = new Intl.Locale(language).maximize();
    return [language, `${language}-${region}`].map((locale) => [locale, formatOf(locale)]);
  }),
);

function formatOf(locale: string): KnownFormat {
  const numbers = new Intl.NumberFormat(locale);
  const isGrouped = (number: number) => numbers.formatToParts(number).some(({ type }) => type === 'group');
  return {
    group: numbers.formatToParts(1_234_567).find(({ type }) => type === 'group')?.value ?? '',
    from: [1000, 10_000].find(isGrouped)?.toString().length ?? Number.POSITIVE_INFINITY,
    money: Object.fromEntries(CURRENCIES.map((currency) => [currency, moneyOf(locale, currency)])),
    days: Array.from({ length: 12 }, (_, month) => dayOf(locale, month)),
  };
}

function moneyOf(locale: string, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  return written(format.formatToParts(1), { integer: '{n}' });
}

function dayOf(locale: string, month: number): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const parts = format.formatToParts(Date.UTC(2026, month, 5));
  const day = parts.find(({ type }) => type === 'day')?.value === '05' ? '{dd}' : '{d}';
  return written(parts, { day, year: '{y}' });
}

function written(parts: readonly { type: string; value: string }[], signs: Record<string, string>): string {
  return parts.map(({ type, value }) => signs[type] ?? value).join('');
}
