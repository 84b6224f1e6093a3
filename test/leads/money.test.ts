import assert from 'node:assert/strict';
import { showMoney } from '../../src/cards/show-values.ts';
import { CURRENCIES, minorUnits, toMoney } from '../../src/leads/money.ts';
import { withMoneyIn } from '../../src/leads/money-fields.ts';

const english = { host: 'tab', audience: 'one', locale: 'en-US', timeZone: 'UTC' } as const;

describe('an amount of money', () => {
  it('has the decimals that ISO 4217 gives its currency, whatever is usual in shops', () => {
    const amounts = {
      JPY: '13',
      HUF: '12.50',
      IDR: '12.50',
      COP: '12.50',
      PKR: '12.50',
      EUR: '12.50',
      IQD: '12.500',
      KWD: '12.500',
    };
    for (const [currency, amount] of Object.entries(amounts)) assert.equal(toMoney('12.5', currency), amount, currency);
  });

  it('is rounded half away from zero and never goes through a float', () => {
    assert.equal(toMoney('1.005', 'EUR'), '1.01');
    assert.equal(toMoney('999999999999.9949', 'EUR'), '999999999999.99');
  });

  it('of a lead has them in every field that holds one', () => {
    const typed = { annualRevenue: '12.345', budgetAmount: '12.345', estimatedValue: '12.345' };
    const kept = { annualRevenue: '12.35', budgetAmount: '12.35', estimatedValue: '12.35' };
    assert.deepEqual(withMoneyIn({ ...typed, currency: 'EUR' }), { ...kept, currency: 'EUR' });
  });

  it('is shown with the decimals it is kept with', () => {
    assert.equal(showMoney(english, '12.50', 'HUF'), 'HUF\u00a012.50');
    assert.equal(showMoney(english, '12', 'JPY'), '¥12');
    assert.equal(showMoney(english, '12.500', 'IQD'), 'IQD\u00a012.500');
  });

  it('can be in every currency people use today', () => {
    for (const currency of ['EUR', 'USD', 'CHF', 'JPY', 'INR', 'BRL', 'VES', 'XCG'])
      assert.ok(CURRENCIES.has(currency), currency);
    assert.equal(minorUnits(null), 2);
  });
});
