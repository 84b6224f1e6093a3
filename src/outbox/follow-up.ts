import type { AuditEntry } from '../leads/audit.ts';
import type { Lead } from '../leads/lead.ts';
import { passes } from '../leads/lead-filters.ts';
import type { TimelineItem } from '../leads/timeline.ts';
import type { Notification } from './notifications.ts';
import type { Change } from './outbox.ts';
import { reminderTime } from './reminder-time.ts';
import type { Reminder } from './reminders.ts';
import type { Subscription } from './subscriptions.ts';

/**
 * Who is told of changes of a lead. Keys are made of the change, so that a change followed up twice tells once. Leads
 * that came in with a table are not told one by one.
 * @param changes in the order in which they happened
 * @param known who wants to hear of new leads, and the lead's audit trail, newest first
 */
export function toldOf(
  lead: Lead,
  changes: readonly Change[],
  { subscriptions, trail }: { subscriptions: readonly Subscription[]; trail: readonly AuditEntry[] },
  at: string,
): Notification[] {
  const told = { leadId: lead.id, taskId: null, state: 'waiting' as const, detail: null, attempts: 0, at };
  const notifications: Notification[] = [];
  // Given to one and then to another: only whose it is now is told, by the change that made it so.
  const newest = trail.find(({ action }) => action === 'assign');
  const assigned = changes.findLast((change) => change.action === 'assign' && change.at === (newest ?? change).at);
  if (assigned && lead.ownerId && lead.ownerId !== assigned.byId) {
    const key = `assigned ${lead.id} ${assigned.at}`;
    const to = { personId: lead.ownerId, conversationId: null };
    notifications.push({ ...told, ...to, key, kind: 'assigned', byId: assigned.byId });
  }
  const created = changes.find(({ action }) => action === 'create');
  if (created && lead.createdVia !== 'csv') {
    for (const subscription of subscriptions.filter(({ filters }) => passes(lead, filters))) {
      const { conversationId } = subscription;
      const key = `new-lead ${lead.id} ${conversationId}`;
      notifications.push({ ...told, key, kind: 'new-lead', byId: created.byId, personId: null, conversationId });
    }
  }
  return notifications;
}

/**
 * What is to be remembered of a lead's tasks: whoever wrote one down is told in time, unless there was none when they did.
 * @param zones the time zones people are in, by their ids; whose is not known is told by UTC
 */
export function remindersOf(
  lead: Lead,
  items: readonly TimelineItem[],
  zones: ReadonlyMap<string, string>,
): Reminder[] {
  return items.flatMap((item) => {
    if (item.kind !== 'task' || item.status !== 'open' || !item.dueAt) return [];
    const { id: taskId, dueAt, createdAt, createdBy } = item;
    const tellAt = reminderTime(dueAt, zones.get(createdBy.id) ?? 'UTC');
    return tellAt > createdAt ? [{ taskId, leadId: lead.id, personId: createdBy.id, dueAt, tellAt }] : [];
  });
}
