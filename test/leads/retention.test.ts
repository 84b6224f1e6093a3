import assert from 'node:assert/strict';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { disqualifyLead, qualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { eraseExpired } from '../../src/leads/retention.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

describe('retention', () => {
  it('erases disqualified leads nobody has touched for so long, and nothing else', async () => {
    const { desk, close } = await temporaryDesk();
    const alex = actor('alex');
    const on = (day: string): Desk => ({ ...desk, now: () => new Date(`${day}T12:00:00Z`) });
    const made = async (day: string, lastName: string) =>
      (await createLead(on(day), alex, { lastName, topic: 'Mixers', companyName: lastName }, { via: 'api' })).lead.id;
    const lost = (day: string, id: string) => disqualifyLead(on(day), alex, id, { reason: 'lost' }, '*');

    const expired = await made('2026-01-01', 'Expired');
    await lost('2026-01-02', expired);
    const recent = await made('2026-01-01', 'Recent');
    await lost('2026-03-30', recent);
    const annotated = await made('2026-01-01', 'Annotated');
    await lost('2026-01-02', annotated);
    await addToTimeline(on('2026-03-30'), alex, annotated, { kind: 'note', text: 'May come back' });
    const open = await made('2026-01-01', 'Open');
    const customer = await made('2026-01-01', 'Customer');
    const all = { createAccount: true, createContact: true, createOpportunity: false, currency: 'USD' };
    await qualifyLead(on('2026-01-02'), alex, customer, all, '*');

    assert.equal(await eraseExpired(on('2026-04-01'), 60), 1);
    assert.equal(await desk.store.lead(expired), undefined);
    for (const id of [recent, annotated, open, customer]) assert.ok(await desk.store.lead(id), id);
    assert.equal(await eraseExpired(on('2026-04-01'), 60), 0);
    await close();
  });
});
