import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { createLead } from '../../src/leads/create-lead.ts';
import { followUpLead } from '../../src/outbox/follow-up-lead.ts';
import { Pace } from '../../src/outbox/pace.ts';
import type { PostedCards } from '../../src/outbox/posted-cards.ts';
import type { WorkerPorts } from '../../src/outbox/worker-ports.ts';
import { createLog } from '../../src/platform/log.ts';
import { actor, type OpenedDesk, temporaryDesk } from '../temporary-desk.ts';
import { groupChat, postedCard } from './temporary-worker.ts';

const NOW = new Date('2026-12-01T12:00:00Z');
const HOLDER = 'this-process';

describe('following up a lead when it cannot be written down what a message shows', () => {
  let desk: OpenedDesk;
  let close: () => Promise<void>;
  let leadId: string;
  beforeEach(async () => {
    ({ desk, close } = await temporaryDesk());
    const draft = { lastName: 'Doe', topic: 'Machines' };
    leadId = (await createLead(desk, actor('alex'), draft, { via: 'api' })).lead.id;
    await desk.conversations.remember(groupChat('https://connector.example', '19:1'));
    await desk.postedCards.add({ ...postedCard(leadId, '19:1'), shown: 'the state before' }, NOW);
  });
  afterEach(() => close());

  /** Follows up the lead with a card that Teams takes, and a note of that which fails. */
  async function followUp(outbox: Pick<WorkerPorts['outbox'], 'postpone' | 'finish'>): Promise<void> {
    const changes = await desk.outbox.waiting(NOW, 10);
    const [claim] = await desk.outbox.claim(changes, HOLDER, NOW, new Date(NOW.getTime() + 5000));
    assert.ok(claim);
    const { postedCards } = desk;
    const cards: Pick<PostedCards, 'of' | 'add' | 'shows'> = {
      of: (id, page) => postedCards.of(id, page),
      add: (card, at) => postedCards.add(card, at),
      shows: async () => {
        throw new Error('the database is away');
      },
    };
    const ports = {
      ...desk,
      ...{ outbox, postedCards: cards },
      deliverer: {
        draw: async () => ({ leadId, card: {}, digest: 'the newest state', last: false }),
        update: async () => ({ kind: 'done', activityId: 'posted' }),
      },
      pace: new Pace({ now: () => NOW.getTime(), sleep: async () => undefined, random: () => 0 }),
      ...{ log: createLog({ level: 'silent', local: false }), report: () => undefined },
      ...{ now: () => NOW.getTime(), random: () => 0, stopping: () => false },
    };
    await followUpLead(ports as unknown as WorkerPorts, HOLDER, claim, {
      ...{ heldSince: NOW.getTime(), told: () => undefined },
    });
  }

  it('ends when the lead has been given back, so that a process that stops leaves it to the others', async () => {
    const order: string[] = [];
    const postpone = async () => {
      await setImmediate();
      order.push('given back');
      return true;
    };
    await followUp({ postpone, finish: postpone }).catch(({ message }: Error) => order.push(message));
    assert.deepEqual(order, ['given back', 'the database is away']);
  });

  it('has the card looked at again where somebody else took over meanwhile', async () => {
    const lost = async () => false;
    await assert.rejects(followUp({ postpone: lost, finish: lost }), /away/);
    const [card] = await desk.postedCards.of(leadId, { limit: 1 });
    assert.equal(card?.shown, null);
  });
});
