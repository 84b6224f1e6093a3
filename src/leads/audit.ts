import { fullName, type Lead } from './lead.ts';
import type { Actor, PersonRef, Surface } from './person.ts';
import type { TimelineItem } from './timeline.ts';

/** What can happen to a lead; the names of Dynamics 365's audit actions where it has them. */
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
  | 'unfollow';

export type FieldChange = { field: string; old: unknown; new: unknown };

/** Something that was done to a lead: who, when, from which surface, in which request, and every field's old and new value. */
export type AuditEntry = {
  leadId: string;
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
  const leadId = after?.leadId ?? before?.leadId ?? '';
  const changes = after ? differences(before, after) : differences(before, undefined);
  return { ...entry(actor, action, at, leadId), changes };
}

/** The entry for a conversation that is no longer followed. */
export function auditUnfollow(actor: Actor, at: string, leadId: string): AuditEntry {
  return { ...entry(actor, 'unfollow', at, leadId), changes: [] };
}

function entry({ id, name, surface, requestId }: Actor, action: AuditAction, at: string, leadId: string) {
  return { leadId, at, by: { id, name }, surface, requestId: requestId ?? null, action };
}

function differences(before: object | undefined, after: object | undefined): FieldChange[] {
  const old = flat(before ?? {});
  const now = flat(after ?? {});
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was = null, is = null] = [old.get(field), now.get(field)];
    return same(was, is) ? [] : [{ field, old: was, new: is }];
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

/** Fields by name, those of the address as `address.city`. */
function flat(record: object): Map<string, unknown> {
  const fields = Object.entries(record).filter(([field]) => !UNTOLD.has(field));
  return new Map(
    fields.flatMap(([field, value]): [string, unknown][] =>
      field === 'address' ? Object.entries(value).map(([part, text]) => [`address.${part}`, text]) : [[field, value]],
    ),
  );
}
