import type { Lead } from './lead.ts';

/** Which leads somebody wants to hear of; a filter that is missing takes any. */
export type LeadFilters = Partial<Record<'source' | 'rating' | 'ownerId', string>>;

export function passes(lead: Pick<Lead, keyof LeadFilters>, filters: LeadFilters): boolean {
  return (['source', 'rating', 'ownerId'] as const).every(
    (field) => filters[field] === undefined || filters[field] === lead[field],
  );
}
