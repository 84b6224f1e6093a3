import { LEAD_SORTS, LEAD_VIEWS, type LeadSort, type LeadView } from '../../src/leads/lead-query.ts';
import { INDUSTRIES, type Industry, RATINGS, type Rating, SOURCES, type Source } from '../../src/leads/option-sets.ts';
import type { PipelineBy } from '../../src/leads/pipeline.ts';

/** Where in the tab somebody is: everything a reload, a bookmark or a link to a colleague has to bring back. */
export type TabPlace = {
  page: 'leads' | 'pipeline';
  view: LeadView;
  q: string;
  source?: Source | undefined;
  rating?: Rating | undefined;
  industry?: Industry | undefined;
  owner?: string | undefined;
  sort: LeadSort;
  by: PipelineBy;
  /** The open lead's id, or `new` for the form of a new one. */
  lead?: string | undefined;
};

/** How the pipeline can be cut, in the order it is offered. */
export const PIPELINE_CUTS = ['status', 'source', 'owner', 'week'] as const satisfies readonly PipelineBy[];
export const FIRST_PLACE: TabPlace = { page: 'leads', view: 'my-open', q: '', sort: '-created', by: 'status' };
export const NEW_LEAD = 'new';

/** Reads a query such as `?view=open&lead=…`; what it does not know is left out. */
export function placeFromUrl(search: string): TabPlace {
  const query = new URLSearchParams(search);
  const one = <Option extends string>(name: string, options: readonly Option[]) =>
    options.find((option) => option === query.get(name));
  return {
    page: one('page', ['leads', 'pipeline']) ?? FIRST_PLACE.page,
    view: one('view', LEAD_VIEWS) ?? FIRST_PLACE.view,
    q: (query.get('q') ?? '').slice(0, 500),
    source: one('source', SOURCES),
    rating: one('rating', RATINGS),
    industry: one('industry', INDUSTRIES),
    owner: query.get('owner')?.slice(0, 100) || undefined,
    sort: one('sort', LEAD_SORTS) ?? FIRST_PLACE.sort,
    by: one('by', PIPELINE_CUTS) ?? FIRST_PLACE.by,
    lead: query.get('lead')?.slice(0, 100) || undefined,
  };
}

/** Whether a view says itself whose leads it lists, so that there is no owner to choose. */
export function saysOwner(view: LeadView): boolean {
  return view === 'my-open' || view === 'unassigned';
}

/** The place that changes lead to; going to a view that says whose leads it lists leaves the chosen owner behind. */
export function placeAfter(place: TabPlace, changes: Partial<TabPlace>): TabPlace {
  const isOwnerLeft = changes.view !== undefined && saysOwner(changes.view);
  return { ...place, ...(isOwnerLeft && { owner: undefined }), ...changes };
}

/** The query of a place, without what goes without saying: `?` alone for the first one. */
export function urlOfPlace(place: TabPlace): string {
  const told = Object.entries(place).filter(
    ([name, value]) => value !== undefined && value !== FIRST_PLACE[name as keyof TabPlace],
  );
  return `?${new URLSearchParams(told as [string, string][])}`;
}

/** What an address of a lead beside the table of a place begins with; its id follows. */
export function besideTable(place: TabPlace): string {
  const url = urlOfPlace({ ...place, lead: undefined });
  return `${url}${url === '?' ? '' : '&'}lead=`;
}

/** What the lead service is asked for the table of a place. */
export function listQuery({ view, q, source, rating, industry, owner, sort }: TabPlace): Record<string, string> {
  // Found leads come newest first, whatever the order before.
  const asked = q.trim() ? { view, q: q.trim() } : { view, sort };
  return { ...asked, ...(source && { source }), ...(rating && { rating }), ...filters({ industry, owner }) };
}

function filters({ industry, owner }: Pick<TabPlace, 'industry' | 'owner'>): Record<string, string> {
  return { ...(industry && { industry }), ...(owner && { owner }) };
}

/** How many of the filters beside the view are set. */
export function filterCount({ q, source, rating, industry, owner }: TabPlace): number {
  return [q.trim(), source, rating, industry, owner].filter(Boolean).length;
}
