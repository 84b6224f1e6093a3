import type { AuditEntry } from './audit.ts';
import type { Page } from './lead-store.ts';
import type { Actor, Surface } from './person.ts';

/** Somebody tried what they may not do. */
export type Denial = {
  by: Actor;
  /** The verb, or the route. */
  tried: string;
  leadId?: string | undefined;
};

/** The entry for it: of the lead it was about, or of none. `times` says how often, where that was more than once. */
export function auditDenial({ by, tried, leadId }: Denial, at: string, times = 1): AuditEntry {
  const changes = [
    { field: 'tried', old: null, new: tried },
    ...(times > 1 ? [{ field: 'times', old: null, new: times }] : []),
  ];
  const { id, name, surface, requestId } = by;
  return {
    ...{ leadId: leadId ?? '', at, by: { id, name }, surface, requestId: requestId ?? null },
    ...{ action: 'denied', changes },
  };
}

/** Where attempts stay that were refused. */
export interface Denials {
  /** Adds to the audit trail of the lead; an attempt on a lead that is not there belongs to none. */
  record(entry: AuditEntry): Promise<void>;
  /** Of every lead and of none, newest first. */
  list(page: { limit: number; cursor?: string }): Promise<Page<AuditEntry>>;
  /** Removes those before a moment that belong to no lead; the others go with their lead. */
  forget(before: Date): Promise<void>;
}

type Told = {
  personId: string;
  tenantId: string;
  surface: Surface;
  requestId?: string;
  tried: string;
  leadId?: string;
};

/** What a log may hold of it: ids only. */
export function denialForLog({ by, tried, leadId }: Denial): Told {
  const { id: personId, tenantId, surface, requestId } = by;
  return { personId, tenantId, surface, tried, ...(requestId && { requestId }), ...(leadId && { leadId }) };
}
