import type { LeadFields } from './lead-fields.ts';
import type { LeadStatus, StatusReason } from './lead-status.ts';
import type { CreatedVia } from './option-sets.ts';
import type { PersonRef } from './person.ts';

/**
 * A potential sale. Times are ISO 8601 UTC; money is a decimal string in `currency`'s decimals.
 * `version` rises by one whenever the fields, the status or the owner change; the timeline never touches it.
 */
export type Lead = LeadFields & {
  id: string;
  version: number;
  status: LeadStatus;
  statusReason: StatusReason;
  ownerId: string | null;
  ownerName: string | null;
  opportunityId: string | null;
  createdVia: CreatedVia;
  createdAt: string;
  createdBy: PersonRef;
  modifiedAt: string;
  modifiedBy: PersonRef;
};

/** The name people call the lead by; Dynamics 365 computes it the same way. */
export function fullName({ firstName, lastName }: Pick<LeadFields, 'firstName' | 'lastName'>): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}
