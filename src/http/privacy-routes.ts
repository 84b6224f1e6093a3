import * as z from 'zod';
import { parseInput } from '../leads/parse-input.ts';
import { erase, erasureInput, exportLead, exportPerson } from '../leads/privacy.ts';
import type { Route } from './route.ts';

const personQuery = z.object({ email: z.string().min(3).max(320) });
const counted = z.object({
  id: z.string(),
  leads: z.int(),
  contacts: z.int(),
  accounts: z.int(),
  opportunities: z.int(),
  timelineItems: z.int(),
  auditEntries: z.int(),
  mentions: z.int(),
});

/** What people are owed: to see what is held about them, and to have it erased. */
export const privacyRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/leads/:id/export',
    summary: 'Everything held about a lead',
    gives: { 200: z.looseObject({ lead: z.looseObject({}) }) },
    answer: async ({ desk, actor, params }) => ({ status: 200, body: await exportLead(desk, actor, params.id ?? '') }),
  },
  {
    method: 'get',
    path: '/api/people-data',
    summary: 'Everything held about a person, by mail address',
    query: personQuery,
    gives: { 200: z.looseObject({ email: z.string(), leads: z.array(z.looseObject({})) }) },
    answer: async ({ desk, actor, query }) => ({
      status: 200,
      body: await exportPerson(desk, actor, parseInput(personQuery, query).email),
    }),
  },
  {
    method: 'post',
    path: '/api/erasures',
    summary: 'Erases a lead, or every trace of a mail address, everywhere; answers what was erased',
    body: erasureInput,
    gives: { 200: counted },
    answer: async ({ desk, actor, body }) => ({ status: 200, body: await erase(desk, actor, body) }),
  },
];
