import type { Industry, Rating, Source } from './option-sets.ts';

/** The views of Dynamics 365, and the queue of open leads nobody owns. */
export const LEAD_VIEWS = ['my-open', 'open', 'closed', 'all', 'this-week', 'last-week', 'unassigned'] as const;
export type LeadView = (typeof LEAD_VIEWS)[number];

/** What leads can be sorted by; a minus in front turns it round. */
export const LEAD_SORTS = [
  'created',
  '-created',
  'modified',
  '-modified',
  'name',
  '-name',
  'company',
  '-company',
] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];

/**
 * Which leads a store is asked for; newest first where no sort is given. `q` finds by the beginnings of words in names,
 * company, mail, phones, topic and notes; found leads come newest first.
 */
export type LeadQuery = {
  status?: 'open' | 'closed';
  /** null asks for leads nobody owns. */
  ownerId?: string | null;
  createdFrom?: string;
  createdBefore?: string;
  q?: string;
  source?: Source;
  rating?: Rating;
  industry?: Industry;
  sort?: LeadSort;
  limit: number;
  cursor?: string;
};

const DAY = 24 * 60 * 60 * 1000;

/** What a view means as a query; weeks begin on Monday, UTC. */
export function viewQuery(view: LeadView, me: string, now: Date): Omit<LeadQuery, 'limit'> {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = midnight - ((now.getUTCDay() + 6) % 7) * DAY;
  const iso = (time: number) => new Date(time).toISOString();
  switch (view) {
    case 'my-open':
      return { status: 'open', ownerId: me };
    case 'open':
    case 'closed':
      return { status: view };
    case 'all':
      return {};
    case 'unassigned':
      return { status: 'open', ownerId: null };
    case 'this-week':
      return { createdFrom: iso(monday) };
    case 'last-week':
      return { createdFrom: iso(monday - 7 * DAY), createdBefore: iso(monday) };
  }
}
