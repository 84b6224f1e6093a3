import { auditTimeline } from './audit.ts';
import type { Desk } from './desk.ts';
import { LeadError } from './lead-error.ts';
import { leadFor } from './lead-for.ts';
import { parseInput } from './parse-input.ts';
import { mayChangeEntry } from './permissions.ts';
import type { Actor } from './person.ts';
import { type TimelineItem, timelineChanges } from './timeline.ts';

/**
 * Changes an entry people wrote: its text, the state of a task, the time of an appointment. Mails and events stay.
 * @throws LeadError `timeline-item-not-found`, `not-permitted`, `invalid-input`
 */
export async function changeTimelineItem(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: unknown,
): Promise<TimelineItem> {
  const item = await entryFor(desk, actor, id);
  if (item.kind === 'email' || item.kind === 'event') throw new LeadError('not-permitted');
  const parsed = parseInput(timelineChanges[item.kind], changes);
  const given = Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
  const changed = { ...item, ...given } as TimelineItem;
  if (changed.kind === 'appointment' && changed.endAt < changed.startAt) {
    throw new LeadError('invalid-input', [{ field: 'endAt', rule: 'before-start' }]);
  }
  const at = desk.now().toISOString();
  await desk.store.updateTimelineItem(
    changed,
    auditTimeline(actor, 'timeline-update', at, { before: item, after: changed }),
  );
  return changed;
}

/**
 * Removes an entry with its attachments; a mail that was removed can be logged again. Events stay.
 * @throws LeadError `timeline-item-not-found`, `not-permitted`
 */
export async function removeTimelineItem(desk: Desk, actor: Actor, id: string): Promise<void> {
  const item = await entryFor(desk, actor, id);
  if (item.kind === 'event') throw new LeadError('not-permitted');
  const at = desk.now().toISOString();
  await desk.store.removeTimelineItem(id, auditTimeline(actor, 'timeline-delete', at, { before: item }));
}

async function entryFor(desk: Desk, actor: Actor, id: string): Promise<TimelineItem> {
  const item = await desk.store.timelineItem(id);
  if (!item) throw new LeadError('timeline-item-not-found');
  await leadFor(desk, actor, item.leadId, 'annotate');
  if (!mayChangeEntry(actor, item)) throw new LeadError('not-permitted');
  return item;
}

/**
 * Marks a task as done; one that is done already stays as it is. Whoever may add to a timeline may complete its tasks.
 * @throws LeadError `timeline-item-not-found`, `not-permitted`
 */
export async function completeTask(desk: Desk, actor: Actor, id: string): Promise<void> {
  const item = await desk.store.timelineItem(id);
  if (item?.kind !== 'task') throw new LeadError('timeline-item-not-found');
  await leadFor(desk, actor, item.leadId, 'annotate');
  if (item.status === 'completed') return;
  const done: TimelineItem = { ...item, status: 'completed' };
  const at = desk.now().toISOString();
  await desk.store.updateTimelineItem(done, auditTimeline(actor, 'timeline-update', at, { before: item, after: done }));
}
