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

  it('see what was made of those before them, where it is the same customer', async () => {
    const fourthCoffee = (firstName: string, host: string) =>
      create('Doe', { firstName, companyName: 'Fourth Coffee', email: `${firstName}@${host}.example` });
    const leads = [
      await fourthCoffee('jane', 'fourthcoffee'),
      await create('Berg', { firstName: 'Karin', companyName: 'Northwind', email: 'karin@northwind.example' }),
      await fourthCoffee('joe', 'fourthcoffee'),
      await create('Berg', { firstName: 'K', email: 'karin@northwind.example' }),
      await fourthCoffee('jim', 'fourth-coffee'),
      await create('Lee', { firstName: 'Yuki', companyName: 'Tailspin' }),
    ];
    const input = { ...IN_EUROS, createAccount: true, leadIds: leads.map(({ id }) => id) };
    const answers = await qualifyMany(desk, actor('alex'), input);
    const outcome = (answer: OneOfMany) => ('lead' in answer ? answer.lead.status : answer.error.code);
    const [asked, made] = ['duplicate-customer', 'qualified'];
    // The one without a company is refused its account.
    assert.deepEqual(answers.map(outcome), [made, made, asked, 'invalid-input', asked, made]);
    const [, , joe, karin] = leads;
    const allowed = { ...input, leadIds: [joe?.id, karin?.id], createAccount: false };
    assert.deepEqual((await qualifyMany(desk, actor('alex'), allowed)).map(outcome), [made, asked]);
    const anyway = { ...allowed, leadIds: [karin?.id], duplicates: 'allow' };
    assert.deepEqual((await qualifyMany(desk, actor('alex'), anyway)).map(outcome), [made]);
  });

  it('that have no customer in common do not wait for each other', async () => {
    const leads = await Promise.all(['Ito', 'Hart', 'Berg'].map((name) => create(name, { companyName: name })));
    const { store } = desk;
    const waiting: (() => void)[] = [];
    const slow: typeof store = Object.create(store, {
      lead: { value: (id: string) => store.lead(id) },
      duplicates: { value: (query: Parameters<typeof store.duplicates>[0]) => store.duplicates(query) },
      qualify: {
        value: async (...given: Parameters<typeof store.qualify>) => {
          await new Promise<void>((goOn) => {
            waiting.push(goOn);
            if (waiting.length === leads.length) for (const each of waiting) each();
          });
          return store.qualify(...given);
        },
      },
    });
    const input = { ...IN_EUROS, createAccount: true, leadIds: leads.map(({ id }) => id) };
    const answers = await qualifyMany({ ...desk, store: slow }, actor('alex'), input);
    assert.deepEqual(
      answers.map((answer) => leadOf(answer).status),
      Array(3).fill('qualified'),
    );
  });
});
