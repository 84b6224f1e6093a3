import { Decimal } from 'decimal.js';

/** Every ISO 4217 code the runtime knows. */
export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const decimalsByCurrency = new Map<string, number>();

/** Minor units of a currency as ISO 4217 has them (JPY 0, EUR 2, KWD 3); 2 while no currency is chosen. */
export function minorUnits(currency: string | null): number {
  if (!currency) return 2;
  let decimals = decimalsByCurrency.get(currency);
  if (decimals === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
    decimalsByCurrency.set(currency, decimals);
  }
  return decimals;
}

/** An amount as the decimal string of its currency, rounded half away from zero: (12.345, 'EUR') → '12.35'. */
export function toMoney(amount: string | number, currency: string | null): string {
  return new Decimal(amount).toFixed(minorUnits(currency), Decimal.ROUND_HALF_UP);
}
