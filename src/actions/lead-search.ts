import { fullName, type Lead } from '../leads/lead.ts';
import { listLeads } from '../leads/list-leads.ts';
import { words } from '../words/words.ts';
import type { Context, Handler } from './handler.ts';
import type { FoundLead } from './reply.ts';
import { showLead } from './show-lead.ts';

/** A page of a store. Whoever has not found it by then types another letter. */
const FARTHEST = 100;
/** Every result carries its whole card. */
const MOST_AT_ONCE = 25;

/** Leads to insert into a message: while nothing is typed, those somebody worked on last. */
export const leadSearch: Handler<'lead.search'> = {
  work: async (context, { q, skip, count }) => {
    const { desk, actor } = context;
    const end = Math.min(skip + Math.min(count, MOST_AT_ONCE), FARTHEST);
    const sort = q.trim() ? {} : ({ sort: '-modified' } as const);
    const page = skip < end ? await listLeads(desk, actor, { view: 'all', q, ...sort, limit: end }) : { items: [] };
    const found = await Promise.all(page.items.slice(skip).map((lead) => resultOf(context, lead)));
    return { kind: 'results', results: found };
  },
};

/** What is inserted is read by others too. */
async function resultOf(context: Context, lead: Lead): Promise<FoundLead> {
  const w = words(context.view.locale);
  return {
    leadId: lead.id,
    title: fullName(lead),
    details: [w.status[lead.status], lead.companyName, lead.topic].filter(Boolean).join(' · '),
    card: await showLead({ ...context, view: { ...context.view, audience: 'many' } }, lead),
  };
}
