import { KNOWN_FORMATS } from './known-formats.ts';
import { locale, t } from './tab-words.ts';

/** An amount as the reader writes it; cents only where there are any. */
export function showMoney(amount: string | null, currency: string | null): string {
  if (amount === null) return '';
  const known = KNOWN_FORMATS[locale()]?.money[currency ?? ''];
  const [, whole] = /^(\d+)(?:\.0+)?$/.exec(amount) ?? [];
  if (known && whole) return known.replace('{n}', grouped(whole));
  return numberFormat(currency).format(amount as `${number}`);
}

export function showCount(count: number): string {
  return KNOWN_FORMATS[locale()] && Number.isInteger(count) ? grouped(String(count)) : numberFormat(null).format(count);
}

/** Digits with what the reader's language puts between groups of them, where it is known. */
function grouped(digits: string): string {
  const { group = '', from = 0 } = KNOWN_FORMATS[locale()] ?? {};
  return digits.length < from ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, group);
}

/** How many leads there are, as far as it is known. */
export function countOfLeads(count: number, isComplete: boolean): string {
  return isComplete ? t.count(showCount(count)) : t.countSoFar(showCount(count));
}

export function showDay(iso: string): string {
  const date = new Date(iso);
  const known = KNOWN_FORMATS[locale()]?.days[date.getMonth()];
  if (!known) return dateFormat({ dateStyle: 'medium' }).format(date);
  const day = String(date.getDate());
  return known.replace('{dd}', day.padStart(2, '0')).replace('{d}', day).replace('{y}', String(date.getFullYear()));
}

/** A day without a time of day, such as the Monday of a week, which is the same everywhere. */
export function showDate(day: string): string {
  return dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function showTime(iso: string): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A size as the reader writes it: '1.2 MB'. */
export function showSize(bytes: number): string {
  const [unit, step] = bytes >= MEGABYTE ? ['megabyte', MEGABYTE] : bytes >= 1024 ? ['kilobyte', 1024] : ['byte', 1];
  const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), format as Intl.NumberFormatOptions).format(bytes / Number(step));
}

export function currencyName(code: string): string {
  return new Intl.DisplayNames([locale()], { type: 'currency' }).of(code) ?? code;
}

const MEGABYTE = 1024 * 1024;

// Formats are dear to make and asked for by every row.
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => Format): Format {
  const key = `${locale()} ${name}`;
  const format = (formats.get(key) as Format | undefined) ?? make();
  formats.set(key, format);
  return format;
}

function numberFormat(currency: string | null): Intl.NumberFormat {
  const money: Intl.NumberFormatOptions = currency
    ? { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }
    : {};
  return kept(`number ${currency}`, () => new Intl.NumberFormat(locale(), money));
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`date ${Object.values(options)}`, () => new Intl.DateTimeFormat(locale(), options));
}
