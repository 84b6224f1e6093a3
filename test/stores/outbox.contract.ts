import assert from 'node:assert/strict';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { assignLead } from '../../src/leads/assign-lead.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { completeTask } from '../../src/leads/change-timeline.ts';
import { deleteLead, qualifyLead, reactivateLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { assignMany } from '../../src/leads/many-leads.ts';
import { erase } from '../../src/leads/privacy.ts';
import type { PostedCard } from '../../src/outbox/posted-cards.ts';
import { actor, type OpenedDesk } from '../temporary-desk.ts';

const NOW = new Date('2026-11-25T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

/** What the outbox and what stands beside it promise in every database. */
export function outboxContract(
  name: string,
  open: () => Promise<{ desk: OpenedDesk; close: () => Promise<void> }>,
): void {
  describe(`the outbox promises (${name})`, () => {
    let desk: OpenedDesk;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ desk, close } = await open());
      await desk.people.remember(actor('megan'));
    });
    afterEach(() => close());

    const create = async () =>
      (await createLead(desk, actor('alex'), { lastName: 'Doe' }, { via: 'api', duplicates: 'allow' })).lead;
    const card = (leadId: string, nth = 1): PostedCard => ({
      ...{ conversationId: `19:${nth}`, activityId: 'a', leadId, audience: 'many', personId: null },
      ...{ locale: 'en', timeZone: 'UTC', reason: null, shown: null },
    });
    const actions = async (limit = 100) => (await desk.outbox.waiting(NOW, limit)).map(({ action }) => action);

    it('that every change leaves a row in its own commit, whichever way it came', async () => {
      const { id } = await create();
      await desk.postedCards.add(card(id), NOW);
      await changeLead(desk, actor('alex'), id, { jobTitle: 'Buyer' }, '*');
      const task = { kind: 'task', text: 'Call', dueAt: '2026-12-01T10:00:00Z' };
      const { id: taskId } = await addToTimeline(desk, actor('alex'), id, task);
      await completeTask(desk, actor('alex'), taskId);
      await addToTimeline(desk, actor('alex'), id, { kind: 'note', text: 'Likes tea' });
      const records = { createContact: true, createOpportunity: true, currency: 'EUR' };
      await qualifyLead(desk, actor('megan'), id, records, '*');
      await reactivateLead(desk, actor('alex'), id, '*');
      await assignMany(desk, actor('miriam'), { leadIds: [id], ownerId: actor('megan').id });
      await deleteLead(desk, actor('miriam'), id, '*');
      assert.deepEqual((await actions()).sort(), [
        ...['assign', 'delete', 'posted', 'qualify', 'reactivate', 'task', 'task', 'task'],
        ...['timeline-add', 'timeline-add', 'timeline-update', 'update'],
      ]);
      await assert.rejects(changeLead(desk, actor('alex'), id, { jobTitle: 'Buyer' }, 1));
      assert.equal((await actions()).length, 12);
    });

    it('that a change of a task tells when it came about, not when the task was written down', async () => {
      const long = { ...desk, now: () => new Date('2020-01-01T10:00:00Z') };
      const { id } = await create();
      const task = { kind: 'task', text: 'Call', dueAt: '2020-02-01T10:00:00Z' };
      const { id: taskId, createdAt } = await addToTimeline(long, actor('alex'), id, task);
      await completeTask(long, actor('megan'), taskId);
      await deleteLead(long, actor('miriam'), id, '*');
      const changes = (await desk.outbox.waiting(NOW, 10)).filter(({ action }) => action === 'task');
      assert.equal(changes.length, 3);
      for (const { at } of changes) {
        assert.ok(at > createdAt, at);
        assert.equal(new Date(at).toISOString(), at);
      }
    });

    it('that an erasure has every posted card looked at that may show what is gone', async () => {
      const [gone, customer, other] = [await create(), await create(), await create()];
      const records = { createContact: true, currency: 'EUR', duplicates: 'allow' };
      await qualifyLead(desk, actor('megan'), customer.id, records, '*');
      for (const [nth, { id }] of [gone, customer, other].entries()) await desk.postedCards.add(card(id, nth), NOW);
      const looked = async (subject: { leadId: string } | { email: string }) => {
        const before = (await desk.outbox.waiting(NOW, 100)).at(-1)?.seq ?? 0;
        await erase(desk, actor('admin'), subject);
        const changes = (await desk.outbox.waiting(NOW, 100)).filter(({ seq }) => seq > before);
        assert.ok(changes.every(({ action }) => action === 'erase'));
        return changes.map(({ leadId }) => leadId).sort();
      };
      const all = [gone.id, customer.id, other.id].sort();
      // Its own card is the only one a lead is on; others may show the contact, or a mail of the person.
      assert.deepEqual(await looked({ leadId: gone.id }), [gone.id]);
      assert.deepEqual(await looked({ leadId: customer.id }), all);
      assert.deepEqual(await looked({ email: 'jane@fabrikam.example' }), all);
    });

    it('that a lead is held by one at a time, and by nobody who has ended', async () => {
      const { id } = await create();
      await desk.postedCards.add(card(id), NOW);
      const changes = await desk.outbox.waiting(NOW, 10);
      const claims = await Promise.all(
        ['one', 'two', 'three'].map((holder) => desk.outbox.claim(changes, holder, NOW, later(60))),
      );
      assert.equal(claims.flat().length, 1);
      assert.deepEqual(await desk.outbox.waiting(NOW, 10), []);
      assert.equal((await desk.outbox.waiting(later(60), 10)).length, 1);
      const taken = await desk.outbox.claim(changes, 'four', later(60), later(120));
      assert.deepEqual(taken, [{ leadId: id, changes, attempts: 0 }]);
      const lost = claims.findIndex(({ length }) => length);
      const loser = ['one', 'two', 'three'][lost] ?? '';
      assert.equal(await desk.outbox.renew(id, loser, later(120)), false);
      assert.equal(await desk.outbox.finish(id, loser, changes), false);
      assert.equal(await desk.outbox.renew(id, 'four', later(180)), true);
      await changeLead(desk, actor('alex'), id, { jobTitle: 'Buyer' }, '*');
      assert.equal(await desk.outbox.finish(id, 'four', changes), true);
      assert.deepEqual(await actions(), ['update']);
      assert.deepEqual(await desk.outbox.claim(changes, 'five', later(60), later(120)), []);
      assert.deepEqual(await actions(), ['update']);
    });

    it('that a key of a request stays with whoever is at work with it, and with nobody who has ended', async () => {
      const { answers } = desk;
      const claim = async (seconds: number) => (await answers.claim('key', '', later(seconds))).state;
      assert.equal(await claim(0), 'new');
      await answers.renew('key', later(50));
      assert.equal(await claim(100), 'running');
      assert.equal(await claim(111), 'new');
      await answers.finish('key', { status: 200, headers: {}, body: 'done' });
      await answers.renew('key', later(500));
      await answers.forget(later(112));
      assert.equal(await claim(113), 'new');
    });

    it('that what could not be done waits, counts its tries and keeps its place', async () => {
      const { id } = await create();
      await desk.postedCards.add(card(id), NOW);
      const changes = await desk.outbox.waiting(NOW, 10);
      await desk.outbox.claim(changes, 'one', NOW, later(60));
      await desk.outbox.postpone(id, 'one', changes, { until: later(5), failed: true });
      assert.deepEqual(await desk.outbox.waiting(later(4), 10), []);
      assert.deepEqual(await desk.outbox.claim(changes, 'two', later(4), later(60)), []);
      const again = await desk.outbox.claim(changes, 'two', later(5), later(60));
      assert.deepEqual(again, [{ leadId: id, changes, attempts: 1 }]);
    });

    it('that what happens to a lead that waits for another try does not wait with it', async () => {
      const { id } = await create();
      await desk.postedCards.add(card(id), NOW);
      const tried = await desk.outbox.waiting(NOW, 10);
      await desk.outbox.claim(tried, 'one', NOW, later(60));
      await desk.outbox.postpone(id, 'one', tried, { until: later(600), failed: true });
      await changeLead(desk, actor('alex'), id, { jobTitle: 'Buyer' }, '*');
      const fresh = await desk.outbox.waiting(later(1), 10);
      assert.deepEqual(
        fresh.map(({ action }) => action),
        ['update'],
      );
      const claims = await Promise.all(
        ['two', 'three'].map((holder) => desk.outbox.claim(fresh, holder, later(1), later(60))),
      );
      assert.deepEqual(claims.flat(), [{ leadId: id, changes: fresh, attempts: 1 }]);
      assert.deepEqual(await desk.outbox.waiting(later(2), 10), []);
      const holder = claims[0]?.length ? 'two' : 'three';
      await desk.outbox.postpone(id, holder, fresh, { until: later(300), failed: true });
      assert.deepEqual(await desk.outbox.waiting(later(299), 10), []);
      assert.deepEqual(await desk.outbox.waiting(later(300), 10), [...tried, ...fresh]);
    });

    it('that many leads are shared out among those who want them all at once, each with its own changes', async () => {
      const leads = await Promise.all(Array.from({ length: 12 }, create));
      for (const { id } of leads) await desk.postedCards.add(card(id), NOW);
      await changeLead(desk, actor('alex'), leads[0]?.id ?? '', { jobTitle: 'Buyer' }, '*');
      const changes = await desk.outbox.waiting(NOW, 100);
      const orders = [changes, changes.toReversed(), changes.slice(3)];
      const claims = await Promise.all(
        orders.map((wanted, nth) => desk.outbox.claim(wanted, `holder ${nth}`, NOW, later(60))),
      );
      const held = claims.flat();
      assert.deepEqual(held.map(({ leadId }) => leadId).sort(), leads.map(({ id }) => id).sort());
      for (const claim of held)
        assert.deepEqual(
          claim.changes,
          changes.filter(({ leadId }) => leadId === claim.leadId),
        );
    });

    it('that a change leaves nothing where no card shows the lead and nobody wants to hear of it', async () => {
      const { id } = await create();
      await changeLead(desk, actor('alex'), id, { jobTitle: 'Buyer' }, '*');
      await addToTimeline(desk, actor('alex'), id, { kind: 'note', text: 'Likes tea' });
      assert.deepEqual(await actions(), []);
      await desk.subscriptions.set({ conversationId: '19:1', filters: {}, byId: 'x', at: NOW.toISOString() });
      await create();
      await assignLead(desk, actor('miriam'), id, { ownerId: actor('megan').id }, '*');
      assert.deepEqual(await actions(), ['create', 'assign']);
      assert.equal((await desk.outbox.backlog()).changes, 2);
    });

    it('that a card and changes that come at the same time miss each other never', async () => {
      for (let round = 0; round < 20; round++) {
        const { id } = await create();
        const changes = [1, 2, 3].map((nth) =>
          changeLead(desk, actor('alex'), id, { jobTitle: `${round} ${nth}` }, '*'),
        );
        const added = desk.postedCards.add(card(id, round), NOW).then(() => desk.store.lead(id));
        await Promise.all(changes);
        const seen = (await added)?.version ?? 0;
        const rows = (await desk.outbox.waiting(NOW, 1000)).filter(({ leadId }) => leadId === id);
        // Whatever changed after the card was remembered has a row; whatever changed before, its own look sees.
        assert.ok(rows.filter(({ action }) => action === 'update').length >= 4 - seen, `saw version ${seen}`);
        assert.equal(rows.filter(({ action }) => action === 'posted').length, 1);
      }
    });

    it('that it knows which message shows which lead, page by page', async () => {
      const { id } = await create();
      for (let nth = 0; nth < 5; nth++) await desk.postedCards.add(card(id, nth), NOW);
      const first = await desk.postedCards.of(id, { limit: 3 });
      const rest = await desk.postedCards.of(id, { limit: 3, after: first.at(-1) });
      assert.deepEqual(
        [...first, ...rest].map(({ conversationId }) => conversationId),
        ['19:0', '19:1', '19:2', '19:3', '19:4'],
      );
      await desk.postedCards.shows(card(id, 0), 'digest');
      assert.deepEqual(await desk.postedCards.find(card(id, 0)), { ...card(id, 0), shown: 'digest' });
      assert.equal(await desk.postedCards.find({ ...card(id, 0), activityId: 'b' }), undefined);
      await desk.postedCards.forget(card(id, 1));
      assert.deepEqual(
        (await desk.postedCards.of(id, { limit: 2 })).map(({ conversationId, shown }) => [conversationId, shown]),
        [
          ['19:0', 'digest'],
          ['19:2', null],
        ],
      );
    });

    it('that a chat that is gone takes its cards, its threads’ cards and its subscription along', async () => {
      const { id } = await create();
      const chat = {
        ...{ id: '19:1', kind: 'channel' as const, tenantId: 't', personId: null, serviceUrl: 'https://x.example' },
        ...{ channelId: 'msteams', botId: '28:bot', locale: 'en', timeZone: 'UTC', members: ['29:alex'] },
      };
      await desk.conversations.remember(chat);
      await desk.conversations.remember({ ...chat, personId: 'p' });
      assert.deepEqual(await desk.conversations.findAll(['19:1', '19:9']), [{ ...chat, personId: 'p' }]);
      assert.deepEqual(await desk.conversations.findAll([]), []);
      assert.deepEqual(await desk.conversations.ofPerson('p'), { ...chat, personId: 'p' });
      for (const conversationId of ['19:1', '19:1;messageid=5', '19:10']) {
        await desk.postedCards.add({ ...card(id), conversationId }, NOW);
      }
      await desk.subscriptions.set({ conversationId: '19:1', filters: {}, byId: 'x', at: NOW.toISOString() });
      await desk.conversations.forget('19:1');
      assert.equal(await desk.conversations.find('19:1'), undefined);
      assert.deepEqual(await desk.subscriptions.all(), []);
      assert.deepEqual(
        (await desk.postedCards.of(id, { limit: 9 })).map(({ conversationId }) => conversationId),
        ['19:10'],
      );
    });

    it('that a notification is taken by one, and never again once it may have been sent', async () => {
      const notification = {
        ...{ key: 'k', kind: 'assigned' as const, leadId: 'l', byId: 'b', personId: 'p', conversationId: null },
        ...{ taskId: null, state: 'waiting' as const, detail: null, attempts: 0, at: NOW.toISOString() },
      };
      await desk.notifications.add([notification]);
      const taken = await Promise.all([1, 2, 3].map(() => desk.notifications.take(NOW, 10)));
      assert.deepEqual(taken.flat(), [notification]);
      await desk.notifications.retry('k', later(3), false);
      assert.equal((await desk.notifications.take(later(3), 10))[0]?.attempts, 0);
      await desk.notifications.retry('k', later(5), true);
      assert.deepEqual(await desk.notifications.take(later(4), 10), []);
      assert.equal((await desk.notifications.take(later(5), 10))[0]?.attempts, 1);
      assert.equal(await desk.notifications.giveUp(later(5)), 0);
      assert.equal(await desk.notifications.giveUp(later(6)), 1);
      await desk.notifications.retry('k', NOW, true);
      await desk.notifications.add([notification]);
      assert.deepEqual(await desk.notifications.take(later(99), 10), []);
      assert.deepEqual(await desk.notifications.counts(), { unknown: 1 });
      assert.equal((await desk.notifications.list({ state: 'unknown', limit: 5 }))[0]?.detail, 'ended-while-sending');
    });

    it('that a task that becomes due is told once, and again only when its time has changed', async () => {
      const dueAt = later(15).toISOString();
      const reminder = { taskId: 't', leadId: 'l', personId: 'p', dueAt, tellAt: dueAt };
      await desk.reminders.set('l', [reminder]);
      // Whoever is to be told earlier has gone to another time zone since.
      await desk.reminders.set('l', [{ ...reminder, tellAt: later(10).toISOString() }]);
      assert.equal(await desk.reminders.tellDue(later(9), 10), 0);
      const told = await Promise.all([1, 2, 3].map(() => desk.reminders.tellDue(later(10), 10)));
      assert.equal(
        told.reduce((sum, count) => sum + count),
        1,
      );
      await desk.reminders.set('l', [reminder]);
      assert.equal(await desk.reminders.tellDue(later(20), 10), 0);
      await desk.reminders.set('l', [{ ...reminder, dueAt: later(30).toISOString(), tellAt: later(25).toISOString() }]);
      assert.equal(await desk.reminders.tellDue(later(25), 10), 1);
      await desk.reminders.set('l', []);
      assert.equal((await desk.notifications.take(later(30), 10)).length, 2);
    });
  });
}
