import assert from 'node:assert/strict';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { type OneOfMany, qualifyChosen, qualifyMany } from '../../src/leads/many-leads.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const IN_EUROS = { createContact: true, createOpportunity: true, currency: 'EUR' };

describe('many leads that are qualified at once', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
  });
  afterEach(() => close());

  const create = async (lastName: string, more: object = {}): Promise<Lead> =>
    (await createLead(desk, actor('alex'), { lastName, ...more }, { via: 'api', duplicates: 'allow' })).lead;
  const leadOf = (answer: OneOfMany | undefined): Lead => {
    assert.ok(answer && 'lead' in answer);
    return answer.lead;
  };

  it('keep the currency of their amounts, and have the chosen one where there is none', async () => {
    const several = async () => [
      await create('Ito', { currency: 'JPY', budgetAmount: '5000000', estimatedValue: '6000000' }),
      await create('Hart', { currency: 'USD' }),
      await create('Berg', { estimatedValue: '30000' }),
    ];
    const leads = await several();
    const many = await qualifyMany(desk, actor('alex'), { ...IN_EUROS, leadIds: leads.map(({ id }) => id) });
    const chosen = (await several()).map(({ id, version }) => ({ leadId: id, version, input: IN_EUROS }));
    for (const answers of [many, await qualifyChosen(desk, actor('alex'), chosen)]) {
      const made = await Promise.all(
        answers.map(async (answer) => {
          const { currency, budgetAmount, opportunityId } = leadOf(answer);
          const opportunity = await desk.store.opportunity(opportunityId ?? '');
          return [currency, budgetAmount, opportunity?.currency, opportunity?.estimatedValue];
        }),
      );
      assert.deepEqual(made, [
        ['JPY', '5000000', 'JPY', '6000000'],
        ['EUR', null, 'EUR', null],
        ['EUR', null, 'EUR', '30000.00'],
      ]);
    }
  });

  it('are refused an amount in another currency than their own', async () => {
    const lead = await create('Ito', { currency: 'JPY', budgetAmount: '5000000' });
    const more = { leadIds: [lead.id], opportunity: { estimatedValue: '700' } };
    const [answer] = await qualifyMany(desk, actor('alex'), { ...IN_EUROS, ...more });
    assert.ok(answer && 'error' in answer);
    assert.deepEqual(answer.error.fields, [{ field: 'currency', rule: 'not-an-option', options: ['JPY'] }]);
    assert.equal(
      leadOf((await qualifyMany(desk, actor('alex'), { ...IN_EUROS, ...more, currency: 'JPY' }))[0]).currency,
      'JPY',
    );
  });
});
