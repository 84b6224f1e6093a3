import * as z from 'zod';
import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { LEAD_SORTS, LEAD_VIEWS, viewQuery } from './lead-query.ts';
import type { Page } from './lead-store.ts';
import { INDUSTRIES, RATINGS, SOURCES } from './option-sets.ts';
import { parseInput } from './parse-input.ts';
import { mustBeAllowed } from './permissions.ts';
import type { Actor } from './person.ts';

/** Pages are capped, never refused for being too long. */
export const pageSize = z.coerce
  .number()
  .int()
  .min(1)
  .default(50)
  .transform((limit) => Math.min(limit, 100));

export const listInput = z.object({
  view: z.enum(LEAD_VIEWS).default('open'),
  q: z.string().max(500).optional(),
  source: z.enum(SOURCES).optional(),
  rating: z.enum(RATINGS).optional(),
  industry: z.enum(INDUSTRIES).optional(),
  owner: z.string().max(100).optional(),
  sort: z.enum(LEAD_SORTS).optional(),
  limit: pageSize,
  cursor: z.string().max(1000).optional(),
});

/** A page of leads. @throws LeadError `not-permitted`, `invalid-input` */
export async function listLeads(desk: Desk, actor: Actor, input: unknown): Promise<Page<Lead>> {
  mustBeAllowed(actor, 'read');
  const { view, owner, ...filters } = parseInput(listInput, input);
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));
  return desk.store.leads({
    ...viewQuery(view, actor.id, desk.now()),
    ...(owner && { ownerId: owner }),
    ...given,
    limit: filters.limit,
  });
}
