import { helpCard } from '../cards/help-card.ts';
import { listLeads } from '../leads/list-leads.ts';
import { may } from '../leads/permissions.ts';
import type { Handler } from './handler.ts';

const MOST_FOUND = 3;
/** Nobody looks for a lead by a longer sentence. */
const LONGEST_SEARCH = 60;

export const help: Handler<'help'> = {
  work: async ({ desk, actor, view }, { asked }) => {
    const isSearch = asked && asked.length <= LONGEST_SEARCH && may(actor, 'read');
    const found = isSearch ? await listLeads(desk, actor, { view: 'all', q: asked, limit: MOST_FOUND }) : undefined;
    return { kind: 'card', card: helpCard(actor, view, asked ? { asked, found: found?.items ?? [] } : undefined) };
  },
};
