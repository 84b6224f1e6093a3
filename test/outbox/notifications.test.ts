import assert from 'node:assert/strict';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { assignLead } from '../../src/leads/assign-lead.ts';
import { completeTask } from '../../src/leads/change-timeline.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import type { LeadFilters } from '../../src/leads/lead-filters.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';
import { standInConnector } from './stand-in-connector.ts';
import { groupChat, personalChat, postedCard, temporaryWorker } from './temporary-worker.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('notifications', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  let connector: Awaited<ReturnType<typeof standInConnector>>;
  let workers: ReturnType<typeof temporaryWorker>[];
  let turned: number;
  let token: () => string | undefined;
  let trouble: Parameters<typeof standInConnector>[0];

  beforeEach(async () => {
    const temporary = await temporaryDesk();
    turned = 0;
    token = () => undefined;
    desk = { ...temporary.desk, now: () => new Date(Date.now() + turned) };
    close = temporary.close;
    trouble = {};
    connector = await standInConnector({ trouble: (...asked) => trouble?.trouble?.(...asked) });
    for (const name of ['alex', 'megan', 'miriam'] as const) await desk.people.remember(actor(name));
    await desk.conversations.remember(personalChat(connector.url, actor('megan').id));
    // Two server processes on one database.
    workers = [1, 2].map(() => temporaryWorker(desk, async () => token()));
    for (const worker of workers) worker.start();
  });
  afterEach(async () => {
    for (const worker of workers) await worker.stop();
    await connector.close();
    await close();
  });

  async function settled(): Promise<void> {
    for (let round = 0; round < 2; round++) await Promise.all(workers.map((worker) => worker.settled()));
  }
  const turnTo = (time: string) => {
    turned = Date.parse(time) - Date.now();
  };
  const create = async (draft: object = {}, via: 'api' | 'csv' = 'api') =>
    (
      await createLead(
        desk,
        actor('alex'),
        { lastName: 'Doe', topic: 'Machines', ...draft },
        { via, duplicates: 'allow' },
      )
    ).lead.id;
  const states = async () => (await desk.notifications.list({ limit: 50 })).map(({ state, detail }) => [state, detail]);
  const subscribe = (filters: LeadFilters) =>
    desk.subscriptions.set({ conversationId: '19:sales', filters, byId: 'x', at: desk.now().toISOString() });

  it('tell whoever is given a lead, once, with a card that is kept up to date', async () => {
    const id = await create();
    await assignLead(desk, actor('miriam'), id, { ownerId: actor('megan').id }, '*');
    await settled();
    const [told, ...more] = connector.taken;
    assert.equal(more.length, 0);
    assert.equal(told?.method, 'POST');
    assert.equal(told?.conversationId, `a:${actor('megan').id}`);
    assert.match(told?.card ?? '', /assigned to you by Miriam Graham\..*lead.qualify/s);
    assert.equal(told?.summary, 'This lead was assigned to you by Miriam Graham – Doe: Machines (Open)');
    await addToTimeline(desk, actor('alex'), id, { kind: 'note', text: 'Likes tea' });
    await settled();
    assert.deepEqual(
      connector.taken.slice(1).map(({ method, activityId }) => [method, activityId]),
      [['PUT', told?.activityId]],
    );
    assert.match(connector.taken[1]?.card ?? '', /assigned to you by Miriam Graham\..*Likes tea/s);
    // Whom she gives it to says nothing of who gave it to her.
    await assignLead(desk, actor('megan'), id, { ownerId: actor('alex').id }, '*');
    await assignLead(desk, actor('alex'), id, { ownerId: actor('miriam').id }, '*');
    await settled();
    assert.match(connector.taken.at(-1)?.card ?? '', /assigned to you by Miriam Graham\..*Likes tea/s);
  });

  it('tell once whose a lead is when it is given on just before the first of them is looked at', async () => {
    await desk.conversations.remember(personalChat(connector.url, actor('miriam').id));
    const id = await create();
    await workers[1]?.stop();
    const claim = desk.outbox.claim.bind(desk.outbox);
    desk.outbox.claim = async (...asked) => {
      desk.outbox.claim = claim;
      await assignLead(desk, actor('admin'), id, { ownerId: actor('megan').id }, '*');
      return claim(...asked);
    };
    await assignLead(desk, actor('admin'), id, { ownerId: actor('miriam').id }, '*');
    await settled();
    assert.deepEqual(
      connector.taken.map(({ method, conversationId }) => [method, conversationId]),
      [['POST', `a:${actor('megan').id}`]],
    );
  });

  it('tell nobody of what they did themselves', async () => {
    const own = await create();
    await assignLead(desk, actor('miriam'), own, { ownerId: actor('miriam').id }, '*');
    await settled();
    assert.deepEqual(await states(), []);
  });

  it('record who cannot be reached, and do not come late when they can', async () => {
    const id = await create();
    await assignLead(desk, actor('admin'), id, { ownerId: actor('miriam').id }, '*');
    await settled();
    assert.deepEqual(await states(), [['unreachable', 'no-personal-chat']]);
    trouble = { trouble: () => ({ status: 403 }) };
    const other = await create();
    await assignLead(desk, actor('miriam'), other, { ownerId: actor('megan').id }, '*');
    await settled();
    assert.ok((await states()).some(([, detail]) => detail === 'http-403'));
    assert.equal(await desk.conversations.ofPerson(actor('megan').id), undefined);
    trouble = {};
    await desk.conversations.remember(personalChat(connector.url, actor('megan').id));
    const before = connector.taken.length;
    turned += DAY;
    await settled();
    assert.equal(connector.taken.length, before);
  });

  it('are sent once the bot has a token again', async () => {
    token = () => {
      throw new Error('Entra is away');
    };
    await assignLead(desk, actor('miriam'), await create(), { ownerId: actor('megan').id }, '*');
    await settled();
    assert.deepEqual(await states(), [['waiting', null]]);
    token = () => 'Bearer new';
    turned += 5000;
    await settled();
    assert.deepEqual(await states(), [['sent', null]]);
    assert.equal(connector.taken.length, 1);
  });

  it('fail alone when Teams refuses one card: the chat and what it subscribed to stay', async () => {
    await desk.conversations.remember(groupChat(connector.url, '19:sales'));
    await subscribe({ source: 'web' });
    for (const status of [400, 413]) {
      trouble = { trouble: () => ({ status }) };
      await create({ source: 'web' });
      await settled();
      assert.deepEqual((await states())[0], ['unreachable', `http-${status}`]);
      turned += 1000;
    }
    trouble = {};
    await create({ source: 'web' });
    await settled();
    assert.equal(connector.taken.length, 1);
  });

  it('tell a chat of new leads that pass its filters, but not of a table that is read in', async () => {
    await desk.conversations.remember(groupChat(connector.url, '19:sales'));
    await subscribe({ source: 'web', rating: 'hot' });
    await create({ source: 'web', rating: 'hot', topic: 'Fifty pumps' });
    await create({ source: 'web', rating: 'cold' });
    await create({ source: 'web', rating: 'hot' }, 'csv');
    await settled();
    assert.deepEqual(
      connector.taken.map(({ conversationId }) => conversationId),
      ['19:sales'],
    );
    assert.match(connector.taken[0]?.card ?? '', /New lead.*Fifty pumps/s);
    assert.equal(connector.taken[0]?.summary, 'New lead – Doe: Fifty pumps (Open)');
    await subscribe({ ownerId: actor('megan').id });
    await create();
    await settled();
    assert.equal(connector.taken.length, 1);
  });

  it('tell a chat of no new lead whose card stands in it already', async () => {
    const create = async (shownIn: string) => {
      const { lead } = await createLead(desk, actor('alex'), { lastName: 'Doe', topic: 'Pumps' }, { via: 'chat' });
      await desk.postedCards.add(postedCard(lead.id, shownIn), desk.now());
      return lead.id;
    };
    for (const worker of workers) await worker.stop();
    for (const id of ['19:sales', '19:else']) await desk.conversations.remember(groupChat(connector.url, id));
    await subscribe({});
    const there = await create('19:sales;messageid=1');
    const elsewhere = await create('19:else');
    for (const worker of workers) worker.start();
    await settled();
    const posted = connector.taken.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posted.map(({ conversationId }) => conversationId),
      ['19:sales'],
    );
    const told = await desk.notifications.list({ limit: 50 });
    assert.deepEqual(
      new Map(told.map(({ leadId, state, detail }) => [leadId, [state, detail]])),
      new Map([
        [there, ['dropped', 'stands-there']],
        [elsewhere, ['sent', null]],
      ]),
    );
  });

  it('wait, and are not given up, while their chat takes no more or rests', async () => {
    await desk.conversations.remember(groupChat(connector.url, '19:sales'));
    await subscribe({});
    for (let nth = 0; nth < 12; nth++) await create();
    await settled();
    let counts = await desk.notifications.counts();
    assert.ok(!counts.sending && counts.waiting, JSON.stringify(counts));
    trouble = { trouble: () => ({ status: 429, headers: { 'retry-after': '300' } }) };
    turned += 10_000;
    await settled();
    trouble = {};
    // Longer than a process that has ended would be waited for.
    for (const seconds of [130, 130, 130, 10, 10, 10]) {
      turned += seconds * 1000;
      await settled();
    }
    counts = await desk.notifications.counts();
    assert.deepEqual(counts, { sent: 12 });
    assert.equal(connector.taken.length, 12);
  });

  it('remind of a task when it is due, once, and not when it is done', async () => {
    const id = await create();
    const dueAt = new Date(desk.now().getTime() + DAY).toISOString();
    const add = (text: string) => addToTimeline(desk, actor('megan'), id, { kind: 'task', text, dueAt });
    await add('Call Jane');
    const { id: done } = await add('Send the offer');
    for (let nth = 0; nth < 4; nth++) {
      await addToTimeline(desk, actor('alex'), id, { kind: 'note', text: `Note ${nth}` });
    }
    await settled();
    assert.equal(connector.taken.length, 0);
    await completeTask(desk, actor('megan'), done);
    turned += DAY;
    await settled();
    assert.equal(connector.taken.length, 1);
    assert.match(connector.taken[0]?.card ?? '', /is due.*Call Jane.*task\.complete/s);
    assert.equal(connector.taken[0]?.summary, 'A task on this lead is due – Doe: Machines (Open)');
    turned += DAY;
    await settled();
    assert.equal(connector.taken.length, 1);
  });

  it('remind in the morning of a task for a day, where its writer is, and of one for an hour then', async () => {
    turnTo('2026-12-01T12:00:00Z');
    const chat = personalChat(connector.url, actor('megan').id);
    await desk.conversations.remember({ ...chat, timeZone: 'America/New_York' });
    const id = await create();
    const add = (text: string, dueAt: string) => addToTimeline(desk, actor('megan'), id, { kind: 'task', text, dueAt });
    await add('Send the offer', '2026-12-03T04:59:00Z');
    await add('Call Jane', '2026-12-02T20:30:00Z');
    await settled();
    const toldBy = async (time: string) => {
      turnTo(time);
      await settled();
      return (await desk.notifications.list({ limit: 5 })).length;
    };
    assert.equal(await toldBy('2026-12-02T13:59:00Z'), 0);
    assert.equal(await toldBy('2026-12-02T14:00:00Z'), 1);
    assert.equal(await toldBy('2026-12-02T20:29:00Z'), 1);
    assert.equal(await toldBy('2026-12-02T20:30:00Z'), 2);
    // Told of once, wherever they are when something else of the lead changes.
    await desk.conversations.remember({ ...chat, timeZone: 'Europe/Berlin' });
    await add('Ask for the order', '2026-12-20T22:59:00Z');
    await settled();
    assert.equal(await toldBy('2026-12-03T12:00:00Z'), 2);
  });

  it('remind of nothing that was written down for a day when its morning was over', async () => {
    turnTo('2026-12-01T12:00:00Z');
    const task = { kind: 'task', text: 'Call Jane', dueAt: '2026-12-01T23:59:00Z' };
    await addToTimeline(desk, actor('megan'), await create(), task);
    await settled();
    turned += DAY;
    await settled();
    assert.equal(connector.taken.length, 0);
  });

  it('are sent again when Teams certainly refused, and never when they may have arrived', async () => {
    let answers: ({ status: number } | 'cut' | undefined)[] = [{ status: 429 }, undefined];
    trouble = { trouble: () => answers.shift() };
    await assignLead(desk, actor('miriam'), await create(), { ownerId: actor('megan').id }, '*');
    await settled();
    assert.equal(connector.taken.length, 0);
    turned += 5000;
    await settled();
    assert.equal(connector.taken.length, 1);
    for (const fate of [{ status: 502 }, 'cut'] as const) {
      answers = [fate];
      await assignLead(desk, actor('miriam'), await create(), { ownerId: actor('megan').id }, '*');
      await settled();
      turned += DAY;
      await settled();
      assert.equal(connector.taken.length, 1);
    }
    assert.deepEqual((await desk.notifications.counts()).unknown, 2);
  });
});
