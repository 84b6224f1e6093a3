import type { PersonRef } from './person.ts';
import type { LeadEvent } from './timeline.ts';

type WhatHappened =
  | { event: 'created' | 'qualified' | 'reactivated' }
  | { event: 'disqualified'; reason: (LeadEvent & { event: 'disqualified' })['reason'] };

/** The timeline's own record of something that happened to a lead. */
export function leadEvent(
  leadId: string,
  what: WhatHappened,
  made: { id: string; at: string; by: PersonRef },
): LeadEvent {
  return {
    id: made.id,
    leadId,
    kind: 'event',
    subject: null,
    text: '',
    createdAt: made.at,
    createdBy: made.by,
    occurredAt: null,
    ...what,
  };
}
