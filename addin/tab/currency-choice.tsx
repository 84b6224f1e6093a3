import { currencyName } from './show-values.ts';
import { w } from './tab-words.ts';

const FIRST = ['USD', 'EUR', 'GBP', 'JPY', 'CHF'];

/** The currency, which must be chosen: those most used, then every other in use. */
export function CurrencyChoice({ value, choose }: { value: string; choose(currency: string): void }) {
  const others = Intl.supportedValuesOf('currency').filter((code) => !FIRST.includes(code));
  return (
    <label>
      {w.fields.currency}
      <select class="control" required value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{w.choose}</option>
        {[...FIRST, ...others].map((code) => (
          <option key={code} value={code}>
            {code} – {currencyName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
