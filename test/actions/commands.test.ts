import assert from 'node:assert/strict';
import { handleAction } from '../../src/actions/handle-action.ts';
import type { View } from '../../src/cards/view.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { assignLead } from '../../src/leads/assign-lead.ts';
import { disqualifyLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { Desk } from '../../src/leads/desk.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { cardReply } from '../card-reply.ts';
import { actor, temporaryDesk } from '../temporary-desk.ts';

const TICKED = { currency: 'EUR', createAccount: 'true', createContact: 'true', createOpportunity: 'true' };

describe('what a typed command does', () => {
  let desk: Desk;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
    for (const who of ['alex', 'megan', 'miriam'] as const) await desk.people.remember(actor(who));
  });
  afterEach(() => close());

  const act = async (
    verb: string,
    data: object,
    who: Parameters<typeof actor>[0] = 'alex',
    audience: View['audience'] = 'one',
  ) => {
    const view = { host: 'teams', audience, locale: 'en', timeZone: 'UTC' } as const;
    const reply = await cardReply(handleAction(desk, { actor: actor(who), verb, data, view }));
    return { ...reply, text: JSON.stringify(reply.card) };
  };
  const lead = async (lastName: string, companyName: string | null = null, who: Parameters<typeof actor>[0] = 'alex') =>
    (await createLead(desk, actor(who), { lastName, companyName, topic: 'Cups' }, { via: 'api', duplicates: 'allow' }))
      .lead;
  const seen = (...leads: Lead[]) => leads.map(({ id, version }) => `${id}@${version}`).join(',');

  it('goes on with the only lead that is meant, and says when it is closed', async () => {
    const doe = await lead('Doe');
    const asked = { view: 'open', q: 'doe', open: 'true' };
    assert.match((await act('lead.list', { ...asked, intent: 'qualify' })).text, /Capture summary/);
    assert.match((await act('lead.list', { ...asked, intent: 'disqualify' })).text, /No Longer Interested/);
    await act('lead.disqualify', { leadId: doe.id, version: 1, reason: 'lost' });
    assert.match((await act('lead.list', { ...asked, intent: 'qualify' })).text, /Reactivate it first/);
  });

  it('gives a lead to the colleague with that name, asks which of several, and says when there is none', async () => {
    const { id } = await lead('Doe');
    const give = (to: string, who?: Parameters<typeof actor>[0]) =>
      act('lead.list', { view: 'open', q: 'doe', open: 'true', intent: 'assign', to }, who);
    assert.match((await give('m')).text, /Who is meant/);
    assert.match((await give('nobody')).text, /I know nobody called “nobody”/);
    await give('Megan');
    assert.equal((await desk.store.lead(id))?.ownerId, actor('megan').id);
    assert.equal((await give('me')).refused, 'not-permitted');
    await give('me', 'miriam');
    assert.equal((await desk.store.lead(id))?.ownerId, actor('miriam').id);
  });

  it('gives away at once only a lead that is called so itself, and offers any other that has the words', async () => {
    const draft = {
      topic: 'Cups',
      firstName: 'Bob',
      lastName: 'Kelly',
      companyName: 'Northwind Traders',
      email: 'bob@nwt.example',
    };
    const { lead: bob } = await createLead(desk, actor('alex'), draft, { via: 'api' });
    const note = { kind: 'note', text: 'Will call Anna Smith at Tailspin first' };
    await addToTimeline(desk, actor('alex'), bob.id, note);
    const give = (q: string) => act('lead.list', { view: 'open', q, open: 'true', intent: 'assign', to: 'megan' });
    const ownerId = async () => (await desk.store.lead(bob.id))?.ownerId;
    for (const q of ['Anna Smith', 'bo kelly', 'north', 'Cups', 'bob anna']) {
      const offered = await give(q);
      assert.match(offered.text, /"verb":"lead.assign","data":\{"leadId":"[^"]*","version":1,"to":"megan"\}/, q);
      assert.equal(await ownerId(), actor('alex').id, q);
    }
    for (const q of ['KELLY', 'kelly, bob', 'bob northwind', 'bob@nwt.example']) {
      await give(q);
      assert.equal(await ownerId(), actor('megan').id, q);
      await assignLead(desk, actor('miriam'), bob.id, { ownerId: actor('alex').id }, '*');
    }
    await disqualifyLead(desk, actor('alex'), bob.id, { reason: 'lost' }, '*');
    const notSure = { view: 'open', q: 'kelly', intent: 'assign', to: 'megan' };
    assert.match((await act('lead.list', notSure)).text, /"verb":"lead.assign"/);
    assert.equal(await ownerId(), actor('alex').id);
    assert.match((await give('smith')).text, /"verb":"lead.assign"/);
    assert.equal(await ownerId(), actor('alex').id);
    await give('kelly');
    assert.equal(await ownerId(), actor('megan').id);
  });

  it('refuses as the button does: with the lead as it stands, on record with it and with what was tried', async () => {
    const { id, version } = await lead('Doe', null, 'megan');
    const denied: unknown[] = [];
    desk.denied = ({ tried, leadId }) => denied.push({ tried, leadId });
    const typed = { view: 'open', q: 'doe', open: 'true' };
    const tries = [
      { verb: 'lead.assign', intent: 'assign', to: 'me', who: 'alex' },
      { verb: 'lead.assign', intent: 'assign', who: 'adele' },
      { verb: 'lead.qualify', intent: 'qualify', who: 'adele' },
      { verb: 'lead.disqualify', intent: 'disqualify', who: 'adele' },
    ] as const;
    for (const { verb, who, ...meant } of tries) {
      const command = await act('lead.list', { ...typed, ...meant }, who);
      const to = 'to' in meant ? { to: meant.to } : {};
      const button = await act(verb, { leadId: id, version, ...to }, who);
      assert.deepEqual(command, button, verb);
      assert.equal(command.shows, id);
      assert.match(command.text, /Ask a sales manager.*Doe/);
      const told = { tried: verb, leadId: id };
      assert.deepEqual(denied.splice(0), [told, told]);
    }
  });

  it('turns pages there and back, of the leads of whoever asked', async () => {
    for (let n = 0; n < 20; n++) await lead(`Doe${n}`);
    let page = await act('lead.list', { view: 'my-open' });
    const first = page.text;
    for (const title of ['Next page', 'Next page', 'Previous page', 'Previous page']) {
      const button = page.card.actions?.find((action) => action.title === title);
      assert.ok(button?.type === 'Action.Execute', title);
      page = await act(button.verb, button.data, 'megan');
    }
    assert.equal(page.text, first);
  });

  it('qualifies what was ticked, one result each, once however often it is asked', async () => {
    const [doe, nobody, hers] = [await lead('Doe', 'Contoso'), await lead('Roe'), await lead('Lee', null, 'megan')];
    const data = { leadIds: seen(doe, nobody, hers), ...TICKED };
    for (const reply of [await act('leads.qualify', data), await act('leads.qualify', data)]) {
      assert.match(reply.text, /2 of 3 qualified/);
      assert.match(reply.text, /Your role does not allow this/);
    }
    assert.equal((await desk.store.lead(nobody.id))?.accountId, null);
    assert.equal((await desk.store.lead(hers.id))?.status, 'open');
  });

  it('asks about each that is likely there already: use it, make another, or leave the lead', async () => {
    const first = await lead('Doe', 'Contoso');
    await act('leads.qualify', { leadIds: seen(first), ...TICKED });
    const { accountId } = (await desk.store.lead(first.id)) ?? {};
    const leads = [await lead('Archie', 'Contoso'), await lead('Berg', 'Contoso'), await lead('Cole', 'Contoso')];
    const asked = await act('leads.qualify', { leadIds: seen(...leads), ...TICKED });
    assert.match(asked.text, /0 of 3 qualified/);
    const [goOn] = asked.card.actions ?? [];
    assert.ok(goOn?.type === 'Action.Execute');
    const answers = { answer0: `link:${accountId}:`, answer1: 'allow', answer2: 'skip' };
    assert.match((await act(goOn.verb, { ...goOn.data, ...answers })).text, /2 of 3 qualified.*Skipped/);
    const after = await Promise.all(leads.map(({ id }) => desk.store.lead(id)));
    assert.equal(after[0]?.accountId, accountId);
    assert.ok(after[1]?.accountId && after[1].accountId !== accountId);
    assert.equal(after[2]?.status, 'open');
  });

  it('still says why a lead was refused, or that it was skipped, when the questions about others are answered', async () => {
    const first = await lead('Doe', 'Contoso');
    await act('leads.qualify', { leadIds: seen(first), ...TICKED });
    const [hers, nobodys, closed] = [await lead('Lee', null, 'megan'), await lead('Roe'), await lead('Orr')];
    const questions = [await lead('Archie', 'Contoso'), await lead('Berg', 'Contoso')];
    await disqualifyLead(desk, actor('alex'), closed.id, { reason: 'lost' }, '*');
    const opportunityAlone = { ...TICKED, createContact: 'false' };
    const leadIds = seen(hers, nobodys, { ...closed, version: 2 }, ...questions);
    let page = await act('leads.qualify', { leadIds, ...opportunityAlone });
    for (const answers of [{ answer0: 'skip' }, { answer0: 'allow' }]) {
      const [goOn] = page.card.actions ?? [];
      assert.ok(goOn?.type === 'Action.Execute');
      page = await act(goOn.verb, { ...goOn.data, ...answers });
      assert.match(page.text, /Lee[^}]*\}[^}]*\}[^}]*Your role does not allow this/);
      assert.match(page.text, /Roe[^}]*\}[^}]*\}[^}]*Opportunity needs an account or a contact/);
      assert.match(page.text, /Orr[^}]*\}[^}]*\}[^}]*This lead is closed/);
      assert.match(page.text, /Archie[^}]*\}[^}]*\}[^}]*Skipped/);
    }
    assert.match(page.text, /1 of 5 qualified/);
    const made = `${hers.id}=constructor ${nobodys.id}=invalid-input=toString.too-long <x>=lead-open`;
    const asked = seen(...questions);
    assert.match((await act('leads.qualify', { asked, done: made, ...TICKED })).text, /"verb":"leads.qualify"/);
  });

  it('turns the pages of what to tick there and back, of the leads of whoever asked', async () => {
    for (let n = 0; n < 22; n++) await lead(`Doe${n}`);
    await lead('Lee', null, 'megan');
    let page = await act('leads.qualify', {}, 'alex', 'many');
    assert.match(page.text, /My open leads/);
    const first = page;
    for (const title of ['Next page', 'Next page', 'Previous page', 'Previous page']) {
      const button = page.card.actions?.find((action) => action.title === title);
      assert.ok(button?.type === 'Action.Execute', title);
      page = await act(button.verb, button.data, 'megan');
      assert.match(page.text, /"text":"Alex Wilber"/, title);
      assert.doesNotMatch(page.text, /Lee/, title);
    }
    assert.equal(page.text, first.text);
    const qualify = page.card.actions?.find(({ title }) => title === 'Qualify');
    assert.ok(qualify?.type === 'Action.Execute');
    // What is missing is asked for on the same page.
    assert.match(
      (await act('leads.qualify', { ...qualify.data, leadIds: '', ...TICKED }, 'megan')).text,
      /"Alex Wilber".*Doe/,
    );
    assert.match((await act('leads.qualify', { of: 'my-open', look: 'true' }, 'megan')).text, /Lee/);
    // Of a list that is not hers to tick she gets her own from its beginning.
    const all = (await act('leads.qualify', {}, 'miriam', 'many')).card.actions?.find(
      ({ title }) => title === 'Next page',
    );
    assert.ok(all?.type === 'Action.Execute');
    const own = await act('leads.qualify', all.data, 'megan');
    assert.match(own.text, /Lee/);
    assert.doesNotMatch(own.text, /Previous page/);
  });

  it('turns the page of what to tick, whatever else a host sends with it', async () => {
    for (let n = 0; n < 12; n++) await lead(`Doe${n}`);
    const [chosen] = (await desk.store.leads({ limit: 1 })).items;
    assert.ok(chosen);
    const first = await act('leads.qualify', {});
    const buttons = JSON.stringify(first.card).matchAll(/"fallback":(\{.*?\}[^{}]*\})/g);
    const others = [...buttons]
      .map(([, button]) => JSON.parse(button ?? ''))
      .filter(({ title }) => title !== 'Qualify');
    assert.deepEqual(
      others.map(({ title }) => title),
      ['Unassigned leads', 'Next page'],
    );
    for (const { title, data } of others) {
      const { verb, ...carried } = data;
      const reply = await act(verb, { ...carried, leadIds: seen(chosen), ...TICKED });
      assert.match(reply.text, /"title":"Qualify"|No leads/, title);
      assert.equal((await desk.store.lead(chosen.id))?.status, 'open', title);
    }
    const next = await act('leads.qualify', others[1]?.data);
    const qualify = next.card.actions?.find(({ title }) => title === 'Qualify');
    assert.ok(qualify?.type === 'Action.Execute');
    assert.match((await act('leads.qualify', { ...qualify.data, leadIds: seen(chosen), ...TICKED })).text, /1 of 1/);
  });

  it('asks for a lead and a currency where they are missing, and is not for everybody', async () => {
    const doe = await lead('Doe');
    assert.equal((await act('leads.qualify', { ...TICKED, leadIds: '' })).refused, 'invalid-input');
    assert.equal(
      (await act('leads.qualify', { ...TICKED, leadIds: seen(doe), currency: '' })).refused,
      'invalid-input',
    );
    assert.equal((await act('leads.qualify', {}, 'adele')).refused, 'not-permitted');
    assert.match((await act('leads.qualify', {}, 'miriam')).text, /"label":"Open leads"/);
  });

  it('answers what it does not understand with the leads it may be about', async () => {
    await lead('Doe', 'Contoso');
    assert.match((await act('help', { asked: 'contoso' })).text, /Is it one of these.*Doe/);
    assert.match((await act('help', { asked: 'the weather' })).text, /did not understand.*"said":"the weather"/);
  });

  it('offers somebody alone what their role allows, and those of a chat what a salesperson may', async () => {
    await lead('Doe', 'Contoso');
    const verbs = ({ text }: { text: string }) =>
      new Set(
        [...text.matchAll(/"verb":"([^"]+)"(?:,"data":\{[^}]*"intent":"(\w+)")?/g)].map((all) =>
          all.slice(1).join(' ').trim(),
        ),
      );
    const others = ['lead.new', 'leads.qualify', 'lead.list qualify', 'lead.list disqualify', 'lead.list assign'];
    const everybodys = ['lead.list', 'notify.here', 'notify.stop', 'help'];
    for (const data of [{}, { asked: 'the weather' }]) {
      assert.deepEqual(verbs(await act('help', data, 'adele')), new Set(everybodys));
      assert.deepEqual(verbs(await act('help', data)), new Set([...everybodys, ...others]));
      assert.deepEqual(verbs(await act('help', data, 'adele', 'many')), new Set([...everybodys, ...others]));
    }
    assert.deepEqual(
      verbs(await act('help', { asked: 'contoso' }, 'adele')),
      new Set(['lead.list', 'lead.show', 'help']),
    );
  });

  it('says where others talk as well that it reads what mentions it', async () => {
    assert.match((await act('help', {}, 'alex', 'many')).text, /mention me.*@Lead Desk my leads/);
    assert.doesNotMatch((await act('help', {})).text, /mention/);
  });
});
