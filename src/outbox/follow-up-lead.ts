import type { TimelineItem } from '../leads/timeline.ts';
import { backoff } from './backoff.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { remindersOf, toldOf } from './follow-up.ts';
import type { Change, Claim } from './outbox.ts';
import type { WorkerPorts } from './worker-ports.ts';

/** So long a process that has ended keeps a lead to itself; one that works renews its hold before. */
export const HOLD_MS = 5000;
/** After so many tries and so long a change is given up. */
const MOST_ATTEMPTS = 12;
const LONGEST_MS = 24 * 60 * 60_000;
const MOST_TASKS = 100;
const MOST_ENTRIES = 100;

/**
 * Follows up what happened to a lead that is held since `heldSince`. What is told has been handed on when `told` is called.
 */
export async function followUpLead(
  ports: WorkerPorts,
  holder: string,
  { leadId, changes, attempts }: Claim,
  { heldSince, told }: { heldSince: number; told: () => void },
): Promise<void> {
  const { outbox, postedCards } = ports;
  if (await tell(ports, leadId, changes)) told();
  const hold = { isOurs: true, since: heldSince };
  // Many cards take longer than the hold lasts. What a fault here misses the end finds out.
  const holding = setInterval(() => renew().catch(() => undefined), HOLD_MS / 3);
  const renew = async () => {
    const now = ports.now();
    hold.isOurs &&= await outbox.renew(leadId, holder, new Date(now + HOLD_MS));
    if (hold.isOurs) hold.since = now;
  };
  const cards = bringUpToDate(ports, leadId, () => hold.isOurs).finally(() => clearInterval(holding));
  const { left, afterMs, put, written } = await cards;
  const now = ports.now();
  const newest = Date.parse(changes.at(-1)?.at ?? '');
  const isHopeless = left === 'failed' && attempts >= MOST_ATTEMPTS && newest < now - LONGEST_MS;
  if (isHopeless) ports.log.error({ leadId, attempts }, 'cards of a lead could not be brought up to date');
  const stopping = ports.stopping();
  const wait = stopping ? 0 : (afterMs ?? backoff(attempts, ports.random()));
  const again = { until: new Date(now + wait), failed: left === 'failed' && !stopping };
  const end =
    left && !isHopeless ? outbox.postpone(leadId, holder, changes, again) : outbox.finish(leadId, holder, changes);
  // Together: where commits are shared that is one. Both are over before a fault of either ends this.
  const [ended, noted] = await Promise.allSettled([end, written]);
  if (ended.status === 'rejected') throw ended.reason;
  // Whoever took over may have sent something newer before ours arrived: nobody knows what these show now.
  const doubtful = ended.value ? [] : put.filter(({ at }) => at >= hold.since);
  for (const { card } of doubtful) await postedCards.add({ ...card, shown: null }, new Date(ports.now()));
  if (noted.status === 'rejected') throw noted.reason;
}

/** True when there is something new to be told. */
async function tell(ports: WorkerPorts, leadId: string, changes: readonly Change[]): Promise<boolean> {
  const happened = (action: Change['action']) => changes.some((change) => change.action === action);
  const isTold = happened('assign') || happened('create');
  if (!isTold && !happened('task')) return false;
  const lead = await ports.store.lead(leadId);
  const subscriptions = lead && happened('create') ? await ports.subscriptions.all() : [];
  // After the lead: of an assignment that it shows the trail tells, too.
  const trail = lead && happened('assign') ? (await ports.store.audit(leadId, { limit: MOST_ENTRIES })).items : [];
  const now = new Date(ports.now()).toISOString();
  const told = lead && isTold ? toldOf(lead, changes, { subscriptions, trail }, now) : [];
  if (told.length) await ports.notifications.add(told);
  if (happened('task')) {
    const tasks = lead ? (await ports.store.timeline(leadId, { kind: 'task', limit: MOST_TASKS })).items : [];
    await ports.reminders.set(leadId, lead ? remindersOf(lead, tasks, await zonesOf(ports, tasks)) : []);
  }
  return told.length > 0;
}

/** Where those who wrote the tasks are, as their own chats with the bot say. */
async function zonesOf({ conversations }: WorkerPorts, tasks: readonly TimelineItem[]): Promise<Map<string, string>> {
  const people = [...new Set(tasks.map(({ createdBy }) => createdBy.id))];
  const chats = await Promise.all(people.map((id) => conversations.ofPerson(id)));
  return new Map(chats.flatMap((chat) => (chat?.personId ? [[chat.personId, chat.timeZone] as const] : [])));
}
