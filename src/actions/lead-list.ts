import { leadListCard } from '../cards/lead-list-card.ts';
import { listLeads } from '../leads/list-leads.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

const PAGE = 8;

export const leadList: Handler<'lead.list'> = {
  work: async (context, { view: list, q, cursor, intent, open }) => {
    const { desk, actor, view } = context;
    const page = await listLeads(desk, actor, { view: list, q, cursor, limit: PAGE });
    const [only] = page.items;
    if (open && only && page.items.length === 1) return { kind: 'card', card: await showLead(context, only) };
    return { kind: 'card', card: leadListCard(view, page.items, { list, q, next: page.next, intent }) };
  },
};
