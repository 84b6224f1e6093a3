import { auditTimeline } from './audit.ts';
import type { Desk } from './desk.ts';
import { leadFor } from './lead-for.ts';
import { parseInput } from './parse-input.ts';
import { type Actor, personRef } from './person.ts';
import { type TimelineItem, timelineInput } from './timeline.ts';

/**
 * Adds what somebody wrote to a timeline, open lead or closed. `id` is the one minted with the form.
 * @throws LeadError `lead-not-found`, `not-permitted`, `invalid-input`
 */
export async function addToTimeline(
  desk: Desk,
  actor: Actor,
  leadId: string,
  input: unknown,
  id: string = desk.newId(),
): Promise<TimelineItem> {
  await leadFor(desk, actor, leadId, 'annotate');
  const parsed = parseInput(timelineInput, input);
  const entry = {
    id,
    leadId,
    createdAt: desk.now().toISOString(),
    createdBy: personRef(actor),
    occurredAt: null,
  };
  const added: TimelineItem =
    parsed.kind === 'note' ? { ...entry, ...parsed, attachments: [] } : { ...entry, ...parsed };
  const audit = auditTimeline(actor, 'timeline-add', entry.createdAt, { after: added });
  return (await desk.store.addToTimeline(added, audit)).item;
}
