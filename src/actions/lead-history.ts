import { historyCard } from '../cards/history-card.ts';
import { leadFor } from '../leads/lead-for.ts';
import type { Handler } from './handler.ts';

const PAGE = 6;

export const leadHistory: Handler<'lead.history'> = {
  work: async ({ desk, actor, view }, { leadId, cursor }) => {
    const lead = await leadFor(desk, actor, leadId, 'audit');
    const { items, next } = await desk.store.audit(leadId, { limit: PAGE, ...(cursor && { cursor }) });
    return { kind: 'card', card: historyCard(view, lead, items, next) };
  },
};
