import type { LeadFilters } from '../leads/lead-filters.ts';

/** The chat somebody is in, where they are in one. */
export interface Chat {
  /** New leads are told there from now on, those that pass the filters. */
  subscribe(filters: LeadFilters): Promise<void>;
  /** False when none were told there. */
  unsubscribe(): Promise<boolean>;
}
