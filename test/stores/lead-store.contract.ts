import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { readBody } from '../../src/actions/read-mail.ts';
import { addAttachments } from '../../src/leads/add-attachments.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { auditLead } from '../../src/leads/audit.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { changeTimelineItem, removeTimelineItem } from '../../src/leads/change-timeline.ts';
import { deleteLead, disqualifyLead, qualifyLead, reactivateLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { DuplicatesFound } from '../../src/leads/duplicates.ts';
import { emailMessage } from '../../src/leads/email-message.ts';
import type { GivenFile } from '../../src/leads/keep-file.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { leadEvent } from '../../src/leads/lead-event.ts';
import { listLeads } from '../../src/leads/list-leads.ts';
import { logEmail } from '../../src/leads/log-email.ts';
import { qualifyMany } from '../../src/leads/many-leads.ts';
import { leadKeys } from '../../src/leads/match-keys.ts';
import { type PipelineGroup, pipeline } from '../../src/leads/pipeline.ts';
import { erase, exportPerson } from '../../src/leads/privacy.ts';
import { unfollowThread } from '../../src/leads/unfollow-thread.ts';
import { actor } from '../temporary-desk.ts';

const refused = (code: string) => (error: unknown) => error instanceof LeadError && error.code === code;
const ALL = { createAccount: true, createContact: true, createOpportunity: true, currency: 'USD', duplicates: 'allow' };

const mail = (id: string, more: object = {}) =>
  readBody(
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
    }),
  );

