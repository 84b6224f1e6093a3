import { LeadError } from './lead-error.ts';

/** statecode and statuscode of a Dynamics 365 lead: every status with its reasons, the default first. */
export const STATUS_REASONS = {
  open: ['new', 'contacted'],
  qualified: ['qualified'],
  disqualified: ['lost', 'cannot-contact', 'no-longer-interested', 'canceled'],
} as const;

export type LeadStatus = keyof typeof STATUS_REASONS;
export type StatusReason = (typeof STATUS_REASONS)[LeadStatus][number];
export type DisqualifyReason = (typeof STATUS_REASONS)['disqualified'][number];
export type StatusMove = 'qualify' | 'disqualify' | 'reactivate';

/** The only moves there are. A closed lead has to be reactivated before it can be closed again. */
export const STATUS_MOVES: Record<LeadStatus, Partial<Record<StatusMove, LeadStatus>>> = {
  open: { qualify: 'qualified', disqualify: 'disqualified' },
  qualified: { reactivate: 'open' },
  disqualified: { reactivate: 'open' },
};

/**
 * Where a move leads.
 * @throws LeadError `lead-closed` when a closed lead is qualified or disqualified, `lead-open` when an open one is reactivated
 */
export function nextStatus(status: LeadStatus, move: StatusMove): LeadStatus {
  const next = STATUS_MOVES[status][move];
  if (!next) throw new LeadError(status === 'open' ? 'lead-open' : 'lead-closed');
  return next;
}
