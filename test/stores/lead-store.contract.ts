import assert from 'node:assert/strict';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { deleteLead, qualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { emailMessage } from '../../src/leads/email-message.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { listLeads } from '../../src/leads/list-leads.ts';
import { logEmail } from '../../src/leads/log-email.ts';
import { actor } from '../temporary-desk.ts';

const refused = (code: string) => (error: unknown) => error instanceof LeadError && error.code === code;
const ALL = { createAccount: true, createContact: true, createOpportunity: true, currency: 'USD' };

const mail = (id: string, more: object = {}) =>
  emailMessage.parse({
    internetMessageId: id,
    from: { name: 'Jane Doe', address: 'jane@fabrikam.example' },
    to: [{ name: 'Alex', address: 'alex@contoso.example' }],
    bcc: [{ name: 'Miriam', address: 'miriam@contoso.example' }],
    subject: 'Machines',
    sentAt: '2026-11-20T10:00:00+02:00',
    conversationId: 'thread-1',
    text: 'Hello',
    ...more,
  });

/** What every store promises. `open` gives a desk on an empty store. */
export function leadStoreContract(name: string, open: () => Promise<{ desk: Desk; close: () => Promise<void> }>): void {
  describe(`the lead store promises (${name})`, () => {
    let desk: Desk;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ desk, close } = await open());
    });
    afterEach(() => close());

    const create = async (draft: object = {}): Promise<Lead> =>
      (await createLead(desk, actor('alex'), { lastName: 'Doe', topic: 'Machines', ...draft }, { via: 'api' })).lead;

    it('gives back exactly what was kept', async () => {
      const lead = await create({
        firstName: 'Łucja',
        description: 'two\nlines',
        address: { city: 'Łódź' },
        budgetAmount: 5,
      });
      assert.deepEqual(await desk.store.lead(lead.id), lead);
      assert.equal(lead.budgetAmount, '5.00');
      assert.equal(await desk.store.lead(desk.newId()), undefined);
    });

    it('lists newest first, page after page, each lead once', async () => {
      const made: string[] = [];
      for (let nth = 0; nth < 7; nth++) made.unshift((await create({ topic: `Lead ${nth}` })).id);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await desk.store.leads({ limit: 3, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      assert.deepEqual(seen, made);
    });

    it('refuses a cursor it did not write', async () => {
      await assert.rejects(desk.store.leads({ limit: 3, cursor: 'nonsense' }), refused('invalid-input'));
    });

    it('finds by words of name, company, mail, phone and topic, whatever accents and formatting', async () => {
      const lead = await create({
        firstName: 'Jürgen',
        lastName: 'Groß',
        companyName: 'Fabrikam',
        businessPhone: '+1 (425) 555-0100',
      });
      await create({ lastName: 'Other' });
      for (const q of ['jurgen', 'GROSS', 'fabri machines', '425 555 0100', '4255550100', 'Groß']) {
        const { items } = await desk.store.leads({ limit: 5, q });
        assert.deepEqual(
          items.map(({ id }) => id),
          [lead.id],
          q,
        );
      }
      assert.equal((await desk.store.leads({ limit: 5, q: '%' })).items.length, 0);
    });

    it('finds by the words of notes together with those of the lead, and by the beginning of a word', async () => {
      const lead = await create({ companyName: 'Fabrikam' });
      await create({ companyName: 'Fabrikam' });
      await addToTimeline(desk, actor('alex'), lead.id, { kind: 'note', text: 'Wants the grinder in Köln' });
      for (const q of ['fabrikam grinder', 'grin koln', 'GRINDER']) {
        const { items } = await desk.store.leads({ limit: 5, q });
        assert.deepEqual(
          items.map(({ id }) => id),
          [lead.id],
          q,
        );
      }
      await changeLead(desk, actor('alex'), lead.id, { companyName: 'Litware' }, 1);
      assert.equal((await desk.store.leads({ limit: 5, q: 'fabrikam grinder' })).items.length, 0);
      assert.equal((await desk.store.leads({ limit: 5, q: 'litware grinder' })).items.length, 1);
    });

    it('pages through what a search found, newest first', async () => {
      const made: string[] = [];
      for (let nth = 0; nth < 5; nth++) made.unshift((await create({ topic: `Common ${nth}` })).id);
      const first = await desk.store.leads({ limit: 3, q: 'common' });
      const second = await desk.store.leads({ limit: 3, q: 'common', cursor: first.next ?? '' });
      assert.deepEqual(
        [...first.items, ...second.items].map(({ id }) => id),
        made,
      );
      assert.equal(second.next, null);
    });

    it('sorts by name and company as people read them, page after page', async () => {
      for (const [lastName, companyName] of [
        ['Öz', 'B'],
        ['adams', 'C'],
        ['Zhou', 'A'],
        ['Otto', 'B'],
      ]) {
        await create({ lastName, companyName });
      }
      const sorted = async (sort: 'name' | '-company') => {
        const first = await desk.store.leads({ limit: 2, sort });
        const second = await desk.store.leads({ limit: 2, sort, cursor: first.next ?? '' });
        return [...first.items, ...second.items];
      };
      assert.deepEqual(
        (await sorted('name')).map(({ lastName }) => lastName),
        ['adams', 'Otto', 'Öz', 'Zhou'],
      );
      assert.deepEqual(
        (await sorted('-company')).map(({ companyName }) => companyName),
        ['C', 'B', 'B', 'A'],
      );
    });

    it('filters by source, rating, industry and owner', async () => {
      const hot = await create({ rating: 'hot', source: 'web', industry: 'consulting' });
      await create({ rating: 'cold' });
      for (const filter of [
        { rating: 'hot' },
        { source: 'web' },
        { industry: 'consulting' },
        { rating: 'hot', source: 'web' },
      ]) {
        assert.deepEqual(
          (await listLeads(desk, actor('alex'), filter)).items.map(({ id }) => id),
          [hot.id],
        );
      }
      assert.equal((await listLeads(desk, actor('alex'), { owner: actor('megan').id })).items.length, 0);
    });

    it('keeps the views of Dynamics 365 apart', async () => {
      const mine = await create();
      const closed = await create();
      await qualifyLead(desk, actor('alex'), closed.id, ALL_WITHOUT_ACCOUNT, 1);
      const ids = async (who: 'alex' | 'megan', view: string) =>
        (await listLeads(desk, actor(who), { view })).items.map(({ id }) => id);
      assert.deepEqual(await ids('alex', 'my-open'), [mine.id]);
      assert.deepEqual(await ids('megan', 'my-open'), []);
      assert.deepEqual(await ids('alex', 'closed'), [closed.id]);
      assert.deepEqual(await ids('alex', 'this-week'), [closed.id, mine.id]);
      assert.deepEqual(await ids('alex', 'last-week'), []);
      assert.deepEqual(await ids('alex', 'unassigned'), []);
    });

    it('lets one of many writers at once win', async () => {
      const lead = await create();
      const tries = Array.from({ length: 20 }, (_, nth) =>
        changeLead(desk, actor('alex'), lead.id, { topic: `T${nth}` }, 1),
      );
      const results = await Promise.allSettled(tries);
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.equal((await desk.store.lead(lead.id))?.version, 2);
    });

    it('makes one opportunity however many qualify a lead at once', async () => {
      const lead = await create({ companyName: 'Fabrikam' });
      const tries = Array.from({ length: 200 }, () => qualifyLead(desk, actor('megan'), lead.id, ALL, '*'));
      const results = await Promise.allSettled(tries);
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const result of results) {
        if (result.status === 'rejected') assert.match(String(result.reason), /lead-changed|lead-closed/);
      }
    });

    it('keeps what is acknowledged when another write beside it is refused', async () => {
      const lead = await create();
      const [kept, refusedWrite, created] = await Promise.allSettled([
        changeLead(desk, actor('alex'), lead.id, { topic: 'Kept' }, 1),
        desk.store.update({ ...lead, version: 9 }, []),
        create({ topic: 'Beside' }),
      ]);
      assert.deepEqual([kept.status, refusedWrite.status, created.status], ['fulfilled', 'rejected', 'fulfilled']);
      assert.equal((await desk.store.lead(lead.id))?.topic, 'Kept');
      assert.equal((await desk.store.leads({ limit: 5, q: 'beside' })).items.length, 1);
    });

    it('logs a mail once per lead, however its id is written and whoever asks', async () => {
      const lead = await create();
      const other = await create();
      const asks = ['<A@x>', 'a@X', ' <a@x> '].flatMap((id) =>
        (['alex', 'megan', 'adele'] as const).map((who) => logEmail(desk, actor(who), lead.id, mail(id))),
      );
      const answers = await Promise.all(asks);
      assert.equal(answers.filter(({ added }) => added).length, 1);
      assert.equal(new Set(answers.map(({ item }) => item.id)).size, 1);
      assert.equal((await logEmail(desk, actor('alex'), other.id, mail('<A@x>'))).added, true);
      const { items } = await desk.store.timeline(lead.id, { limit: 9, kind: 'email' });
      assert.equal(items.length, 1);
      const [item] = items;
      assert.ok(item?.kind === 'email');
      assert.deepEqual([item.sentAt, item.bcc[0]?.address], ['2026-11-20T10:00:00+02:00', 'miriam@contoso.example']);
      assert.equal(item.occurredAt, '2026-11-20T08:00:00.000Z');
    });

    it('matches a mail by itself, then its thread, then its address', async () => {
      const lead = await create({ email: 'Jane@Fabrikam.example' });
      await logEmail(desk, actor('alex'), lead.id, mail('<1@x>'));
      const byAddress = await create({ email: 'jane@fabrikam.example' });
      const ask = async (messageKey: string, conversationId: string | null) =>
        (await desk.store.matches({ messageKey, conversationId, addresses: ['jane@fabrikam.example'] })).map(
          (match) => [match.lead.id, match.reason],
        );
      assert.deepEqual(await ask('1@x', null), [
        [lead.id, 'this-mail'],
        [byAddress.id, 'same-address'],
      ]);
      assert.deepEqual((await ask('2@x', 'thread-1'))[0], [lead.id, 'same-thread']);
      assert.equal((await ask('3@x', null)).length, 2);
      assert.deepEqual(await desk.store.matches({ messageKey: 'z', conversationId: null, addresses: [] }), []);
    });

    it('removes a lead with its timeline and leaves its records without the link', async () => {
      const lead = await create({ companyName: 'Fabrikam' });
      const { account } = await qualifyLead(desk, actor('alex'), lead.id, ALL, 1);
      await deleteLead(desk, actor('miriam'), lead.id, 2);
      assert.equal(await desk.store.lead(lead.id), undefined);
      assert.deepEqual((await desk.store.timeline(lead.id, { limit: 9 })).items, []);
      assert.equal((await desk.store.account(account?.id ?? ''))?.originatingLeadId, null);
    });

    it('says so when a lead is gone', async () => {
      const lead = await create();
      await deleteLead(desk, actor('alex'), lead.id, 1);
      const note = {
        leadId: lead.id,
        subject: null,
        createdAt: lead.createdAt,
        createdBy: lead.createdBy,
        occurredAt: null,
      };
      await assert.rejects(
        desk.store.addToTimeline({ ...note, id: desk.newId(), kind: 'note', text: 'x' }),
        refused('lead-not-found'),
      );
      await assert.rejects(desk.store.update({ ...lead, version: 2 }, []), refused('lead-not-found'));
    });

    it('remembers people, and does not take a role away by meeting them again', async () => {
      const { surface: _surface, ...miriam } = actor('miriam');
      await desk.people.remember(miriam);
      await desk.people.remember({ ...miriam, name: 'Miriam G.', role: 'salesperson' });
      assert.deepEqual(await desk.people.find(miriam.id), { ...miriam, name: 'Miriam G.' });
    });
  });
}

const ALL_WITHOUT_ACCOUNT = { ...ALL, createAccount: false };
