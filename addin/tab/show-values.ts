import { locale, t } from './tab-words.ts';

/** An amount as the reader writes it; cents only where there are any. */
export function showMoney(amount: string | null, currency: string | null): string {
  if (amount === null) return '';
  return numberFormat(currency ?? '').format(amount as `${number}`);
}

export function showCount(count: number): string {
  return numberFormat('count').format(count);
}

/** How many leads there are, as far as it is known. */
export function countOfLeads(count: number, isComplete: boolean): string {
  return isComplete ? t.count(showCount(count)) : t.countSoFar(showCount(count));
}

export function showDay(iso: string): string {
  return dayFormat().format(new Date(iso));
}

/** A day without a time of day, such as the Monday of a week, which is the same everywhere. */
export function showDate(day: string): string {
  return dateFormat().format(new Date(`${day}T00:00:00Z`));
}

export function showTime(iso: string): string {
  return timeFormat().format(new Date(iso));
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
const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(of: string): Intl.NumberFormat {
  const known = numberFormats.get(of);
  if (known) return known;
  const money: Intl.NumberFormatOptions = {
    style: 'currency',
    currency: of,
    trailingZeroDisplay: 'stripIfInteger',
  };
  const made = new Intl.NumberFormat(locale(), of && of !== 'count' ? money : {});
  numberFormats.set(of, made);
  return made;
}

/** Makes the formats of the table ready while its leads are on their way: the first of each costs more than the rows. */
export function prepareFormats(): void {
  numberFormat('USD').format(1);
  showDay('2026-01-01T00:00:00Z');
}

const once = <Format>(make: () => Format) => {
  let made: Format | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const dayFormat = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }));
const timeFormat = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }));
const dateFormat = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }));
