import assert from 'node:assert/strict';
import { assignLead } from '../../src/leads/assign-lead.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { deleteLead, disqualifyLead, qualifyLead, reactivateLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { nextStatus, STATUS_REASONS, type StatusMove } from '../../src/leads/lead-status.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const ALL = { createAccount: true, createContact: true, createOpportunity: true, currency: 'EUR' };
const refused = (code: string) => (error: unknown) => error instanceof LeadError && error.code === code;

describe('the life of a lead', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
  });
  afterEach(() => close());

  const jane = async () => {
    const draft = {
      lastName: 'Doe',
      firstName: 'Jane',
      companyName: 'Fabrikam',
      topic: 'Licences',
      estimatedValue: 12.345,
    };
    return (await createLead(desk, actor('alex'), draft, { via: 'chat', duplicates: 'allow' })).lead;
  };

  it('lets every status move exactly as the contract says', () => {
    const moves = {
      open: { qualify: 'qualified', disqualify: 'disqualified', reactivate: 'lead-open' },
      qualified: { qualify: 'lead-closed', disqualify: 'lead-closed', reactivate: 'open' },
      disqualified: { qualify: 'lead-closed', disqualify: 'lead-closed', reactivate: 'open' },
    } as const;
    for (const status of Object.keys(STATUS_REASONS) as (keyof typeof STATUS_REASONS)[]) {
      for (const [move, expected] of Object.entries(moves[status]) as [StatusMove, string][]) {
        if (expected.startsWith('lead-')) assert.throws(() => nextStatus(status, move), refused(expected));
        else assert.equal(nextStatus(status, move), expected);
      }
    }
  });

  it('qualifies into linked account, contact and opportunity in the chosen currency', async () => {
    const lead = await jane();
    const made = await qualifyLead(desk, actor('alex'), lead.id, ALL, 1);
    assert.equal(made.account?.name, 'Fabrikam');
    assert.equal(made.contact?.accountId, made.account?.id);
    assert.equal(made.opportunity?.name, 'Licences');
    assert.equal(made.opportunity?.estimatedValue, '12.35');
    const stored = await desk.store.lead(lead.id);
    assert.equal(stored?.status, 'qualified');
    assert.equal(stored?.opportunityId, made.opportunity?.id);
  });

  it('refuses to qualify without a currency and writes nothing', async () => {
    const lead = await jane();
    const { currency: _none, ...rest } = ALL;
    await assert.rejects(qualifyLead(desk, actor('alex'), lead.id, rest, 1), refused('invalid-input'));
    assert.equal((await desk.store.lead(lead.id))?.status, 'open');
  });

  it('reuses the records of a lead that is reactivated and qualified again', async () => {
    const lead = await jane();
    const first = await qualifyLead(desk, actor('alex'), lead.id, ALL, 1);
    await reactivateLead(desk, actor('alex'), lead.id, 2);
    await assert.rejects(
      disqualifyLead(desk, actor('alex'), lead.id, { reason: 'lost' }, 3),
      refused('lead-has-opportunity'),
    );
    const second = await qualifyLead(desk, actor('alex'), lead.id, ALL, 3);
    assert.equal(second.opportunity?.id, first.opportunity?.id);
    assert.equal(second.account?.id, first.account?.id);
  });

  it('keeps the value and the date that were said when it was qualified, with an opportunity or without', async () => {
    const figures = { estimatedValue: '70000', estimatedCloseDate: '2027-01-31' };
    for (const createOpportunity of [true, false]) {
      const lead = await jane();
      const input = { ...ALL, duplicates: 'allow', createOpportunity, opportunity: figures };
      await qualifyLead(desk, actor('alex'), lead.id, input, 1);
      const { estimatedValue, estimatedCloseDate } = (await desk.store.lead(lead.id)) ?? {};
      assert.deepEqual([estimatedValue, estimatedCloseDate], ['70000.00', '2027-01-31']);
    }
  });

  it('brings its open opportunity up to date when it is qualified again', async () => {
    const lead = await jane();
    const first = await qualifyLead(desk, actor('alex'), lead.id, { ...ALL, opportunity: { name: 'Big deal' } }, 1);
    await reactivateLead(desk, actor('alex'), lead.id, 2);
    await changeLead(desk, actor('alex'), lead.id, { need: 'must-have' }, 3);
    const opportunity = { estimatedValue: '50000', estimatedCloseDate: '2027-01-31' };
    const stage = { budgetAmount: '60000' };
    await qualifyLead(desk, actor('alex'), lead.id, { currency: 'JPY', opportunity }, 4, { stage });
    const kept = await desk.store.opportunity(first.opportunity?.id ?? '');
    const changed = { ...opportunity, ...stage, currency: 'JPY', need: 'must-have' };
    assert.deepEqual(kept, { ...first.opportunity, ...changed });
    assert.equal((await desk.store.lead(lead.id))?.estimatedValue, '50000');
    // Said to be unknown by now, it is.
    await reactivateLead(desk, actor('alex'), lead.id, 5);
    await qualifyLead(desk, actor('alex'), lead.id, { currency: 'JPY', opportunity: { estimatedValue: null } }, 6);
    assert.equal((await desk.store.opportunity(kept?.id ?? ''))?.estimatedValue, null);
  });

  it('makes one opportunity however many qualify at once', async () => {
    const lead = await jane();
    const tries = Array.from({ length: 50 }, () => qualifyLead(desk, actor('megan'), lead.id, ALL, 1));
    const results = await Promise.allSettled(tries);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('keeps a closed lead’s fields until it is reactivated', async () => {
    const lead = await jane();
    await disqualifyLead(desk, actor('alex'), lead.id, { reason: 'cannot-contact', note: 'No answer' }, 1);
    await assert.rejects(changeLead(desk, actor('alex'), lead.id, { topic: 'Other' }, 2), refused('lead-closed'));
    await reactivateLead(desk, actor('alex'), lead.id, 2);
    assert.equal((await changeLead(desk, actor('alex'), lead.id, { topic: 'Other' }, 3)).topic, 'Other');
    const { items } = await desk.store.timeline(lead.id, { limit: 10, kind: 'note' });
    assert.equal(items[0]?.text, 'No answer');
  });

  it('keeps the fields of a qualified lead, too', async () => {
    const lead = await jane();
    await qualifyLead(desk, actor('alex'), lead.id, ALL, 1);
    for (const seen of [2, '*'] as const) {
      await assert.rejects(changeLead(desk, actor('alex'), lead.id, { topic: 'Other' }, seen), refused('lead-closed'));
    }
  });

  it('refuses a decision made on an old version before any rule of business, and writes nothing', async () => {
    for (const status of Object.keys(STATUS_REASONS)) {
      const { id } = await jane();
      await changeLead(desk, actor('alex'), id, { rating: 'hot' }, 1);
      if (status === 'qualified') await qualifyLead(desk, actor('alex'), id, { currency: 'EUR' }, '*');
      if (status === 'disqualified') await disqualifyLead(desk, actor('alex'), id, { reason: 'lost' }, '*');
      const before = await desk.privacy.leadData(id);
      const megan = await desk.people.remember(actor('megan'));
      const decisions: Record<string, (seen: number) => Promise<unknown>> = {
        change: (seen) => changeLead(desk, actor('alex'), id, { rating: 'cold' }, seen),
        qualify: (seen) => qualifyLead(desk, actor('alex'), id, ALL, seen),
        disqualify: (seen) => disqualifyLead(desk, actor('alex'), id, { reason: 'canceled' }, seen),
        reactivate: (seen) => reactivateLead(desk, actor('alex'), id, seen),
        assign: (seen) => assignLead(desk, actor('alex'), id, { ownerId: megan.id }, seen),
        delete: (seen) => deleteLead(desk, actor('alex'), id, seen),
      };
      for (const [name, decide] of Object.entries(decisions)) {
        await assert.rejects(decide(1), refused('lead-changed'), `${name}, ${status}`);
        assert.deepEqual(await desk.privacy.leadData(id), before, `${name}, ${status}`);
      }
    }
  });

  it('lets a team member read and annotate only', async () => {
    const lead = await jane();
    await assert.rejects(changeLead(desk, actor('adele'), lead.id, { topic: 'x' }, 1), refused('not-permitted'));
    await assert.rejects(createLead(desk, actor('adele'), { lastName: 'x' }, { via: 'api' }), refused('not-permitted'));
    await assert.rejects(deleteLead(desk, actor('megan'), lead.id, 1), refused('not-permitted'));
  });

  it('creates one lead from the same form however often it is sent', async () => {
    const id = desk.newId();
    const send = () => createLead(desk, actor('alex'), { lastName: 'Doe' }, { via: 'chat', id });
    const answers = await Promise.all([send(), send(), send()]);
    assert.deepEqual(answers.map(({ inserted }) => inserted).sort(), [false, false, true]);
  });
});
