import assert from 'node:assert/strict';
import { handleAction } from '../../src/actions/handle-action.ts';
import type { Card } from '../../src/cards/card.ts';
import { readAmount, typedAmount } from '../../src/cards/typed-amount.ts';
import type { View } from '../../src/cards/view.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { minorUnits } from '../../src/leads/money.ts';
import { cardReply } from '../card-reply.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const seenIn = (locale: string): View => ({ host: 'teams', audience: 'one', locale, timeZone: 'UTC' });
const NBSP = '\u00a0';
const NARROW = '\u202f';

describe('an amount on a form', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  before(async () => {
    ({ desk, close } = await temporaryDesk());
  });
  after(() => close());

  const act = (locale: string, verb: string, data: object) =>
    cardReply(handleAction(desk, { actor: actor('alex'), verb, data, view: seenIn(locale) }));
  const create = async (more: object = {}) => {
    const draft = { topic: 'Cups', lastName: 'Doe', ...more };
    return (await createLead(desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' })).lead;
  };
  /** What stands in the inputs of a form. */
  const inputsOf = (card: Card): Record<string, string> => {
    const all = JSON.stringify(card).matchAll(/"id":"(\w+)","label":"[^"]*","value":"([^"]*)"/g);
    return Object.fromEntries([...all].map(([, id, value]) => [id, value]));
  };

  it('is read as its reader writes it, on every form', async () => {
    for (const [locale, typed, amount] of [
      ['de', '50.000', '50000.00'],
      ['de-DE', '50.000,5', '50000.50'],
      ['es', '1.200', '1200.00'],
      ['pt-BR', '12.500', '12500.00'],
      ['fr', '50 000', '50000.00'],
      ['fr-FR', `50${NARROW}000,25`, '50000.25'],
      ['fr', '12.50', '12.50'],
      ['de-AT', `50${NBSP}000`, '50000.00'],
      ['de-CH', '50’000.50', '50000.50'],
      ['de-CH', "1'250'000", '1250000.00'],
      ['en', '50,000', '50000.00'],
      ['en-IN', '12,34,567.80', '1234567.80'],
      ['ja', '５０，０００', '50000.00'],
      ['en', ' 12345.678 ', '12345.68'],
      ['en', '0.125', '0.13'],
    ] as const) {
      const { id: leadId } = await create();
      await act(locale, 'lead.update', { leadId, version: 1, topic: 'Cups', lastName: 'Doe', budgetAmount: typed });
      assert.equal((await desk.store.lead(leadId))?.budgetAmount, amount, `${locale} ${typed}`);
      const records = { currency: 'EUR', createContact: 'true', createOpportunity: 'true', duplicates: 'allow' };
      await act(locale, 'lead.qualify', { leadId, version: 2, ...records, estimatedValue: typed });
      const lead = await desk.store.lead(leadId);
      const opportunity = await desk.store.opportunity(lead?.opportunityId ?? '');
      assert.equal(opportunity?.estimatedValue, amount, `${locale} ${typed}`);
      const made = { topic: 'Cups', lastName: `Doe ${locale} ${amount}`, requestId: desk.newId(), budgetAmount: typed };
      await act(locale, 'lead.create', { ...made, duplicates: 'allow' });
      assert.equal((await desk.store.lead(made.requestId))?.budgetAmount, amount, `${locale} ${typed}`);
    }
  });

  it('that can be read in two ways, or in none, is refused with one that can, and stands as it was typed', async () => {
    for (const [locale, typed, example] of [
      ['en', '50.000', / 12,345\.00/],
      ['en', '50,00', / 12,345\.00/],
      ['de', '50,000', / 12\.345,00/],
      ['de', '50.00', / 12\.345,00/],
      ['de', '1.2.3', / 12\.345,00/],
      ['fr', '50.000', / 12\s345,00/],
      ['de-CH', '50.000', / 12['’]345\.00/],
      ['en', 'plenty', / 12,345\.00/],
    ] as const) {
      const { id: leadId } = await create();
      const currency = { currency: 'EUR', createContact: 'true' };
      const refused = await act(locale, 'lead.qualify', { leadId, version: 1, ...currency, budgetAmount: typed });
      assert.equal(refused.refused, 'invalid-input', `${locale} ${typed}`);
      assert.match(JSON.stringify(refused.card), example, `${locale} ${typed}`);
      assert.equal(inputsOf(refused.card).budgetAmount, typed);
    }
  });

  it('with a part of what its currency has no part of is refused, and without it taken', async () => {
    for (const [locale, typed, example] of [
      ['en', '10.5', / 12,345\./],
      ['ja', '10.05', / 12,345 /],
      ['de', '1.250,50', / 12\.345 /],
    ] as const) {
      const { id: leadId } = await create();
      const yen = { currency: 'JPY', createContact: 'true', createOpportunity: 'true', duplicates: 'allow' };
      const refused = await act(locale, 'lead.qualify', { leadId, version: 1, ...yen, estimatedValue: typed });
      assert.equal(refused.refused, 'invalid-input', `${locale} ${typed}`);
      assert.match(JSON.stringify(refused.card), example, `${locale} ${typed}`);
      assert.equal(inputsOf(refused.card).estimatedValue, typed);
    }
    assert.equal(readAmount(seenIn('en'), '1,250.00', 'JPY'), '1250');
    assert.equal(readAmount(seenIn('de'), '10,0', 'JPY'), '10');
    assert.equal(readAmount(seenIn('en'), '10.5', null), '10.5');
  });

  it('stays the same on a form that is sent as it was shown', async () => {
    const amounts = { currency: 'KWD', budgetAmount: '1250', estimatedValue: '1.255' };
    for (const locale of ['en', 'de', 'es', 'fr', 'ja', 'pt', 'de-CH', 'ar']) {
      const { id: leadId } = await create(amounts);
      const edit = await act(locale, 'lead.edit', { leadId });
      await act(locale, 'lead.update', { leadId, version: 1, ...inputsOf(edit.card) });
      const lead = await desk.store.lead(leadId);
      assert.deepEqual([lead?.version, lead?.budgetAmount], [1, '1250.000'], locale);
      const form = await act(locale, 'lead.qualify', { leadId, version: 1 });
      const records = { currency: 'KWD', createContact: 'true', createOpportunity: 'true', duplicates: 'allow' };
      await act(locale, 'lead.qualify', { leadId, version: 1, ...inputsOf(form.card), ...records });
      const { opportunityId } = (await desk.store.lead(leadId)) ?? {};
      const opportunity = await desk.store.opportunity(opportunityId ?? '');
      assert.deepEqual([opportunity?.estimatedValue, opportunity?.budgetAmount], ['1.255', '1250.000'], locale);
    }
  });

  it('is read back from what is shown in every language and currency', () => {
    for (const locale of ['en', 'en-IN', 'en-ZA', 'de', 'de-AT', 'de-CH', 'es', 'es-MX', 'fr', 'fr-CH', 'pt', 'pt-PT'])
      for (const currency of ['EUR', 'JPY', 'KWD', 'CLF', null])
        for (const units of ['0', '5', '50', '999', '1250', '50000', '1234567', '999999999999']) {
          const decimals = minorUnits(currency);
          const amount = decimals ? `${units}.${'1257'.slice(0, decimals)}` : units;
          const shown = typedAmount(seenIn(locale), amount, currency);
          assert.equal(readAmount(seenIn(locale), shown ?? '', currency), amount, `${locale} ${currency} ${shown}`);
        }
  });
});
