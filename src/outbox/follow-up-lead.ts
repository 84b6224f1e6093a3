import { backoff } from './backoff.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { remindersOf, toldOf } from './follow-up.ts';
import type { Change } from './outbox.ts';
import type { WorkerPorts } from './worker-ports.ts';

/** So long a process that has ended keeps a lead to itself; one that works renews its hold before. */
export const HOLD_MS = 10_000;
/** About a day of tries. */
const MOST_ATTEMPTS = 150;
const MOST_TASKS = 100;

/** Follows up what happened to a lead, unless somebody else is at it. True when there was something to do. */
export async function followUpLead(
  ports: WorkerPorts,
  holder: string,
  leadId: string,
  waiting: readonly Change[],
): Promise<boolean> {
  const { outbox } = ports;
  const until = () => new Date(ports.now() + HOLD_MS);
  const claim = await outbox.claim(leadId, waiting, holder, new Date(ports.now()), until());
  if (!claim) return false;
  const { changes, attempts } = claim;
  await tell(ports, leadId, changes);
  const hold = () => outbox.renew(leadId, holder, until());
  // Cards may have to wait for their turn longer than the hold lasts. What this misses the next asking finds out.
  const holding = setInterval(() => hold().catch(() => false), HOLD_MS / 3);
  const cards = bringUpToDate(ports, leadId, hold).finally(() => clearInterval(holding));
  const { retry, afterMs, progress, lost } = await cards;
  if (lost) return true;
  const isHopeless = retry && attempts >= MOST_ATTEMPTS;
  if (isHopeless) ports.log.error({ leadId, attempts }, 'cards of a lead could not be brought up to date');
  if (!retry || isHopeless) {
    await outbox.finish(leadId, holder, changes);
    return true;
  }
  const stopping = ports.stopping();
  const isTry = !stopping && !progress;
  const wait = stopping ? 0 : Math.max(afterMs ?? 0, backoff(isTry ? attempts : 0, ports.random()));
  await outbox.postpone(leadId, holder, new Date(ports.now() + wait), isTry);
  return true;
}

async function tell(ports: WorkerPorts, leadId: string, changes: readonly Change[]): Promise<void> {
  const happened = (action: Change['action']) => changes.some((change) => change.action === action);
  const isTold = happened('assign') || happened('create');
  if (!isTold && !happened('task')) return;
  const lead = await ports.store.lead(leadId);
  if (lead && isTold) {
    const subscriptions = happened('create') ? await ports.subscriptions.all() : [];
    await ports.notifications.add(toldOf(lead, changes, subscriptions, new Date(ports.now()).toISOString()));
  }
  if (happened('task')) {
    const tasks = lead ? (await ports.store.timeline(leadId, { kind: 'task', limit: MOST_TASKS })).items : [];
    await ports.reminders.set(leadId, lead ? remindersOf(lead, tasks) : []);
  }
}
