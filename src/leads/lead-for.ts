import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { LeadError } from './lead-error.ts';
import { mustBeAllowed, type Permission } from './permissions.ts';
import type { Actor } from './person.ts';

/** The version somebody saw when they decided; `*` takes any. */
export type SeenVersion = number | '*';

/**
 * The lead somebody wants to do something with.
 * @throws LeadError `lead-not-found`, `not-permitted`
 */
export async function leadFor(desk: Desk, actor: Actor, id: string, permission: Permission): Promise<Lead> {
  mustBeAllowed(actor, 'read');
  const lead = await desk.store.lead(id);
  if (!lead) throw new LeadError('lead-not-found');
  mustBeAllowed(actor, permission, lead);
  return lead;
}

/** @throws LeadError `lead-changed`. Asked before any rule of business, or a stale card would get a misleading reason. */
export function mustBeCurrent(lead: Lead, seen: SeenVersion): void {
  if (seen !== '*' && seen !== lead.version) throw new LeadError('lead-changed');
}

/** Somebody is quicker only as often as there are others at it; more tries than this means something else is wrong. */
const MOST_TRIES = 1000;

/** For a caller who takes any version the work is done again when another change came between its reading and writing. */
export async function againIfOvertaken<T>(seen: SeenVersion, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isChanged = error instanceof LeadError && error.code === 'lead-changed';
      if (seen !== '*' || !isChanged || tries === MOST_TRIES) throw error;
    }
  }
}
