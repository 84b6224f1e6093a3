import type { Actor, Surface } from './person.ts';

/** Somebody tried what they may not do: who, by which door, and what; ids only, because this ends up in logs. */
export type Denial = {
  personId: string;
  tenantId: string;
  surface: Surface;
  requestId?: string | undefined;
  /** The verb, or the route. */
  tried: string;
  leadId?: string | undefined;
};

export function denial({ id, tenantId, surface, requestId }: Actor, tried: string, leadId?: string): Denial {
  return { personId: id, tenantId, surface, requestId, tried, leadId };
}
