import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createWorker } from '../../bot/create-worker.ts';
import type { SendCard } from '../../bot/send-card.ts';
import { NotOurs } from '../../bot/teams-adapter.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { assignLead } from '../../src/leads/assign-lead.ts';
import { changeLead } from '../../src/leads/change-lead.ts';
import { deleteLead } from '../../src/leads/close-lead.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { erase } from '../../src/leads/privacy.ts';
import { createLog } from '../../src/platform/log.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';
import { standInConnector, type Taken } from './stand-in-connector.ts';
import { groupChat, personalChat, postedCard, temporaryWorker } from './temporary-worker.ts';

describe('posted cards', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  let connector: Awaited<ReturnType<typeof standInConnector>>;
  let worker: ReturnType<typeof temporaryWorker>;
  let turned: number;
  let token: () => string | undefined;

  async function open(options: Parameters<typeof standInConnector>[0] = {}): Promise<void> {
    connector = await standInConnector(options);
    worker = temporaryWorker(desk, async () => token());
    worker.start();
  }
  beforeEach(async () => {
    const temporary = await temporaryDesk();
    turned = 0;
    token = () => undefined;
    // Waiting for a second try, or until a chat takes more, is turning the clock.
    desk = { ...temporary.desk, now: () => new Date(Date.now() + turned) };
    close = temporary.close;
  });
  afterEach(async () => {
    await worker.stop();
    await connector.close();
    await close();
  });

  async function lead(posted = 2): Promise<string> {
    const draft = { lastName: 'Doe', topic: 'Machines' };
    const { id } = (await createLead(desk, actor('alex'), draft, { via: 'api', duplicates: 'allow' })).lead;
    for (let nth = 0; nth < posted; nth++) {
      await desk.conversations.remember(groupChat(connector.url, `19:${nth}`));
      await desk.postedCards.add(postedCard(id, `19:${nth}`), desk.now());
    }
    await worker.settled();
    return id;
  }
  const change = (id: string, jobTitle: string) => changeLead(desk, actor('alex'), id, { jobTitle }, '*');
  async function settledAt(ms: number): Promise<void> {
    turned += ms;
    await worker.settled();
  }
  const of = (conversationId: string) => connector.taken.filter((taken) => taken.conversationId === conversationId);

  it('are brought up to date in place, each in its chat, with the newest state of the lead', async () => {
    await open();
    const id = await lead();
    connector.taken.length = 0;
    await change(id, 'Head of Purchasing');
    await addToTimeline(desk, actor('alex'), id, { kind: 'note', text: 'Likes tea' });
    await worker.settled();
    assert.deepEqual(
      connector.taken.map(({ method, conversationId, activityId }) => [method, conversationId, activityId]).sort(),
      [
        ['PUT', '19:0', 'posted'],
        ['PUT', '19:1', 'posted'],
      ],
    );
    for (const { card } of connector.taken) {
      assert.match(card, /Head of Purchasing.*Likes tea/);
      assert.deepEqual(JSON.parse(card).refresh.userIds, ['29:alex', '29:megan']);
      assert.equal(JSON.parse(card).refresh.action.verb, 'lead.show');
    }
  });

  it('are left alone when they show the newest state already', async () => {
    await open();
    const id = await lead(1);
    await change(id, 'Buyer');
    await worker.settled();
    const before = connector.taken.length;
    await desk.postedCards.add(
      { ...postedCard(id, '19:0'), ...(await desk.postedCards.of(id, { limit: 1 }))[0] },
      new Date(),
    );
    await worker.settled();
    assert.equal(connector.taken.length, before);
  });

  it('say that a lead was deleted or erased, and are then forgotten', async () => {
    await open();
    for (const forget of [
      (id: string) => deleteLead(desk, actor('miriam'), id, '*'),
      (id: string) => erase(desk, actor('admin'), { leadId: id }),
    ]) {
      const id = await lead();
      connector.taken.length = 0;
      await forget(id);
      await worker.settled();
      assert.equal(connector.taken.length, 2);
      for (const { card } of connector.taken) assert.match(card, /does not exist any more/);
      assert.deepEqual(await desk.postedCards.of(id, { limit: 9 }), []);
    }
  });

  it('wait as long as Teams asks when it is too much, and are all up to date in the end', async () => {
    let troubled = false;
    await open({ trouble: () => (troubled ? { status: 429, headers: { 'retry-after': '1' } } : undefined) });
    const id = await lead();
    connector.taken.length = 0;
    troubled = true;
    await change(id, 'Buyer');
    await worker.settled();
    troubled = false;
    await settledAt(400);
    assert.equal(connector.taken.length, 0);
    await settledAt(3000);
    assert.equal(connector.taken.length, 2);
  });

  it('are tried again later and later while Teams is in trouble, without holding up other leads', async () => {
    let sick = '';
    let tries = 0;
    await open({ trouble: () => (sick && tries++ < 3 ? (tries % 2 ? { status: 503 } : 'cut') : undefined) });
    const id = await lead(1);
    sick = id;
    await change(id, 'Buyer');
    await worker.settled();
    await settledAt(1100);
    await settledAt(2100);
    assert.equal(connector.taken.filter(({ card }) => /Buyer/.test(card)).length, 0);
    await settledAt(4100);
    assert.equal(connector.taken.filter(({ card }) => /Buyer/.test(card)).length, 1);
    assert.equal((await desk.outbox.backlog()).changes, 0);
  });

  it('in one chat that is in trouble hold up neither those in others nor who is told', async () => {
    await open({ trouble: (_nth, chat) => (chat === '19:0' && isSick ? { status: 503 } : undefined) });
    let isSick = false;
    const id = await lead(2);
    await desk.people.remember(actor('megan'));
    await desk.conversations.remember(personalChat(connector.url, actor('megan').id));
    isSick = true;
    await change(id, 'Buyer');
    for (let minute = 0; minute < 30; minute++) await settledAt(60_000);
    connector.taken.length = 0;
    await change(id, 'Head of Purchasing');
    await assignLead(desk, actor('miriam'), id, { ownerId: actor('megan').id }, '*');
    await worker.settled();
    assert.deepEqual(connector.taken.map(({ conversationId }) => conversationId).sort(), [
      '19:1',
      `a:${actor('megan').id}`,
    ]);
    isSick = false;
    await settledAt(10 * 60_000);
    assert.match(of('19:0').at(-1)?.card ?? '', /Head of Purchasing/);
    assert.equal((await desk.outbox.backlog()).changes, 0);
  });

  it('in a chat that takes no more for now keep nobody waiting in another', async () => {
    await open();
    await desk.conversations.remember(groupChat(connector.url, '19:busy'));
    const leads = [];
    for (let nth = 0; nth < 20; nth++) {
      leads.push(await lead(0));
      await desk.postedCards.add(postedCard(leads[nth] ?? '', '19:busy', `m${nth}`), desk.now());
    }
    const idle = await lead(0);
    await desk.conversations.remember(groupChat(connector.url, '19:idle'));
    await desk.postedCards.add(postedCard(idle, '19:idle'), desk.now());
    await worker.settled();
    const order = connector.taken.map(({ conversationId }) => conversationId);
    assert.ok(order.includes('19:idle') && order.indexOf('19:idle') <= 8, order.join(' '));
    for (let second = 0; second < 15; second++) await settledAt(1000);
    assert.equal(new Set(of('19:busy').map(({ activityId }) => activityId)).size, 20);
    assert.equal(connector.taken.length, 21);
    assert.equal((await desk.outbox.backlog()).changes, 0);
  });

  it('are brought up to date once the bot has a token again', async () => {
    await open();
    const id = await lead();
    connector.taken.length = 0;
    token = () => {
      throw new Error('Entra is away');
    };
    await change(id, 'Buyer');
    await worker.settled();
    assert.equal(connector.taken.length, 0);
    token = () => 'Bearer new';
    await settledAt(1100);
    await settledAt(2100);
    assert.equal(connector.taken.length, 2);
    assert.equal((await desk.outbox.backlog()).changes, 0);
  });

  it('keep their change waiting when sending one fails in a way nobody thought of', async () => {
    await open();
    const id = await lead(1);
    await worker.stop();
    const send: SendCard = async () => {
      throw new TypeError('nobody thought of this');
    };
    const log = createLog({ level: 'silent', local: false });
    const faulty = createWorker({ desk, log, defaultRole: 'salesperson', send });
    faulty.start();
    await change(id, 'Buyer');
    await faulty.settled();
    await faulty.stop();
    assert.equal((await desk.outbox.backlog()).changes, 1);
    worker.start();
    await settledAt(6000);
    assert.match(connector.taken.at(-1)?.card ?? '', /Buyer/);
  });

  it('stay in a chat that the bot may not write to for now, and are not tried again until they change', async () => {
    await open();
    const id = await lead(1);
    connector.taken.length = 0;
    token = () => {
      throw new NotOurs('not-permitted', 'tenant');
    };
    await change(id, 'Buyer');
    await worker.settled();
    assert.equal((await desk.outbox.backlog()).changes, 0);
    assert.equal((await desk.postedCards.of(id, { limit: 9 })).length, 1);
    token = () => undefined;
    await change(id, 'Head of Purchasing');
    await worker.settled();
    assert.match(connector.taken.at(-1)?.card ?? '', /Head of Purchasing/);
  });

  it('are not tried again when Teams refuses this one card, and stay for the next change', async () => {
    let bad = false;
    await open({ trouble: () => (bad ? { status: 413 } : undefined) });
    const id = await lead(1);
    connector.taken.length = 0;
    bad = true;
    await change(id, 'Buyer');
    await worker.settled();
    assert.equal((await desk.outbox.backlog()).changes, 0);
    bad = false;
    await change(id, 'Head of Purchasing');
    await worker.settled();
    assert.match(connector.taken.at(-1)?.card ?? '', /Head of Purchasing/);
  });

  it('are forgotten politely when the chat is gone', async () => {
    let gone = false;
    await open({ trouble: () => (gone ? { status: 404 } : undefined) });
    const id = await lead(1);
    gone = true;
    await change(id, 'Buyer');
    await worker.settled();
    assert.deepEqual(await desk.postedCards.of(id, { limit: 9 }), []);
    assert.equal((await desk.outbox.backlog()).changes, 0);
  });

  it('end with the newest state, in order and without a repetition, whatever happens when', async () => {
    await open();
    const id = await lead(3);
    let nth = 0;
    const step = fc.constantFrom('change', 'burst', 'settle', 'second worker');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const second = temporaryWorker(desk);
        for (const what of steps) {
          if (what === 'change') await change(id, `step ${++nth}.`);
          if (what === 'burst') await Promise.all([1, 2, 3].map(() => change(id, `step ${++nth}.`)));
          if (what === 'second worker') second.start();
          if (what === 'settle') await worker.settled();
        }
        await change(id, `step ${++nth}.`);
        await worker.settled();
        await second.stop();
        await settledAt(60_000);
        for (const chat of ['19:0', '19:1', '19:2']) {
          const shown = of(chat).map(stepOf);
          assert.equal(shown.at(-1), nth);
          assert.ok(
            shown.every((one, at) => at === 0 || one !== shown[at - 1]),
            `twice in a row: ${shown}`,
          );
          const versions = of(chat).map(versionOf);
          assert.deepEqual(
            versions,
            [...versions].sort((one, other) => one - other),
          );
        }
      }),
      { numRuns: 8 },
    );
  }).timeout(60_000);
});

function stepOf({ card }: Taken): number {
  return Number(/step (\d+)\./.exec(card)?.[1] ?? 0);
}

/** The version of the lead that a card's buttons carry. */
function versionOf({ card }: Taken): number {
  return Number(/"version":(\d+)/.exec(card)?.[1]);
}
