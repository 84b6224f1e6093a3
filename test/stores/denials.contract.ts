import assert from 'node:assert/strict';
import { createLead } from '../../src/leads/create-lead.ts';
import { auditDenial } from '../../src/leads/denial.ts';
import { DenialTrail } from '../../src/leads/denial-trail.ts';
import { erase, exportLead } from '../../src/leads/privacy.ts';
import { eraseExpired } from '../../src/leads/retention.ts';
import { postedCard } from '../outbox/temporary-worker.ts';
import { actor, type OpenedDesk } from '../temporary-desk.ts';

type Opened = { desk: OpenedDesk; everything: () => Promise<string>; close: () => Promise<void> };
const START = Date.parse('2026-11-25T10:00:00Z');

/** What was refused to somebody is on record, once for a minute of the same. */
export function denialsContract(name: string, open: () => Promise<Opened>): void {
  describe(`attempts that were refused (${name})`, () => {
    let desk: OpenedDesk;
    let everything: () => Promise<string>;
    let close: () => Promise<void>;
    let clock: number;
    let trail: DenialTrail;
    beforeEach(async () => {
      ({ desk, everything, close } = await open());
      clock = START;
      const failed = (error: unknown) => assert.fail(String(error));
      trail = new DenialTrail({ denials: desk.denials, now: () => new Date(clock), failed });
    });
    afterEach(() => close());

    const lead = async () => (await createLead(desk, actor('alex'), { lastName: 'Doe' }, { via: 'api' })).lead.id;
    const adele = actor('adele');
    const told = async (leadId: string) =>
      (await desk.store.audit(leadId, { limit: 200 })).items
        .filter(({ action }) => action === 'denied')
        .map(({ at, by, changes }) => [at.slice(11, 19), by.id, ...changes.map((change) => change.new)]);

    it('stand in the trail of the lead: who, what, when, by which door and in which request', async () => {
      const leadId = await lead();
      trail.add({ by: { ...adele, surface: 'outlook', requestId: 'r-1' }, tried: 'lead.qualify', leadId });
      await trail.settle();
      const [entry] = (await desk.store.audit(leadId, { limit: 1 })).items;
      assert.deepEqual(entry, {
        ...{ leadId, at: '2026-11-25T10:00:00.000Z', by: { id: adele.id, name: adele.name }, surface: 'outlook' },
        ...{ requestId: 'r-1', action: 'denied', changes: [{ field: 'tried', old: null, new: 'lead.qualify' }] },
      });
    });

    it('are told once at once, and again when the minute is over, with how often', async () => {
      const leadId = await lead();
      for (let nth = 0; nth < 50; nth++) trail.add({ by: adele, tried: 'lead.delete', leadId });
      trail.add({ by: actor('megan'), tried: 'lead.delete', leadId });
      trail.add({ by: adele, tried: 'lead.qualify', leadId });
      clock += 59_999;
      trail.endMinutes();
      trail.add({ by: adele, tried: 'lead.delete', leadId });
      clock += 1;
      trail.endMinutes();
      trail.add({ by: adele, tried: 'lead.delete', leadId });
      await trail.settle();
      assert.deepEqual((await told(leadId)).reverse(), [
        ['10:00:00', adele.id, 'lead.delete'],
        ['10:00:00', actor('megan').id, 'lead.delete'],
        ['10:00:00', adele.id, 'lead.qualify'],
        ['10:01:00', adele.id, 'lead.delete', 50],
        ['10:01:00', adele.id, 'lead.delete'],
      ]);
    });

    it('of somebody who tries without end fill no disk: beyond a hundred in a minute only their number is kept', async () => {
      for (let nth = 0; nth < 5000; nth++) trail.add({ by: adele, tried: `get /${nth}` });
      await trail.settle();
      const { items, next } = await desk.denials.list({ limit: 100 });
      assert.equal(items.length, 100);
      assert.deepEqual(
        items[0]?.changes.map((change) => change.new),
        ['other', 4900],
      );
      const rest = await desk.denials.list({ limit: 100, cursor: next ?? '' });
      assert.deepEqual([rest.items.length, rest.next], [1, null]);
    });

    it('on what is not there belong to no lead, whatever was written as its id', async () => {
      for (const leadId of ['jane@fabrikam.example', await lead(), undefined]) {
        await desk.denials.record(auditDenial({ by: adele, tried: 'get /api/leads/:id/export', leadId }, '2026-11-25'));
      }
      const { items } = await desk.denials.list({ limit: 9 });
      assert.deepEqual(
        items.map(({ leadId }) => leadId !== ''),
        [false, true, false],
      );
      assert.doesNotMatch(await everything(), /jane@fabrikam/);
    });

    it('and concern no lead go when the time is over for which things are kept; those of a lead stay with it', async () => {
      const at = (day: string) => `${day}T10:00:00.000Z`;
      const leadId = await lead();
      for (const [day, tried, about] of [
        ['2026-09-01', 'old', undefined],
        ['2026-09-01', 'old, of a lead', leadId],
        ['2026-09-02', 'just kept', undefined],
        ['2026-11-01', 'new', undefined],
      ] as const) {
        await desk.denials.record(auditDenial({ by: adele, tried, leadId: about }, at(day)));
      }
      await eraseExpired({ ...desk, now: () => new Date(at('2026-11-01')) }, 60);
      const { items } = await desk.denials.list({ limit: 9 });
      assert.deepEqual(
        items.map(({ changes }) => changes[0]?.new),
        ['new', 'just kept', 'old, of a lead'],
      );
    });

    it('are no change that a card would follow', async () => {
      const leadId = await lead();
      await desk.postedCards.add(postedCard(leadId, '19:1'), new Date(clock));
      const before = await desk.outbox.backlog();
      trail.add({ by: adele, tried: 'lead.qualify', leadId });
      await trail.settle();
      assert.deepEqual(await desk.outbox.backlog(), before);
    });

    it('are exported and erased with the lead', async () => {
      const leadId = await lead();
      trail.add({ by: adele, tried: 'lead.qualify', leadId });
      await trail.settle();
      assert.match(JSON.stringify(await exportLead(desk, actor('admin'), leadId)), /"denied"/);
      await erase(desk, actor('admin'), { leadId });
      assert.deepEqual((await desk.denials.list({ limit: 9 })).items, []);
    });
  });
}
