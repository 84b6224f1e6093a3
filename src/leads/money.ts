import { Decimal } from 'decimal.js';

/** Every ISO 4217 code the runtime knows. */
export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

// ISO 4217's minor units where they are not 2. Intl knows what is usual in shops instead: no decimals for HUF or PKR.
const DECIMALS: readonly (readonly [decimals: number, currencies: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];
const decimalsByCurrency = new Map(
  DECIMALS.flatMap(([decimals, currencies]) => currencies.split(' ').map((currency) => [currency, decimals] as const)),
);

/** Minor units of a currency as ISO 4217 has them (JPY 0, EUR 2, KWD 3); 2 while no currency is chosen. */
export function minorUnits(currency: string | null): number {
  return decimalsByCurrency.get(currency ?? '') ?? 2;
}

/** An amount as the decimal string of its currency, rounded half away from zero: (12.345, 'EUR') → '12.35'. */
export function toMoney(amount: string | number, currency: string | null): string {
  return new Decimal(amount).toFixed(minorUnits(currency), Decimal.ROUND_HALF_UP);
}
