import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { readBody } from '../../src/actions/read-mail.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { changeTimelineItem, completeTask, removeTimelineItem } from '../../src/leads/change-timeline.ts';
import { deleteLead, qualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { emailMessage } from '../../src/leads/email-message.ts';
import { leadDraft } from '../../src/leads/lead-fields.ts';
import { logEmail } from '../../src/leads/log-email.ts';
import { erase, exportLead, exportPerson } from '../../src/leads/privacy.ts';
import { actor, type OpenedDesk } from '../temporary-desk.ts';

const EMAIL = 'zqxmail@zqxdomain.example';
const FORMER = 'zqxformer@fabrikam.example';
const NOW = new Date('2026-11-25T10:00:00Z');
const alex = actor('alex');
const ALL = { createAccount: true, createContact: true, createOpportunity: true, currency: 'USD', duplicates: 'allow' };

/** A word that is nowhere else, for one place. */
type Mark = (place: string) => string;
type Opened = { desk: OpenedDesk; everything: () => Promise<string>; close: () => Promise<void> };

/** An erasure leaves no trace in any table there is, of whatever was written anywhere about somebody. */
export function tracesContract(name: string, open: () => Promise<Opened>): void {
  describe(`nothing of somebody stays (${name})`, () => {
    let desk: OpenedDesk;
    let everything: () => Promise<string>;
    let close: () => Promise<void>;
    let marks: Set<string>;
    const mark: Mark = (place) => {
      const made = `zqx${place.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
      marks.add(made);
      return made;
    };
    beforeEach(async () => {
      ({ desk, everything, close } = await open());
      marks = new Set(['zqxmail', 'zqxdomain']);
    });
    afterEach(() => close());

    async function exportHoldsEverything(exported: object): Promise<void> {
      const ids = [...JSON.stringify(exported).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');
      const files = (await Promise.all(ids.map((id) => desk.attachments.find(id)))).filter(
        (file) => file !== undefined,
      );
      const bytes = await Promise.all(files.map(({ id }) => buffer(desk.attachments.read(id))));
      const told = JSON.stringify(exported) + bytes.join('');
      assert.deepEqual(
        [...marks].filter((one) => !told.toLowerCase().includes(one)),
        [],
      );
    }

    async function nothingIsLeft(): Promise<void> {
      const left = await everything();
      assert.deepEqual(left.match(/.{0,80}zqx.{0,80}/gi), null);
      for (const q of marks) assert.deepEqual((await desk.store.leads({ limit: 5, q })).items, [], q);
      assert.match(left, /Bystander/);
      assert.match(left, /tea with milk/);
      assert.equal((await desk.store.leads({ limit: 5, q: 'milk' })).items.length, 1);
    }

    async function erasureIsOnRecord(id: string, subject: 'lead' | 'person'): Promise<void> {
      const rows: Record<string, unknown>[] = JSON.parse(await everything()).flat();
      const { erased: _counts, at: _at, ...kept } = rows.find((row) => row.id === id) ?? {};
      assert.deepEqual(kept, { id, subject, byId: actor('admin').id });
    }

    it('of a lead that is erased', async () => {
      const leadId = await everythingAbout(desk, mark);
      await bystander(desk);
      await exportHoldsEverything(await exportLead(desk, actor('admin'), leadId));
      await toldAndAnswered(desk, mark, leadId);
      const { id, leads } = await erase(desk, actor('admin'), { leadId });
      assert.equal(leads, 1);
      await nothingIsLeft();
      await erasureIsOnRecord(id, 'lead');
    });

    it('of a person whose address is erased, on the leads of others either', async () => {
      const leadId = await everythingAbout(desk, mark);
      await namedBeside(desk, mark, await bystander(desk));
      await exportHoldsEverything(await exportPerson(desk, actor('admin'), EMAIL.toUpperCase()));
      await toldAndAnswered(desk, mark, leadId);
      const { id, leads, contacts, mentions } = await erase(desk, actor('admin'), { email: ` ${EMAIL.toUpperCase()}` });
      assert.deepEqual([leads, contacts, mentions], [1, 1, 1]);
      const [stays] = (await desk.store.leads({ limit: 5, q: 'bystander' })).items;
      assert.equal(stays?.description, 'Knows <…> and … well');
      await nothingIsLeft();
      await erasureIsOnRecord(id, 'person');
    });

    /** A lead of the person's, qualified into an account that it makes or has been given. */
    async function doeOf(accountId?: string) {
      const company = {
        companyName: 'Fabrikam',
        website: 'https://fabrikam.example',
        businessPhone: '+1 425 555 0100',
      };
      const draft = { ...company, lastName: mark('doe'), email: EMAIL, description: mark('wants') };
      const { lead } = await createLead(desk, alex, draft, { via: 'api', duplicates: 'allow' });
      return qualifyLead(desk, alex, lead.id, { ...ALL, createAccount: !accountId, accountId }, '*');
    }

    async function onlyTheCompanyIsLeft(accountId: string): Promise<void> {
      const account = await desk.store.account(accountId);
      const { name, website, phone, email, description } = account ?? {};
      assert.deepEqual({ name, website }, { name: 'Fabrikam', website: 'https://fabrikam.example' });
      assert.deepEqual({ phone, email, description }, { phone: null, email: null, description: null });
      const query = { messageKeys: ['none'], conversationId: null, addresses: [], domains: ['fabrikam.example'] };
      const { customers } = await desk.store.matches(query);
      assert.ok(customers.some(({ id }) => id === accountId));
    }

    it('but the account of their company stays where the lead of somebody else is linked to it', async () => {
      const { account } = await doeOf();
      assert.ok(account);
      await doeOf(account.id);
      const { id } = await bystander(desk);
      await changeLead(desk, alex, id, { accountId: account.id }, '*');
      const { accounts, contacts, mentions } = await erase(desk, actor('admin'), { email: EMAIL });
      assert.deepEqual({ accounts, contacts, mentions }, { accounts: 0, contacts: 2, mentions: 1 });
      await onlyTheCompanyIsLeft(account.id);
      assert.equal((await desk.store.lead(id))?.accountId, account.id);
      await nothingIsLeft();
    });

    it('but the account of an erased lead stays where it is the company of another contact or opportunity', async () => {
      for (const made of [{ createContact: true }, { createOpportunity: true }]) {
        const { account, lead } = await doeOf();
        assert.ok(account);
        const other = await bystander(desk);
        const input = { ...made, accountId: account.id, currency: 'USD', duplicates: 'allow' };
        await qualifyLead(desk, alex, other.id, input, '*');
        await deleteLead(desk, alex, other.id, '*');
        const { accounts, mentions } = await erase(desk, actor('admin'), { leadId: lead.id });
        assert.deepEqual({ accounts, mentions }, { accounts: 0, mentions: 1 });
        await onlyTheCompanyIsLeft(account.id);
      }
      await bystander(desk);
      await nothingIsLeft();
    });

    it('nor the account that only leads of that person are linked to', async () => {
      const { account } = await doeOf();
      await doeOf(account?.id);
      const { accounts, leads } = await erase(desk, actor('admin'), { email: EMAIL });
      assert.deepEqual({ accounts, leads }, { accounts: 1, leads: 2 });
      await bystander(desk);
      await nothingIsLeft();
    });

    it('nor what an entry said before it named them, but the trail of what others wrote beside it', async () => {
      const { id } = await bystander(desk);
      const note = await addToTimeline(desk, alex, id, { kind: 'note', text: mark('first') });
      await changeTimelineItem(desk, alex, note.id, { text: `${mark('second')}, copy ${EMAIL}` });
      await changeTimelineItem(desk, alex, note.id, { text: `${mark('third')}, see ${EMAIL}` });
      const task = { kind: 'task', text: 'Call about the mixers', dueAt: NOW.toISOString() };
      const { id: taskId } = await addToTimeline(desk, alex, id, task);
      await completeTask(desk, actor('megan'), taskId);
      const { timelineItems, auditEntries } = await erase(desk, actor('admin'), { email: EMAIL });
      assert.deepEqual({ timelineItems, auditEntries }, { timelineItems: 1, auditEntries: 3 });
      await nothingIsLeft();
      const { items } = await desk.store.audit(id, { limit: 9 });
      assert.deepEqual(
        items.map(({ action, by }) => [action, by.name]),
        [
          ['timeline-update', 'Megan Bowen'],
          ['timeline-add', 'Alex Wilber'],
          ['timeline-add', 'Alex Wilber'],
          ['create', 'Alex Wilber'],
        ],
      );
    });

    it('but an address that only ends or begins alike is somebody else’s', async () => {
      const { id } = await bystander(desk);
      for (const address of [`x.${EMAIL}`, `x-${EMAIL}`, `${EMAIL}.test`, `${EMAIL}-x.test`]) {
        await addToTimeline(desk, alex, id, { kind: 'note', text: `Write to\n${address}` });
        await changeLead(desk, alex, id, { description: `Write to\n${address}` }, '*');
      }
      const { timelineItems, auditEntries, mentions } = await erase(desk, actor('admin'), { email: EMAIL });
      assert.deepEqual([timelineItems, auditEntries, mentions], [0, 0, 0]);
    });
  });
}

/** A lead with something to be found again in every field that takes words, in every kind of entry, and in its records. */
async function everythingAbout(desk: OpenedDesk, mark: Mark): Promise<string> {
  const { address: addressSchema, ...fields } = leadDraft.shape;
  assert.ok(addressSchema);
  const worded = Object.entries(fields).filter(([, schema]) => schema.safeParse('zqxwords').success);
  const address = ['street', 'city', 'stateOrProvince', 'postalCode', 'country'];
  const draft = {
    ...Object.fromEntries(worded.map(([field]) => [field, mark(field)])),
    address: Object.fromEntries(address.map((field) => [field, mark(field)])),
    ...{ email: FORMER, website: `https://${mark('site')}.example` },
  };
  mark('former');
  const { lead } = await createLead(desk, alex, draft as never, { via: 'api', duplicates: 'allow' });
  await changeLead(desk, alex, lead.id, { email: EMAIL }, '*');
  const entry = async (kind: string, more: object = {}) =>
    addToTimeline(desk, alex, lead.id, { kind, subject: mark(`${kind}subject`), text: mark(`${kind}text`), ...more });
  const note = await entry('note');
  await changeTimelineItem(desk, alex, note.id, { text: mark('changed') });
  await removeTimelineItem(
    desk,
    alex,
    (await addToTimeline(desk, alex, lead.id, { kind: 'note', text: mark('removed') })).id,
  );
  await entry('note');
  await entry('phone-call');
  await entry('task', { dueAt: NOW.toISOString() });
  await entry('appointment', {
    ...{ startAt: NOW.toISOString(), endAt: NOW.toISOString(), location: mark('location') },
  });
  await logEmail(desk, alex, lead.id, mail(mark, 'own', EMAIL));
  await qualifyLead(desk, alex, lead.id, { ...ALL, opportunity: { name: mark('opportunity') } }, '*');
  return lead.id;
}

function mail(mark: Mark, of: string, address: string, text = mark(`${of}mailtext`)) {
  const content = Buffer.from(mark(`${of}bytes`)).toString('base64');
  const file = { contentType: 'text/plain', size: 20 };
  return readBody(
    emailMessage.parse({
      ...{ internetMessageId: `<${mark(`${of}id`)}@x>`, conversationId: mark(`${of}thread`) },
      ...{ subject: mark(`${of}subject`), sentAt: NOW.toISOString(), mailbox: 'alex@contoso.example' },
      from: { name: mark(`${of}from`), address },
      to: [{ name: mark(`${of}to`), address: 'alex@contoso.example' }],
      cc: [{ name: mark(`${of}cc`), address: `${mark(`${of}ccaddress`)}@fabrikam.example` }],
      bcc: [{ name: mark(`${of}bcc`), address: 'miriam@contoso.example' }],
      html: `<p title="${mark(`${of}title`)}">${text}</p>`,
      attachments: [
        { ...file, name: `${mark(`${of}file`)}.txt`, content },
        { ...file, name: `${mark(`${of}left`)}.exe`, content },
      ],
    }),
  );
}

/** A lead of somebody else, that is to stay. */
async function bystander(desk: OpenedDesk) {
  const draft = { lastName: 'Bystander', topic: 'Mixers', email: 'bystander@litware.example' };
  const { lead } = await createLead(desk, alex, draft, { via: 'api', duplicates: 'allow' });
  await addToTimeline(desk, alex, lead.id, { kind: 'note', text: 'Takes tea with milk' });
  return lead;
}

/** The person on somebody else's lead: in a mail of theirs, one of others, a note, a call, and as its address for a while. */
async function namedBeside(desk: OpenedDesk, mark: Mark, { id, email }: { id: string; email: string | null }) {
  await logEmail(desk, alex, id, mail(mark, 'beside', EMAIL));
  await logEmail(desk, alex, id, mail(mark, 'about', 'bystander@litware.example', `Ask\n${EMAIL}.`));
  await addToTimeline(desk, alex, id, { kind: 'note', text: `${mark('besidenote')}: see\n${EMAIL.toUpperCase()}` });
  await addToTimeline(desk, alex, id, { kind: 'phone-call', text: `<${EMAIL}> ${mark('besidecall')}` });
  await changeLead(desk, alex, id, { email: EMAIL }, '*');
  await changeLead(desk, alex, id, { email, description: `Knows <${EMAIL}> and ${EMAIL.toUpperCase()} well` }, '*');
}

/** What is kept beside the lead: cards in chats, what people were told, and answers for repeated requests. */
async function toldAndAnswered(desk: OpenedDesk, mark: Mark, leadId: string): Promise<void> {
  const at = NOW.toISOString();
  await desk.subscriptions.set({ conversationId: '19:1', filters: {}, byId: alex.id, at });
  await desk.postedCards.add(
    {
      ...{ conversationId: '19:1', activityId: 'a', leadId, audience: 'many', personId: null },
      ...{ locale: 'en', timeZone: 'UTC', reason: null, shown: null },
    },
    NOW,
  );
  await desk.notifications.add([
    {
      ...{ key: `assigned ${leadId}`, kind: 'assigned', leadId, byId: alex.id, personId: alex.id, taskId: null },
      ...{ conversationId: null, state: 'unreachable', detail: mark('detail'), attempts: 1, at },
    },
  ]);
  await desk.reminders.set(leadId, [{ taskId: mark('reminder'), leadId, personId: alex.id, dueAt: at, tellAt: at }]);
  for (const kept of [desk.answers, desk.turns]) {
    await kept.claim('scope', mark('fingerprint'), NOW);
    await kept.finish('scope', { status: 200, headers: {}, body: { text: mark('answer') } });
  }
}
