import { words } from '../words/words.ts';
import type { Input } from './card.ts';
import { localeOf } from './show-values.ts';
import type { View } from './view.ts';

// The most traded first, then by code: all there are would be more than Teams takes on a card.
const OFFERED =
  'USD EUR GBP JPY CHF AED ARS AUD BGN BRL CAD CLP CNY COP CZK DKK EGP HKD HUF IDR ILS INR ISK KRW KWD MAD MXN MYR NGN NOK NZD PEN PHP PLN QAR RON SAR SEK SGD THB TRY TWD UAH VND ZAR'.split(
    ' ',
  );

/** The currency, which must be chosen, by its name in the reader's language; one that is chosen already is among them. */
export function currencyInput(view: View, value: string | null | undefined): Input {
  const w = words(view.locale);
  const names = new Intl.DisplayNames([localeOf(view)], { type: 'currency' });
  const isOther = value && !OFFERED.includes(value) && /^[A-Z]{3}$/.test(value);
  const codes = isOther ? [value, ...OFFERED] : OFFERED;
  return {
    type: 'Input.ChoiceSet',
    style: 'compact',
    id: 'currency',
    label: w.fields.currency,
    placeholder: w.choose,
    isRequired: true,
    errorMessage: w.currencyRequired,
    choices: codes.map((code) => ({ title: `${code} – ${names.of(code)}`, value: code })),
    ...(value && { value }),
  };
}