async function* bytesOf(content: string | Buffer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

async function* given(files: Record<string, string | Buffer>): AsyncGenerator<GivenFile> {
  for (const [name, content] of Object.entries(files)) {
    yield { name, contentType: 'text/plain', bytes: bytesOf(content) };
  }
}

/** What every store promises. `open` gives a desk on an empty store, and a way to read every row of every table. */
export function leadStoreContract(
  name: string,
  open: () => Promise<{ desk: Desk; everything: () => Promise<string>; close: () => Promise<void> }>,
): void {
  describe(`the lead store promises (${name})`, () => {
    let desk: Desk;
    let everything: () => Promise<string>;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ desk, everything, close } = await open());
    });
    afterEach(() => close());

    const create = async (draft: object = {}): Promise<Lead> =>
      (
        await createLead(
          desk,
          actor('alex'),
          { lastName: 'Doe', topic: 'Machines', ...draft },
          { via: 'api', duplicates: 'allow' },
        )
      ).lead;

    const attach = async (lead: Lead, files: Record<string, string | Buffer>) => {
      const { item } = await addAttachments(desk, actor('alex'), lead.id, given(files));
      assert.ok(item);
      return item;
    };

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

    it('finds names that are written without a space with one and without', async () => {
      const lead = await create({ firstName: '太郎', lastName: '山田' });
      for (const q of ['山田太郎', '山田 太郎', '山田', '太郎'])
        assert.deepEqual(
          (await desk.store.leads({ limit: 5, q })).items.map(({ id }) => id),
          [lead.id],
          q,
        );
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

    it('lists as unassigned the leads that nobody owns and that are still to be worked on', async () => {
      const inquiry = async (lastName: string) =>
        (await createLead(desk, actor('alex'), { lastName }, { via: 'form', owner: null })).lead;
      const waiting = await inquiry('Archie');
      const closed = await inquiry('Smith');
      await disqualifyLead(desk, actor('alex'), closed.id, { reason: 'lost' }, 1);
      await create();
      const { items } = await listLeads(desk, actor('megan'), { view: 'unassigned' });
      assert.deepEqual(
        items.map(({ id }) => id),
        [waiting.id],
      );
    });

    it('counts leads and adds up their value exactly, by status, source, owner and week', async () => {
      const much = { currency: 'KWD', estimatedValue: '999999999999.999', source: 'web' };
      for (let nth = 0; nth < 20; nth++) await create(much);
      await create({ currency: 'USD', estimatedValue: '0.10', source: 'web' });
      const lost = await create({ currency: 'USD', estimatedValue: '0.20' });
      await disqualifyLead(desk, actor('alex'), lost.id, { reason: 'lost' }, 1);
      const by = async (input: object) => (await pipeline(desk, actor('alex'), input)).groups;
      const millions = { currency: 'KWD', amount: '19999999999999.980' };
      const byStatus = [
        { key: 'open', count: 21, value: [millions, { currency: 'USD', amount: '0.10' }] },
        { key: 'disqualified', count: 1, value: [{ currency: 'USD', amount: '0.20' }] },
      ];
      const sorted = (groups: PipelineGroup[]) =>
        groups.map((group) => ({
          ...group,
          value: group.value.sort((a, b) => (String(a.currency) < String(b.currency) ? -1 : 1)),
        }));
      assert.deepEqual(sorted(await by({ by: 'status' })), byStatus);
      assert.deepEqual(
        (await by({ by: 'source' })).map(({ key, count }) => [key, count]),
        [
          ['web', 21],
          [null, 1],
        ],
      );
      assert.deepEqual(
        (await by({ by: 'owner', view: 'open' })).map(({ key, count }) => [key, count]),
        [[actor('alex').id, 21]],
      );
      const [week, ...others] = await by({ by: 'week' });
      assert.equal(others.length, 0);
      assert.equal(new Date(week?.key ?? '').getUTCDay(), 1);
      assert.equal(week?.count, 22);
    });

    it('goes on after the last lead of a page when that one is gone', async () => {
      for (let nth = 0; nth < 6; nth++) await create({ topic: `Turbine ${nth}` });
      for (const query of [{ limit: 2 }, { limit: 2, q: 'turbine' }]) {
        const first = await desk.store.leads(query);
        await deleteLead(desk, actor('miriam'), first.items[1]?.id ?? '', '*');
        const rest = await desk.store.leads({ ...query, limit: 9, cursor: first.next ?? '' });
        const all = await desk.store.leads({ ...query, limit: 9 });
        assert.deepEqual(rest.items, all.items.slice(1));
        assert.ok(rest.items.length > 2);
      }
      await assert.rejects(desk.store.leads({ q: 'turbine', limit: 2, cursor: 'bm9uZQ' }), refused('invalid-input'));
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
        if (result.status === 'rejected') assert.match(String(result.reason), /lead-closed/);
      }
    });

    it('brings an open opportunity up to date when its lead is qualified again', async () => {
      const lead = await create({ companyName: 'Fabrikam', estimatedValue: '1000' });
      const { opportunity } = await qualifyLead(desk, actor('alex'), lead.id, ALL, 1);
      await reactivateLead(desk, actor('alex'), lead.id, 2);
      const input = { ...ALL, opportunity: { estimatedValue: '50000' } };
      const again = await qualifyLead(desk, actor('alex'), lead.id, input, 3);
      assert.deepEqual(again.opportunity, { ...opportunity, estimatedValue: '50000.00' });
      assert.deepEqual(await desk.store.opportunity(opportunity?.id ?? ''), again.opportunity);
    });

    it('keeps what is acknowledged when another write beside it is refused', async () => {
      const lead = await create();
      const [kept, refusedWrite, created] = await Promise.allSettled([
        changeLead(desk, actor('alex'), lead.id, { topic: 'Kept' }, 1),
        desk.store.update({ ...lead, version: 9 }, lead, trailOf(lead)),
        create({ topic: 'Beside' }),
      ]);
      assert.deepEqual([kept.status, refusedWrite.status, created.status], ['fulfilled', 'rejected', 'fulfilled']);
      assert.equal((await desk.store.lead(lead.id))?.topic, 'Kept');
      assert.equal((await desk.store.leads({ limit: 5, q: 'beside' })).items.length, 1);
    });

    it('keeps once what stands beside work that fails', async () => {
      const lead = await create();
      const entry = (await desk.store.audit(lead.id, { limit: 1 })).items[0];
      assert.ok(entry);
      const [before, stale, after] = await Promise.allSettled([
        create({ topic: 'Before' }),
        desk.store.delete(lead.id, 9, entry),
        create({ topic: 'After' }),
      ]);
      assert.ok(stale.status === 'rejected' && refused('lead-changed')(stale.reason));
      for (const made of [before, after]) {
        assert.ok(made.status === 'fulfilled');
        assert.deepEqual(await desk.store.lead(made.value.id), made.value);
        assert.equal((await desk.store.audit(made.value.id, { limit: 9 })).items.length, 1);
      }
      assert.equal((await desk.store.leads({ limit: 9 })).items.length, 3);
    });

    it('takes back the whole of a write that fails in its middle, and nothing of the writes beside it', async () => {
      const lead = await create();
      const half = { ...lead, id: desk.newId(), topic: 'Half' };
      const stray = leadEvent(
        desk.newId(),
        { event: 'qualified' },
        {
          id: desk.newId(),
          at: lead.createdAt,
          by: lead.createdBy,
        },
      );
      const [before, failed, after] = await Promise.allSettled([
        create({ topic: 'Before' }),
        desk.store.insert(half, { ...trailOf(half), entries: [stray] }),
        create({ topic: 'After' }),
      ]);
      assert.deepEqual([before.status, failed.status, after.status], ['fulfilled', 'rejected', 'fulfilled']);
      assert.equal(await desk.store.lead(half.id), undefined);
      assert.equal((await desk.store.leads({ limit: 9 })).items.length, 3);
    });

    it('keeps a lead unless there is what it must not be like, and answers with that', async () => {
      const lead = await create({ email: 'jane@fabrikam.example' });
      const entry = (await desk.store.audit(lead.id, { limit: 1 })).items[0];
      assert.ok(entry);
      const like = { ...lead, id: desk.newId() };
      const unless = { keys: leadKeys(like), kinds: ['lead', 'contact'] as const };
      const trail = { entries: [], audit: { ...entry, leadId: like.id } };
      const answer = await desk.store.insert(like, trail, unless);
      assert.deepEqual('duplicates' in answer && answer.duplicates.map(({ id }) => id), [lead.id]);
      assert.equal(await desk.store.lead(like.id), undefined);
      assert.equal((await desk.store.audit(like.id, { limit: 9 })).items.length, 0);
      assert.deepEqual(await desk.store.insert(lead, trail, unless), { lead, inserted: false });
      assert.deepEqual(await desk.store.insert(like, trail, { ...unless, except: lead.id }), {
        lead: like,
        inserted: true,
      });
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
      const ask = async (messageKey: string, conversationId: string | null) => {
        const addresses = ['jane@fabrikam.example'];
        const { leads } = await desk.store.matches({
          messageKeys: [messageKey],
          conversationId,
          addresses,
          domains: [],
        });
        return leads.map((match) => [match.lead.id, match.reason]);
      };
      assert.deepEqual(await ask('1@x', null), [
        [lead.id, 'this-mail'],
        [byAddress.id, 'same-address'],
      ]);
      assert.deepEqual((await ask('2@x', 'thread-1'))[0], [lead.id, 'same-thread']);
      assert.equal((await ask('3@x', null)).length, 2);
      const nothing = { messageKeys: ['z'], conversationId: null, addresses: [], domains: [] };
      assert.deepEqual(await desk.store.matches(nothing), { leads: [], customers: [], openLeads: 0 });
    });

    it('no longer finds a lead by a conversation that is not about it, until another mail of it is logged', async () => {
      const [lead, other] = [await create(), await create()];
      for (const { id } of [lead, other]) await logEmail(desk, actor('alex'), id, mail('<1@x>'));
      const followed = async () => {
        const asked = { messageKeys: ['z'], conversationId: 'thread-1', addresses: [], domains: [] };
        return (await desk.store.matches(asked)).leads.map((match) => match.lead.id).sort();
      };
      await unfollowThread(desk, actor('megan'), lead.id, 'thread-1');
      assert.deepEqual(await followed(), [other.id]);
      const entry = await desk.store.loggedEmail(lead.id, '1@x');
      assert.equal(entry?.conversationId, 'thread-1');
      await addAttachments(desk, actor('alex'), lead.id, given({ 'plan.txt': 'plan' }), entry?.id);
      assert.deepEqual(await followed(), [other.id]);
      const { items } = await desk.store.audit(lead.id, { limit: 9 });
      assert.deepEqual(
        items.filter(({ action }) => action === 'unfollow').map(({ by }) => by.name),
        ['Megan Bowen'],
      );
      await logEmail(desk, actor('alex'), lead.id, mail('<2@x>'));
      assert.deepEqual(await followed(), [lead.id, other.id].sort());
    });

    it('logs every message once on every lead, whatever people, mailboxes, devices and retries do', async () => {
      const leads = [await create(), await create()];
      const spellings = ['<Once@Fabrikam.example>', 'once@fabrikam.example', ' <ONCE@FABRIKAM.EXAMPLE> ', undefined];
      const times = ['2026-11-20T10:00:00+02:00', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'];
      const people = ['alex', 'megan', 'miriam', 'adele', 'admin'] as const;
      const attempt = fc.record({
        lead: fc.constantFrom(...leads),
        who: fc.constantFrom(...people),
        mailbox: fc.constantFrom('alex@contoso.example', 'sales@contoso.example', undefined),
        direction: fc.constantFrom('received', 'sent'),
        internetMessageId: fc.constantFrom(...spellings),
        sentAt: fc.constantFrom(...times),
        to: fc.constantFrom(
          ['alex@contoso.example', 'Sales@Contoso.example'],
          ['sales@contoso.example', 'ALEX@contoso.example'],
        ),
      });
      // Each inner list is sent at once, the lists one after the other.
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(attempt, { maxLength: 6 }), { maxLength: 4 }), async (rounds) => {
          const nth = randomUUID();
          const expected = new Set<string>();
          for (const round of rounds) {
            await Promise.all(
              round.map(({ lead, who, internetMessageId, to, mailbox, ...more }) => {
                const id = internetMessageId?.replace(/once/i, `$&-${nth}`);
                expected.add(`${lead.id} ${id ? 'with' : 'without'}`);
                const email = mail(id ?? '', {
                  ...more,
                  ...(mailbox && { mailbox }),
                  subject: `Machines ${nth}`,
                  to: to.map((address) => ({ name: '', address })),
                });
                return logEmail(desk, actor(who), lead.id, email);
              }),
            );
          }
          const logged: string[] = [];
          for (const { id } of leads) {
            const { items } = await desk.store.timeline(id, { limit: 100, kind: 'email' });
            for (const item of items) {
              if (item.kind !== 'email' || item.subject !== `Machines ${nth}`) continue;
              logged.push(`${id} ${item.messageKey.startsWith('fingerprint:') ? 'without' : 'with'}`);
            }
          }
          assert.deepEqual(logged.sort(), [...expected].sort());
        }),
        { numRuns: 40 },
      );
    });

    it('knows the company of a mail: its customers, and its open leads counted', async () => {
      const customer = await create({ companyName: 'Fabrikam', email: 'jane@fabrikam.example' });
      await qualifyLead(desk, actor('megan'), customer.id, ALL, '*');
      const open = [
        await create({ email: 'grady@fabrikam.example' }),
        await create({ email: 'pradeep@fabrikam.example' }),
      ];
      await create({ email: 'jane@northwind.example' });
      const addresses = [
        'jane@fabrikam.example',
        ...Array.from({ length: 200 }, (_, n) => `nobody${n}@wingtip.example`),
      ];
      const found = await desk.store.matches({
        ...{ messageKeys: ['z'], conversationId: null, addresses },
        domains: ['fabrikam.example', 'wingtip.example'],
      });
      assert.deepEqual(
        found.leads.map(({ lead, reason }) => [lead.id, reason]),
        [[customer.id, 'same-address'], ...open.reverse().map(({ id }) => [id, 'same-domain'])],
      );
      assert.equal(found.openLeads, 2);
      assert.deepEqual(
        found.customers.map(({ kind, reason }) => [kind, reason]),
        [
          ['contact', 'same-address'],
          ['account', 'same-domain'],
        ],
      );
    });

    it('finds likely duplicates by mail, phone, name with company and name with domain, and says why', async () => {
      const jane = {
        firstName: 'Jane',
        lastName: 'Dôe',
        companyName: 'Fabrikam GmbH',
        email: 'jane@fabrikam.example',
        businessPhone: '+49 40 66969-123',
      };
      const { id } = await create(jane);
      const reasons = async (draft: object) => {
        const creation = createLead(desk, actor('alex'), { lastName: 'X', ...draft }, { via: 'api' });
        return creation.then(
          () => [],
          (error) => {
            assert.ok(error instanceof DuplicatesFound && error.candidates[0]?.id === id, String(error));
            return error.candidates[0].reasons;
          },
        );
      };
      assert.deepEqual(await reasons({ email: 'Jane@Fabrikam.example' }), ['same-email']);
      assert.deepEqual(await reasons({ mobilePhone: '(040) 66969 123' }), ['same-phone']);
      assert.deepEqual(await reasons({ firstName: 'jane', lastName: 'DOE', companyName: 'Fabrikam' }), [
        'same-name-and-company',
      ]);
      assert.deepEqual(await reasons({ firstName: 'Jane', lastName: 'Doe', email: 'j.doe@fabrikam.example' }), [
        'same-name-and-domain',
      ]);
      assert.deepEqual(await reasons({ firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@gmail.com' }), []);
      await changeLead(desk, actor('alex'), id, { email: 'other@fabrikam.example' }, 1);
      assert.deepEqual(await reasons({ email: 'jane@fabrikam.example' }), []);
    });

    it('keeps an audit trail of every change, newest first', async () => {
      const lead = await create({ address: { city: 'Köln' } });
      await changeLead(desk, actor('megan'), lead.id, { rating: 'hot', address: { city: 'Bonn' } }, 1);
      const note = await addToTimeline(desk, actor('adele'), lead.id, { kind: 'note', text: 'Old' });
      await changeTimelineItem(desk, actor('adele'), note.id, { text: 'New' });
      await removeTimelineItem(desk, actor('miriam'), note.id);
      await deleteLead(desk, actor('alex'), lead.id, 2);
      const first = await desk.store.audit(lead.id, { limit: 4 });
      const { items: rest } = await desk.store.audit(lead.id, { limit: 9, cursor: first.next ?? '' });
      const all = [...first.items, ...rest];
      // Nothing else says any more who that was.
      assert.deepEqual(all[0]?.changes, [{ field: 'fullName', old: 'Doe', new: null }]);
      assert.deepEqual(
        all.map(({ action, by }) => [action, by.name.split(' ')[0]]),
        [
          ['delete', 'Alex'],
          ['timeline-delete', 'Miriam'],
          ['timeline-update', 'Adele'],
          ['timeline-add', 'Adele'],
          ['update', 'Megan'],
          ['create', 'Alex'],
        ],
      );
      assert.deepEqual(all[4]?.changes, [
        { field: 'address.city', old: 'Köln', new: 'Bonn' },
        { field: 'rating', old: 'warm', new: 'hot' },
      ]);
      assert.deepEqual(all[2]?.changes, [{ field: 'text', old: 'Old', new: 'New' }]);
    });

    it('lets people change their own entries, managers anybody’s, and nobody a mail', async () => {
      const lead = await create();
      const task = await addToTimeline(desk, actor('alex'), lead.id, {
        kind: 'task',
        text: 'Call',
        dueAt: '2026-12-01T10:00:00+01:00',
      });
      await assert.rejects(changeTimelineItem(desk, actor('megan'), task.id, { text: 'x' }), refused('not-permitted'));
      await assert.rejects(
        changeTimelineItem(desk, actor('alex'), task.id, { kind: 'note' }),
        refused('invalid-input'),
      );
      const done = await changeTimelineItem(desk, actor('miriam'), task.id, { status: 'completed' });
      assert.ok(done.kind === 'task' && done.status === 'completed' && done.dueAt === '2026-12-01T09:00:00.000Z');
      const { item } = await logEmail(desk, actor('alex'), lead.id, mail('<1@x>'));
      await assert.rejects(changeTimelineItem(desk, actor('alex'), item.id, { text: 'x' }), refused('not-permitted'));
      await removeTimelineItem(desk, actor('alex'), item.id);
      assert.equal((await logEmail(desk, actor('alex'), lead.id, mail('<1@x>'))).added, true);
      await assert.rejects(removeTimelineItem(desk, actor('alex'), desk.newId()), refused('timeline-item-not-found'));
      const backwards = {
        kind: 'appointment',
        text: 'Visit',
        startAt: '2026-12-02T10:00:00Z',
        endAt: '2026-12-01T10:00:00Z',
      };
      await assert.rejects(addToTimeline(desk, actor('alex'), lead.id, backwards), refused('invalid-input'));
    });

    it('answers for each of many, and one refusal undoes nothing', async () => {
      const mine = await Promise.all(Array.from({ length: 110 }, () => create()));
      const { lead: megans } = await createLead(
        desk,
        actor('megan'),
        { lastName: 'Doe', topic: 'M' },
        { via: 'api', duplicates: 'allow' },
      );
      await disqualifyLead(desk, actor('alex'), mine[0]?.id ?? '', { reason: 'lost' }, 1);
      const seen: number[] = [];
      const leadIds = [...mine.map(({ id }) => id), megans.id, desk.newId()];
      const answers = await qualifyMany(desk, actor('alex'), { leadIds, ...ALL_WITHOUT_ACCOUNT }, (done) =>
        seen.push(done),
      );
      const errors = answers.flatMap((answer) => ('error' in answer ? [answer.error.code] : []));
      assert.deepEqual(errors, ['lead-closed', 'not-permitted', 'lead-not-found']);
      const closed = await Promise.all(mine.map(async ({ id }) => (await desk.store.lead(id))?.status));
      assert.deepEqual(closed, ['disqualified', ...Array(109).fill('qualified')]);
      assert.deepEqual(seen, [100, 112]);
      await assert.rejects(qualifyMany(desk, actor('adele'), { leadIds }), refused('not-permitted'));
    });

    it('removes a lead with its timeline and leaves its records without the link', async () => {
      const lead = await create({ companyName: 'Fabrikam' });
      const { account } = await qualifyLead(desk, actor('alex'), lead.id, ALL, 1);
      await deleteLead(desk, actor('miriam'), lead.id, 2);
      assert.equal(await desk.store.lead(lead.id), undefined);
      assert.deepEqual((await desk.store.timeline(lead.id, { limit: 9 })).items, []);
      assert.equal((await desk.store.account(account?.id ?? ''))?.originatingLeadId, null);
    });

    it('keeps equal bytes once, and lets go of them with the last entry that carries them', async () => {
      const lead = await create();
      const other = await create();
      const bytes = Buffer.alloc(600_000, 'espresso');
      const [first, second] = await Promise.all([attach(lead, { 'a.txt': bytes }), attach(other, { 'b.txt': bytes })]);
      const [one, two] = [first.attachments[0], second.attachments[0]];
      assert.deepEqual([one?.name, two?.name, one?.size], ['a.txt', 'b.txt', 600_000]);
      assert.equal((await everything()).split('espresso').length - 1, 600_000 / 8);
      await deleteLead(desk, actor('alex'), lead.id, 1);
      assert.equal(await desk.attachments.find(one?.id ?? ''), undefined);
      assert.ok((await buffer(desk.attachments.read(two?.id ?? ''))).equals(bytes));
      await removeTimelineItem(desk, actor('alex'), second.id);
      assert.doesNotMatch(await everything(), /espresso/);
    });

    it('takes several files with one answer each, and nothing that runs, is empty or too large', async () => {
      const lead = await create();
      const much = Buffer.alloc(26 * 1024 * 1024);
      const files = {
        'a.txt': 'a',
        'b.exe': 'b',
        'c.png': 'MZ\x90\0',
        'd.txt': '',
        'e.bin': much,
        '../../f.txt ': 'f',
      };
      const { item, results } = await addAttachments(desk, actor('adele'), lead.id, given(files));
      const told = results.map((result) => ('attachment' in result ? result.attachment.name : result.refused));
      const [program, empty, large] = ['file-type-not-allowed', 'file-empty', 'file-too-large'];
      assert.deepEqual(told, ['a.txt', program, program, empty, large, 'f.txt']);
      assert.deepEqual(
        item?.attachments.map(({ name }) => name),
        ['a.txt', 'f.txt'],
      );
      const more = addAttachments(desk, actor('adele'), lead.id, given({ 'g.txt': 'g' }), item?.id);
      assert.equal((await more).item?.attachments.length, 3);
      const elsewhere = await create();
      const wrong = addAttachments(desk, actor('adele'), elsewhere.id, given({ 'h.txt': 'h' }), item?.id);
      await assert.rejects(wrong, refused('timeline-item-not-found'));
      const notMine = addAttachments(desk, actor('alex'), lead.id, given({ 'i.txt': 'i' }), item?.id);
      await assert.rejects(notMine, refused('not-permitted'));
    });

    it('keeps the chosen files of a mail with it, names the others, and shows its HTML without what is not safe', async () => {
      const lead = await create();
      const content = Buffer.from('offer').toString('base64');
      const file = { contentType: 'application/pdf', size: 5 };
      const attachments = [
        { ...file, name: 'offer.pdf', content },
        { ...file, name: 'photo.png', content, contentType: 'image/png', isInline: true, contentId: 'p@x' },
        { ...file, name: 'terms.pdf' },
        { ...file, name: 'run.js', content },
      ];
      const html =
        '<p onclick="x()">Hello <img src="cid:p@x"><img src="https://x.example/spy.gif"><script>x()</script></p>';
      const { item } = await logEmail(desk, actor('alex'), lead.id, mail('<1@x>', { attachments, html }));
      assert.ok(item.kind === 'email');
      assert.equal(item.html, '<p>Hello <img src="cid:p@x" /></p>');
      const kept = item.attachments.map(({ name, contentId }) => [name, contentId]);
      assert.deepEqual(kept, [
        ['offer.pdf', null],
        ['photo.png', 'p@x'],
      ]);
      const leftOut = item.leftOut.map(({ name, leftOut }) => [name, leftOut]);
      assert.deepEqual(leftOut, [
        ['terms.pdf', 'not-chosen'],
        ['run.js', 'file-type-not-allowed'],
      ]);
      const again = await logEmail(desk, actor('megan'), lead.id, mail('<1@x>', { attachments }));
      assert.deepEqual(again.item, item);
    });

    it('forgets bytes that were taken in and never used', async () => {
      const upload = await desk.attachments.receive(bytesOf('crema'), 100);
      await desk.attachments.tidy(new Date(0));
      assert.equal(Buffer.from(await desk.attachments.beginning(upload)).toString(), 'crema');
      await desk.attachments.tidy(new Date(Date.now() + 1000));
      assert.doesNotMatch(await everything(), /crema/);
    });

    it('exports everything about a person, and erases every trace of them', async () => {
      const jane = {
        firstName: 'Jane',
        lastName: 'Tracemark',
        email: 'trace@fabrikam.example',
        companyName: 'Tracemark Inc',
        description: 'tracemark',
      };
      const lead = await create(jane);
      await addToTimeline(desk, actor('alex'), lead.id, { kind: 'note', text: 'Tracemark likes coffee' });
      await changeLead(desk, actor('alex'), lead.id, { jobTitle: 'tracemark' }, 1);
      await qualifyLead(desk, actor('alex'), lead.id, ALL, 2);
      const other = await create({ lastName: 'Bystander' });
      const from = { name: 'Jane Tracemark', address: 'Trace@Fabrikam.example' };
      await logEmail(desk, actor('alex'), other.id, mail('<t@x>', { from, text: 'Best, Tracemark' }));

      const data = await exportPerson(desk, actor('admin'), 'TRACE@fabrikam.example');
      assert.deepEqual([data.leads.length, data.contacts.length, data.mails.length], [1, 1, 1]);
      assert.equal(data.leads[0]?.timeline.length, 3);
      await assert.rejects(async () => erase(desk, actor('miriam'), { email: jane.email }), refused('not-permitted'));
      const erased = await erase(desk, actor('admin'), { email: 'Trace@fabrikam.example' });
      assert.deepEqual([erased.leads, erased.contacts, erased.accounts, erased.opportunities], [1, 1, 1, 1]);

      const left = await everything();
      assert.doesNotMatch(left, /trace/i);
      assert.match(left, /Bystander/);
      assert.equal((await desk.store.leads({ limit: 5, q: 'tracemark' })).items.length, 0);
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
        desk.store.addToTimeline(
          { ...note, id: desk.newId(), kind: 'note', text: 'x', attachments: [] },
          trailOf(lead).audit,
        ),
        refused('lead-not-found'),
      );
      await assert.rejects(desk.store.update({ ...lead, version: 2 }, lead, trailOf(lead)), refused('lead-not-found'));
    });

    it('remembers people, and does not take a role away by meeting them again', async () => {
      const { surface: _surface, ...miriam } = actor('miriam');
      await desk.people.remember(miriam);
      await desk.people.remember({ ...miriam, name: 'Miriam G.', role: 'salesperson' });
      assert.deepEqual(await desk.people.find(miriam.id), { ...miriam, name: 'Miriam G.' });
      for (const q of ['', 'mir', 'g.', 'MIRIAM@con']) assert.equal((await desk.people.search(q, 5)).length, 1, q);
      assert.deepEqual(await desk.people.search('%', 5), []);
    });
  });
}

const trailOf = (after: Lead) => ({
  entries: [],
  audit: auditLead(actor('alex'), 'update', after.createdAt, { after }),
});

const ALL_WITHOUT_ACCOUNT = { ...ALL, createAccount: false };
