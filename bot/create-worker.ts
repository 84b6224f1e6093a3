import { setTimeout as sleep } from 'node:timers/promises';
import type { TeamsApp } from '../src/cards/view.ts';
import type { Desk } from '../src/leads/desk.ts';
import type { Role } from '../src/leads/person.ts';
import { OutboxWorker } from '../src/outbox/outbox-worker.ts';
import { Pace } from '../src/outbox/pace.ts';
import type { OutboxStores, WorkerPorts } from '../src/outbox/worker-ports.ts';
import type { Log } from '../src/platform/log.ts';
import { cardDeliverer } from './card-deliverer.ts';
import type { SendCard } from './send-card.ts';

/** How often changes by other processes are looked for; those of this one are followed up at once. */
const EVERY_MS = 500;

type Options = {
  desk: Desk & OutboxStores;
  log: Log;
  defaultRole: Role;
  send: SendCard;
  app?: TeamsApp | undefined;
  report?: WorkerPorts['report'] | undefined;
};

/** The outbox' worker with Teams behind it. */
export function createWorker({ desk, log, defaultRole, send, app, report }: Options): OutboxWorker {
  const { store, outbox, postedCards, conversations, subscriptions, notifications, reminders } = desk;
  const now = () => desk.now().getTime();
  return new OutboxWorker({
    ...{ store, outbox, postedCards, conversations, subscriptions, notifications, reminders, log },
    deliverer: cardDeliverer({ desk, defaultRole, send, app }),
    pace: new Pace({ now, sleep: (ms) => sleep(ms), random: Math.random }),
    now,
    random: Math.random,
    report: report ?? (() => undefined),
    holder: desk.newId(),
    every: EVERY_MS,
  });
}
