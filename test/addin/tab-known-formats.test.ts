import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { showCount, showDay, showMoney } from '../../addin/tab/show-values.ts';
import { speak, t, w } from '../../addin/tab/tab-words.ts';

/** The languages the tab has words of, as such and where most of their readers are. */
const KNOWN = readdirSync('src/words/tab')
  .map((file) => basename(file, '.ts'))
  .flatMap((language) => [language, `${language}-${new Intl.Locale(language).maximize().region}`]);
const OTHERS = ['en-GB', 'de-CH', 'es-MX', 'pt-PT', 'it', 'hi-IN'];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'SEK', 'INR'];
const AMOUNTS = [
  '0',
  '7',
  '999',
  '1000',
  '1234.00',
  '9999.50',
  '12345',
  '123456.7',
  '1234567',
  '98765432109.00',
  '-1200',
];

describe('amounts, counts and days in the tab', () => {
  after(() => speak('en', [t, w]));

  for (const locale of [...KNOWN, ...OTHERS])
    it(`are written as Intl writes them, in ${locale}`, () => {
      speak(locale, [t, w]);
      const asked = intlIsAsked(() => showDay('2026-05-01T12:00:00Z') + showMoney('1000', 'USD'));
      assert.equal(asked, !KNOWN.includes(locale));
      for (const currency of CURRENCIES) {
        const money = {
          style: 'currency',
          currency,
          trailingZeroDisplay: 'stripIfInteger',
        } as Intl.NumberFormatOptions;
        const format = new Intl.NumberFormat(locale, money);
        for (const amount of AMOUNTS)
          assert.equal(showMoney(amount, currency), format.format(amount as `${number}`), `${amount} ${currency}`);
      }
      const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
      for (let day = 0; day < 800; day += 1) {
        const date = new Date(2025, 0, day, 12);
        assert.equal(showDay(date.toISOString()), days.format(date));
      }
      const counts = new Intl.NumberFormat(locale);
      for (const count of [0, 50, 999, 1000, 12_345, 1_234_567, 1234.5])
        assert.equal(showCount(count), counts.format(count));
    });
});

/** Whether a browser's first formatter, which takes long to make, is made for it. */
function intlIsAsked(show: () => void): boolean {
  const { NumberFormat, DateTimeFormat } = Intl;
  let asked = false;
  const told = (of: object) =>
    new Proxy(of, {
      construct(target, args) {
        asked = true;
        return Reflect.construct(target as new () => object, args);
      },
    });
  Object.assign(Intl, { NumberFormat: told(NumberFormat), DateTimeFormat: told(DateTimeFormat) });
  try {
    show();
  } finally {
    Object.assign(Intl, { NumberFormat, DateTimeFormat });
  }
  return asked;
}
