import * as z from 'zod';
import { pageSize } from '../leads/list-leads.ts';
import { parseInput } from '../leads/parse-input.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import type { Route } from './route.ts';
import { denialWire, pageOf } from './wire.ts';

const query = z.object({ limit: pageSize, cursor: z.string().max(1000).optional() });

/** What was refused to whom, for administrators; what was about a lead stands in that lead's audit trail, too. */
export const denialsRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/denials',
    summary: 'Attempts that were refused, newest first: who, what, on which lead, from which surface',
    query,
    gives: { 200: pageOf(denialWire) },
    answer: async ({ desk, actor, query: given }) => {
      mustBeAllowed(actor, 'administer');
      const { limit, cursor } = parseInput(query, given);
      const { items, next } = await desk.denials.list({ limit, ...(cursor && { cursor }) });
      const told = items.map(({ leadId, changes, action: _denied, ...entry }) => {
        const of = (name: string) => changes.find(({ field }) => field === name)?.new;
        return { ...entry, leadId: leadId || null, tried: of('tried'), times: of('times') ?? 1 };
      });
      return { status: 200, body: { items: told, next } };
    },
  },
];
