import { minorUnits } from '../leads/money.ts';
import { localeOf } from './show-values.ts';
import type { View } from './view.ts';

/** An amount as its reader would type it, without the currency: '50.000,00' in German. `readAmount` reads it back. */
export function typedAmount(view: View, amount: string | null, currency: string | null): string | null {
  return amount === null ? null : numbersOf(view, minorUnits(currency)).format(amount as `${number}`);
}

const SIGN_WHOLE_DECIMALS = /^(-?)(\d+|\d{1,3}(?:'\d{2,3})*'\d{3})(?:\.(\d+))?$/;

/**
 * The amount somebody typed as they write numbers, as the wire takes it: a German '50.000,00' is '50000.00'. Nothing where
 * it is none, where a reader of another language would mean a thousand times as much: an English '50.000', or where it
 * has a part that its currency has not: '10.5' yen.
 */
export function readAmount(view: View, typed: string, currency: string | null): string | undefined {
  const parts = numbersOf(view, 1).formatToParts(1_234_567.8);
  const mark = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? '';
  const text = typed
    // Full-width digits become those of ASCII, narrow and unbreakable spaces plain ones.
    .normalize('NFKC')
    .trim()
    // Spaces and apostrophes stand between groups of digits whatever the language.
    .replace(/[\s’]/g, "'")
    .replaceAll(mark('group'), "'")
    .replaceAll(mark('decimal'), '.');
  const [, sign = '', whole = '', decimals] = SIGN_WHOLE_DECIMALS.exec(text) ?? [];
  const mayBeThousands = decimals?.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && minorUnits(currency) !== 3;
  const isWhole = minorUnits(currency) === 0;
  const isInPart = isWhole && /[1-9]/.test(decimals ?? '');
  if (!whole || mayBeThousands || isInPart) return undefined;
  return sign + whole.replaceAll("'", '') + (decimals && !isWhole ? `.${decimals}` : '');
}

function numbersOf(view: View, decimals: number): Intl.NumberFormat {
  const fractions = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(localeOf(view), { numberingSystem: 'latn', ...fractions });
}
