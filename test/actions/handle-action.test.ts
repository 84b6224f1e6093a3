import assert from 'node:assert/strict';
import { type ActionRequest, handleAction } from '../../src/actions/handle-action.ts';
import type { CardReply } from '../../src/actions/reply.ts';
import { UnknownVerb } from '../../src/cards/verbs.ts';
import type { View } from '../../src/cards/view.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { cardReply } from '../card-reply.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const VIEW: View = { host: 'outlook', audience: 'one', locale: 'en', timeZone: 'UTC' };
const MAIL = {
  internetMessageId: '<1@fabrikam.example>',
  from: { name: 'Grady Archie', address: 'grady@fabrikam.example' },
  to: [{ name: 'Alex', address: 'alex@contoso.example' }],
  subject: 'Espresso machines',
  sentAt: '2026-11-20T10:00:00Z',
  html: '<p>Hello, we need twelve.</p><p>Grady Archie<br>Head of Facilities<br>Fabrikam, Inc.</p>',
};

describe('handleAction', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
  });
  afterEach(() => close());

  const act = (verb: string, data: object, more: Partial<ActionRequest> = {}) =>
    cardReply(handleAction(desk, { actor: actor('alex'), verb, data, view: VIEW, ...more }));
  const text = ({ card }: CardReply) => JSON.stringify(card);
  const leads = async (): Promise<Lead[]> => (await desk.store.leads({ limit: 50 })).items;
  const create = async (): Promise<Lead> => {
    await act('lead.create', { topic: 'Machines', lastName: 'Doe', companyName: 'Fabrikam' });
    const [lead] = await leads();
    assert.ok(lead);
    return lead;
  };

  it('fills the form from the mail, then creates the lead and logs the mail in one step, once', async () => {
    const form = await act('mail.open', {}, { mail: MAIL });
    assert.match(text(form), /"value":"Grady"/);
    const button = form.card.actions?.[0];
    assert.ok(button?.type === 'Action.Execute' && button.verb === 'lead.create');
    const data = {
      ...button.data,
      topic: 'Espresso machines',
      firstName: 'Grady',
      lastName: 'Archie',
      email: 'grady@fabrikam.example',
    };
    const twice = await Promise.all([1, 2].map(() => act('lead.create', data, { mail: MAIL })));
    assert.deepEqual(twice.map(({ toast }) => toast).sort(), [
      'Lead created, email logged',
      'This lead was created already',
    ]);
    const [lead, ...others] = await leads();
    assert.ok(lead && !others.length);
    assert.equal(lead.createdVia, 'email');
    const { items } = await desk.store.timeline(lead.id, { limit: 9, kind: 'email' });
    assert.match(items[0]?.text ?? '', /we need twelve/);
    assert.match(text(await act('mail.open', {}, { mail: MAIL })), /This mail is on this lead/);
    const again = await act(
      'mail.log',
      { leadId: lead.id },
      { mail: { ...MAIL, internetMessageId: '1@FABRIKAM.example' } },
    );
    assert.equal(again.toast, 'This email was logged already');
  });

  it('remembers how a lead got in: from the mail that is open, or from where it was typed', async () => {
    const createdVia = async (host: View['host'], mail?: object) => {
      const typed = { topic: 'Machines', lastName: `${host}${mail ? ' mail' : ''}`, duplicates: 'allow' };
      const { shows } = await act('lead.create', typed, { view: { ...VIEW, host }, mail });
      return (await desk.store.lead(shows ?? ''))?.createdVia;
    };
    assert.equal(await createdVia('outlook', MAIL), 'email');
    assert.equal(await createdVia('outlook', { ...MAIL, internetMessageId: undefined, draft: {} }), 'email');
    assert.equal(await createdVia('outlook'), 'outlook');
    assert.equal(await createdVia('tab'), 'tab');
    assert.equal(await createdVia('teams'), 'chat');
  });

  it('keeps the text of a mail as it is read, without what its links and tables are marked with', async () => {
    const { id: leadId } = await create();
    const html =
      '<p>See <a href="https://fabrikam.example/offer?id=1">our list</a>.</p><table><tr><td>Model</td><td>A-100</td></tr></table>';
    await act('mail.log', { leadId }, { mail: { ...MAIL, html } });
    const { items } = await desk.store.timeline(leadId, { limit: 9, kind: 'email' });
    assert.equal(items[0]?.text, 'See our list.\n\nModel\nA-100');
  });

  it('asks which lead when several match', async () => {
    for (const topic of ['One', 'Two'])
      await act('lead.create', { topic, lastName: 'Archie', email: MAIL.from.address, duplicates: 'allow' });
    const choice = text(await act('mail.open', {}, { mail: MAIL }));
    assert.match(choice, /Several leads match/);
    assert.match(choice, /same address/);
  });

  it('shows a refused form again with what was typed and what is wrong', async () => {
    const refused = await act('lead.create', {
      topic: 'Machines',
      lastName: ' ',
      email: 'nonsense',
      website: 'javascript:alert(1)',
    });
    assert.equal(refused.refused, 'invalid-input');
    for (const reason of [/Last name is required/, /Email must be/, /Website must be/])
      assert.match(text(refused), reason);
    assert.match(text(refused), /"value":"Machines"/);
    assert.deepEqual(await leads(), []);
  });

  it('answers a verb sent without its inputs with its form, and writes nothing', async () => {
    const { id: leadId, version } = await create();
    for (const verb of ['lead.qualify', 'lead.disqualify', 'lead.delete', 'note.add', 'call.log', 'lead.update']) {
      const reply = await act(verb, { leadId, version });
      assert.equal(reply.changed, undefined, verb);
    }
    assert.equal((await leads())[0]?.version, version);
    assert.equal((await desk.store.timeline(leadId, { limit: 9 })).items.length, 1);
  });

  it('answers a button on a lead that changed with the lead as it is and who changed it', async () => {
    const { id: leadId } = await create();
    await act('lead.update', { leadId, version: 1, topic: 'Grinders' }, { actor: actor('megan') });
    const stale = { leadId, version: 1 };
    for (const reply of [
      await act('lead.disqualify', { ...stale, reason: 'lost' }),
      // Something on the form is wrong as well.
      await act('lead.disqualify', { ...stale, reason: '' }),
      await act('lead.assign', { ...stale, ownerId: '' }),
      await act('lead.qualify', { ...stale, currency: 'USD', budgetAmount: 'plenty' }),
    ]) {
      assert.equal(reply.refused, 'lead-changed');
      assert.match(text(reply), /Last changed by Megan Bowen/);
      assert.match(text(reply), /Grinders/);
    }
    assert.equal((await leads())[0]?.status, 'open');
  });

  it('says that a lead is gone, and who may not, and that a closed lead has to be reactivated', async () => {
    const { id: leadId } = await create();
    const denied = await act('lead.qualify', { leadId, version: 1 }, { actor: actor('adele') });
    assert.equal(denied.refused, 'not-permitted');
    assert.match(text(denied), /Ask a sales manager/);
    await act('lead.disqualify', { leadId, version: 1, reason: 'lost' });
    assert.equal((await act('lead.qualify', { leadId, version: 2 })).refused, 'lead-closed');
    await act('lead.delete', { leadId, version: 2, confirmed: 'yes' });
    const gone = await act('lead.show', { leadId });
    assert.equal(gone.refused, 'lead-not-found');
    assert.match(text(gone), /does not exist any more/);
  });

  it('adds the same note once, and to a closed lead too, without a new version', async () => {
    const { id: leadId } = await create();
    await act('lead.disqualify', { leadId, version: 1, reason: 'lost' });
    const requestId = desk.newId();
    for (let time = 0; time < 3; time++) await act('note.add', { leadId, requestId, text: 'Call back' });
    assert.equal((await desk.store.timeline(leadId, { limit: 9, kind: 'note' })).items.length, 1);
    assert.equal((await leads())[0]?.version, 2);
  });

  it('makes a lead for each who fills the same form, and for each content, once however often it is sent', async () => {
    const requestId = desk.newId();
    const doe = { requestId, topic: 'Machines', lastName: 'Doe' };
    const lee = { requestId, topic: 'Grinders', lastName: 'Lee', description: 'An hour of notes' };
    const megan = { actor: actor('megan') };
    const idOf = ({ shows }: CardReply) => shows ?? '';
    const first = await act('lead.create', doe);
    const hers = await act('lead.create', lee, megan);
    const alike = await act('lead.create', doe, megan);
    const second = await act('lead.create', lee);
    assert.match(text(hers), /Grinders/);
    assert.equal(new Set([first, hers, alike, second].map(idOf)).size, 4);
    // A click that is delivered again later finds its lead, whatever became of it.
    await act('lead.update', { leadId: idOf(first), version: 1, topic: 'Cups', lastName: 'Doe' }, megan);
    await act('lead.update', { leadId: idOf(hers), version: 1, topic: 'Cups', lastName: 'Lee' });
    assert.equal(idOf(await act('lead.create', doe)), idOf(first));
    assert.equal(idOf(await act('lead.create', lee, megan)), idOf(hers));
    assert.deepEqual((await leads()).map(({ topic }) => topic).sort(), ['Cups', 'Cups', 'Grinders', 'Machines']);
  });

  it('asks before it creates a likely duplicate, says why, and creates it anyway', async () => {
    await act('lead.create', { topic: 'One', firstName: 'Jane', lastName: 'Doe', email: 'jane@fabrikam.example' });
    const data = { requestId: desk.newId(), topic: 'Two', lastName: 'Miller', email: 'JANE@fabrikam.example' };
    const asked = await act('lead.create', data);
    assert.equal(asked.refused, 'duplicate-lead');
    assert.match(text(asked), /same email/);
    assert.match(text(asked), /"value":"Miller"/);
    assert.equal((await leads()).length, 1);
    const button = asked.card.actions?.[0];
    assert.ok(button?.type === 'Action.Execute');
    await act(button.verb, { ...data, ...button.data });
    assert.equal((await leads()).length, 2);
  });

  it('offers the account and contact that are there already when a lead is qualified', async () => {
    const jane = {
      topic: 'One',
      firstName: 'Jane',
      lastName: 'Doe',
      companyName: 'Fabrikam, Inc.',
      email: 'jane@fabrikam.example',
    };
    const ticked = { createAccount: 'true', createContact: 'true', createOpportunity: 'true', currency: 'EUR' };
    await act('lead.create', jane);
    const [first] = await leads();
    await act('lead.qualify', { leadId: first?.id, version: 1, ...ticked });
    await act('lead.create', { ...jane, topic: 'Two', companyName: 'FABRIKAM', duplicates: 'allow' });
    const [second] = await leads();
    const asked = await act('lead.qualify', { leadId: second?.id, version: 1, ...ticked });
    assert.equal(asked.refused, 'duplicate-customer');
    const account = (await desk.store.lead(first?.id ?? ''))?.accountId;
    assert.match(text(asked), new RegExp(`"value":"${account}"`));
    const button = asked.card.actions?.[0];
    assert.ok(button?.type === 'Action.Execute');
    await act('lead.qualify', { ...button.data, ...ticked, accountId: account });
    const qualified = await desk.store.lead(second?.id ?? '');
    assert.equal(qualified?.accountId, account);
    assert.equal(qualified?.status, 'qualified');
  });

  it('takes what was emptied on the form to qualify for empty, and what was not on it as the lead has it', async () => {
    const figures = { estimatedValue: '9000', estimatedCloseDate: '2027-01-31', budgetAmount: '8000' };
    const qualified = { currency: 'USD', createOpportunity: 'true', createContact: 'true', duplicates: 'allow' };
    const opportunityOf = async (typed: object) => {
      const requestId = desk.newId();
      await createLead(
        desk,
        actor('alex'),
        { topic: 'Machines', lastName: 'Doe', ...figures },
        { via: 'chat', id: requestId, duplicates: 'allow' },
      );
      await act('lead.qualify', { leadId: requestId, version: 1, ...qualified, ...typed });
      const lead = await desk.store.lead(requestId);
      const opportunity = await desk.store.opportunity(lead?.opportunityId ?? '');
      assert.ok(opportunity);
      return [opportunity.estimatedValue, opportunity.estimatedCloseDate, opportunity.budgetAmount];
    };
    assert.deepEqual(await opportunityOf({}), ['9000.00', '2027-01-31', '8000.00']);
    assert.deepEqual(await opportunityOf({ estimatedValue: '', estimatedCloseDate: '', budgetAmount: '' }), [
      null,
      null,
      null,
    ]);
  });

  it('assigns a lead by name, and keeps tasks until somebody completes them', async () => {
    for (const who of ['megan', 'miriam'] as const) await desk.people.remember(actor(who));
    const { id: leadId } = await create();
    assert.match(text(await act('lead.assign', { leadId, version: 1 })), /Miriam Graham/);
    const assigned = await act('lead.assign', { leadId, version: 1, ownerId: actor('megan').id });
    assert.match(text(assigned), /Megan Bowen/);
    assert.equal(
      (await act('lead.assign', { leadId, version: 2, ownerId: actor('alex').id })).refused,
      'not-permitted',
    );
    const open = await act('task.add', { leadId, text: 'Send the offer', dueAt: '2026-12-01', priority: 'high' });
    assert.match(text(open), /Complete/);
    const [task] = (await desk.store.timeline(leadId, { limit: 1, kind: 'task' })).items;
    assert.ok(task?.kind === 'task' && task.dueAt?.startsWith('2026-12-01T23:59'));
    const done = await act('task.complete', { leadId, taskId: task?.id });
    assert.doesNotMatch(text(done), /"title":"Complete"/);
    assert.match(text(done), /completed/);
  });

  it('shows the history of a lead to whoever may read it, page by page', async () => {
    const { id: leadId } = await create();
    await act('lead.update', { leadId, version: 1, topic: 'Cups', lastName: 'Doe', companyName: 'Fabrikam' });
    for (let n = 0; n < 8; n++) await act('note.add', { leadId, text: `Note ${n}` });
    const newest = await act('lead.history', { leadId });
    assert.match(text(newest), /Note 7/);
    assert.doesNotMatch(text(newest), /Machines/);
    const older = newest.card.actions?.[0];
    assert.ok(older?.type === 'Action.Execute' && older.title === 'Next page');
    const oldest = text(await act(older.verb, older.data));
    assert.match(oldest, /Topic: Machines → Cups/);
    assert.match(oldest, /Company: Fabrikam/);
    await act('lead.qualify', {
      leadId,
      version: 2,
      createAccount: 'true',
      createOpportunity: 'true',
      currency: 'EUR',
    });
    const qualified = text(await act('lead.history', { leadId }));
    assert.match(qualified, /Status: Open → Qualified/);
    assert.doesNotMatch(qualified, /opportunityId|accountId/);
    const others = await act('lead.history', { leadId }, { actor: actor('megan') });
    assert.equal(others.refused, 'not-permitted');
  });

  it('offers the same click again when the store is away, with everything that was typed', async () => {
    const away = { ...desk.store, insert: () => Promise.reject(new LeadError('store-unavailable')) };
    away.duplicates = async () => [];
    const typed = { lastName: 'Doe', topic: 'Machines', requestId: desk.newId() };
    const request = { actor: actor('alex'), verb: 'lead.create', data: typed, view: VIEW };
    const refused = await cardReply(handleAction({ ...desk, store: away as unknown as typeof desk.store }, request));
    assert.equal(refused.refused, 'store-unavailable');
    const again = refused.card.actions?.[0];
    assert.ok(again?.type === 'Action.Execute' && again.title === 'Try again');
    await act(again.verb, again.data);
    await act(again.verb, again.data);
    assert.deepEqual(
      (await leads()).map(({ id, topic }) => ({ id, topic })),
      [{ id: typed.requestId, topic: 'Machines' }],
    );
    const long = { ...request, data: { ...typed, description: 'x'.repeat(2000) } };
    const shown = await cardReply(handleAction({ ...desk, store: away as unknown as typeof desk.store }, long));
    const input = shown.card.body.find((element) => element.type === 'Input.Text');
    assert.equal(input?.type === 'Input.Text' && input.id === 'description' && input.value, long.data.description);
    assert.ok(Buffer.byteLength(JSON.stringify(shown.card), 'utf16le') < 28 * 1024);
  });

  it('throws for a verb there is not and for data no button carries', async () => {
    for (const verb of ['constructor', '__proto__', 'lead.explode', '']) {
      await assert.rejects(act(verb, {}), UnknownVerb);
    }
    await assert.rejects(act('lead.show', { leadId: "' or 1=1" }), LeadError);
    await assert.rejects(act('lead.create', { lastName: 'x'.repeat(5_000_000) }), LeadError);
    await assert.rejects(act('mail.open', {}, { mail: { from: 5 } }), LeadError);
  });
});
