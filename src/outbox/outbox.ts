import type { AuditAction } from '../leads/audit.ts';

/**
 * Something that happened to a lead and is not followed up yet. Beside what the audit trail knows: `posted`, a card that
 * appeared in a chat; `task`, a task that was added, changed or removed; `erase`, an erasure.
 */
export type Change = {
  seq: number;
  leadId: string;
  action: AuditAction | 'posted' | 'task' | 'erase';
  /** Whose change it is; of a `task`, who wrote the task down: that is all its row knows. */
  byId: string;
  /** When it came about, never when what was changed did: how long it waits is told by it. ISO 8601, UTC. */
  at: string;
};

/** A lead that somebody holds: its changes to be followed up, and how often they were tried in vain. */
export type Claim = { leadId: string; changes: Change[]; attempts: number };

/** When a lead is tried again, and whether the last try failed. */
export type Again = { until: Date; failed: boolean };

/** What an administrator may want to know of the outbox: how many changes wait, and since when the oldest does. */
export type Backlog = { changes: number; oldest: string | null };

/**
 * The changes of leads that are still to be followed up: those of leads that cards show, and those that somebody is told
 * of. A store writes each in the commit of the change itself; here they are shared out among server processes. Whoever
 * follows up a lead holds it for a while: if its process ends, the lead is free again at `until`.
 */
export interface Outbox {
  /** The oldest changes, without those of leads that somebody holds and those that wait for another try. */
  waiting(now: Date, limit: number): Promise<Change[]>;

  /**
   * Holds the leads of these changes for `holder` until `until`. Left out are leads that somebody else holds, that wait
   * for another try of what was tried last, and those whose changes are gone.
   */
  claim(changes: readonly Change[], holder: string, now: Date, until: Date): Promise<Claim[]>;

  /** Holds it longer. False when it was lost meanwhile: somebody else may be at it. */
  renew(leadId: string, holder: string, until: Date): Promise<boolean>;

  /** The changes are followed up; the lead is free. False when it was lost meanwhile, then nothing is done. */
  finish(leadId: string, holder: string, changes: readonly Change[]): Promise<boolean>;

  /**
   * Gives the lead back, its changes up to these to be tried again at `until`; what happens to it meanwhile does not wait.
   * `failed` says whether the try counts. False when it was lost.
   */
  postpone(leadId: string, holder: string, changes: readonly Change[], again: Again): Promise<boolean>;

  backlog(): Promise<Backlog>;
}
