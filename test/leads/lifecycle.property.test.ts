import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeLead } from '../../src/leads/change-lead.ts';
import { disqualifyLead, qualifyLead, reactivateLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { STATUS_REASONS } from '../../src/leads/lead-status.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const STEPS = ['edit', 'qualify', 'disqualify', 'reactivate'] as const;

describe('whatever people do to a lead', () => {
  it('its version counts what was done, its reason fits its status, its records are made once', async () => {
    const { desk, close } = await temporaryDesk();
    const alex = actor('alex');
    const records = {
      createAccount: true,
      createContact: true,
      createOpportunity: true,
      currency: 'JPY',
      duplicates: 'allow',
    };
    const property = fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), async (steps) => {
      const draft = { lastName: 'Doe', companyName: 'Fabrikam', estimatedValue: '10.5' };
      const { lead } = await createLead(desk, alex, draft, { via: 'api', duplicates: 'allow' });
      const opportunities = new Set<string>();
      let version = 1;
      for (const [nth, step] of steps.entries()) {
        const work = {
          edit: () => changeLead(desk, alex, lead.id, { topic: `Topic ${nth}` }, version),
          qualify: () => qualifyLead(desk, alex, lead.id, records, version),
          disqualify: () => disqualifyLead(desk, alex, lead.id, { reason: 'lost' }, version),
          reactivate: () => reactivateLead(desk, alex, lead.id, version),
        }[step];
        try {
          await work();
          version++;
        } catch (error) {
          // Refusals are part of the life of a lead; anything else fails the property.
          if (!(error instanceof LeadError)) throw error;
        }
        const now = await desk.store.lead(lead.id);
        assert.ok(now);
        assert.equal(now.version, version);
        assert.ok((STATUS_REASONS[now.status] as readonly string[]).includes(now.statusReason));
        if (now.opportunityId) opportunities.add(now.opportunityId);
        assert.ok(now.status !== 'qualified' || now.opportunityId);
      }
      assert.ok(opportunities.size <= 1);
    });
    await fc.assert(property, { numRuns: 60 });
    await close();
  });
});
