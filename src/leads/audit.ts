import { fullName, type Lead } from './lead.ts';
import type { Actor, PersonRef, Surface } from './person.ts';
import type { TimelineItem } from './timeline.ts';

/** What can happen to a lead, or was refused; the names of Dynamics 365's audit actions where it has them. */
export type AuditAction =
  | 'create'
  | 'update'
  | 'qualify'
  | 'disqualify'
  | 'reactivate'
  | 'assign'
  | 'delete'
  | 'timeline-add'
  | 'timeline-update'
  | 'timeline-delete'
  | 'unfollow'
  | 'denied';

export type FieldChange = { field: string; old: unknown; new: unknown };

/** Something that was done to a lead: who, when, from which surface, in which request, and every field's old and new value. */
export type AuditEntry = {
  leadId: string;
  /** The entry of the timeline it was done to; missing where it was the lead, and in what was written before this was kept. */
  itemId?: string;
  at: string;
  by: PersonRef;
  surface: Surface;
  requestId: string | null;
  action: AuditAction;
  changes: FieldChange[];
};

// Bookkeeping that says nothing beyond the entry itself.
const UNTOLD = new Set([
  'id',
  'version',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'leadId',
  'messageKey',
  'html',
]);

/** The entry for a change of a lead; `before` is missing when it is created, `after` when it is deleted. */
export function auditLead(
  actor: Actor,
  action: AuditAction,
  at: string,
  { before, after }: { before?: Lead; after?: Lead },
): AuditEntry {
  const leadId = after?.id ?? before?.id ?? '';
  const changes = after
    ? differences(before, after)
    : [{ field: 'fullName', old: before && fullName(before), new: null }];
  return { ...entry(actor, action, at, leadId), changes };
}

/** The entry for a change of a timeline. */
export function auditTimeline(
  actor: Actor,
  action: 'timeline-add' | 'timeline-update' | 'timeline-delete',
  at: string,
  { before, after }: { before?: TimelineItem; after?: TimelineItem },
): AuditEntry {
  const { id: itemId, leadId = '' } = after ?? before ?? {};
  const changes = after ? differences(before, after) : differences(before, undefined);
  return { ...entry(actor, action, at, leadId), ...(itemId && { itemId }), changes };
}

/** The entry for a conversation that is no longer followed. */
export function auditUnfollow(actor: Actor, at: string, leadId: string): AuditEntry {
  return { ...entry(actor, 'unfollow', at, leadId), changes: [] };
}

function entry({ id, name, surface, requestId }: Actor, action: AuditAction, at: string, leadId: string) {
  return { leadId, at, by: { id, name }, surface, requestId: requestId ?? null, action };
}

function differences(before: object = {}, after: object = {}, within = ''): FieldChange[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const changes: FieldChange[] = [];
  for (const field of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const [was = null, is = null] = [old?.[field], now?.[field]];
    if (same(was, is) || UNTOLD.has(field)) continue;
    if (field === 'address') changes.push(...differences(was ?? {}, is ?? {}, 'address.'));
    else changes.push({ field: `${within}${field}`, old: was, new: is });
  }
  return changes;
}

function same(one: unknown, other: unknown): boolean {
  if (one === other || one === null || other === null) return one === other;
  return typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other);
}
