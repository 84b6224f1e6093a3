import { isTimeZone } from '../leads/clock-at.ts';
import { minorUnits, toMoney } from '../leads/money.ts';
import type { View } from './view.ts';

/** An amount as the reader writes it: 'US$1,200.00' in English. */
export function showMoney(view: View, amount: string | null, currency: string | null): string | null {
  if (amount === null) return null;
  if (!currency) return new Intl.NumberFormat(localeOf(view)).format(Number(amount));
  const decimals = { minimumFractionDigits: minorUnits(currency), maximumFractionDigits: minorUnits(currency) };
  return new Intl.NumberFormat(localeOf(view), { style: 'currency', currency, ...decimals }).format(
    toMoney(amount, currency) as `${number}`,
  );
}

/** A moment in the reader's time zone: 'Nov 24, 2026, 3:05 PM'. */
export function showTime(view: View, iso: string): string {
  return timeFormat(localeOf(view), view.timeZone).format(new Date(iso));
}

/** Making a format costs a hundred times more than using it. Hosts send all sorts of names: few and short ones are kept. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 500;
const LONGEST_NAME = 100;

function timeFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone}`;
  const known = timeFormats.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
  });
  if (timeFormats.size >= MOST_FORMATS) timeFormats.clear();
  if (name.length <= LONGEST_NAME) timeFormats.set(name, format);
  return format;
}

/** A size as the reader writes it: '1.2 MB'. */
export function showSize(view: View, bytes: number): string {
  const steps = [
    ['megabyte', 1024 * 1024],
    ['kilobyte', 1024],
  ] as const;
  const [unit, step] = steps.find(([, least]) => bytes >= least) ?? ['byte', 1];
  return new Intl.NumberFormat(localeOf(view), { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / step);
}

export function showCount(view: View, count: number): string {
  return new Intl.NumberFormat(localeOf(view)).format(count);
}

const locales = new Map<string, string>();

/** The locale when the runtime knows it, else English: hosts send all sorts of things. */
export function localeOf({ locale }: View): string {
  const known = locales.get(locale);
  if (known) return known;
  const canonical = canonicalLocale(locale);
  if (locales.size >= MOST_FORMATS) locales.clear();
  if (locale.length <= LONGEST_NAME) locales.set(locale, canonical);
  return canonical;
}

function canonicalLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    // Not a language tag at all; the reader still gets a card.
    return 'en';
  }
}
