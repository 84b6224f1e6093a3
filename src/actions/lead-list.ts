import { leadListCard } from '../cards/lead-list-card.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import type { Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

const PAGE = 8;

export const leadList: Handler<'lead.list'> = {
  work: async (context, { view: list, q, cursor, intent, open }) => {
    const { desk, actor, view } = context;
    mustBeAllowed(actor, 'read');
    const page = await desk.store.leads({
      view: list,
      limit: PAGE,
      ...(list === 'my-open' && { ownerId: actor.id }),
      ...(q && { q }),
      ...(cursor && { cursor }),
    });
    const [only] = page.items;
    if (open && only && page.items.length === 1) return { kind: 'card', card: await showLead(context, only) };
    return { kind: 'card', card: leadListCard(view, page.items, { list, q, next: page.next, intent }) };
  },
};
