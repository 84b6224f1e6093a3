import * as z from 'zod';
import { LeadError } from '../leads/lead-error.ts';
import { parseInput } from '../leads/parse-input.ts';
import { may, mustBeAllowed, PERMISSIONS } from '../leads/permissions.ts';
import type { Person } from '../leads/person.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { accountWire, contactWire, meWire, opportunityWire, personWire, timelineWire } from './wire.ts';

const peopleQuery = z.object({ q: z.string().max(200).default('') });
const MOST_PEOPLE = 50;
const MOST_NOTES = 100;

/** Colleagues, and the records qualification made. */
export const peopleRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/me',
    summary: 'Who I am, my role, and what I may do',
    gives: { 200: meWire },
    answer: async ({ actor }) => {
      const permissions = PERMISSIONS.filter((permission) => may(actor, permission));
      return { status: 200, body: { ...onWire(actor), tenantId: actor.tenantId, permissions } };
    },
  },
  {
    method: 'get',
    path: '/api/people',
    summary: 'Colleagues by the beginning of a name or address: who a lead can be assigned to',
    query: peopleQuery,
    gives: { 200: z.object({ items: z.array(personWire) }) },
    answer: async ({ desk, actor, query }) => {
      mustBeAllowed(actor, 'read');
      const people = await desk.people.search(parseInput(peopleQuery, query).q, MOST_PEOPLE);
      return { status: 200, body: { items: people.map(onWire) } };
    },
  },
  {
    method: 'get',
    path: '/api/accounts/:id',
    summary: 'An account that qualification made',
    gives: { 200: accountWire },
    answer: (request) => found(request, request.desk.store.account(request.params.id ?? '')),
  },
  {
    method: 'get',
    path: '/api/contacts/:id',
    summary: 'A contact that qualification made',
    gives: { 200: contactWire },
    answer: (request) => found(request, request.desk.store.contact(request.params.id ?? '')),
  },
  {
    method: 'get',
    path: '/api/opportunities/:id',
    summary: 'An opportunity, with the notes of the lead it came from',
    gives: { 200: opportunityWire.extend({ notes: z.array(timelineWire) }) },
    answer: opportunity,
  },
];

function onWire({ id, name, email, role }: Person) {
  return { id, name, address: email, role };
}

async function found({ actor }: ApiRequest, record: Promise<object | undefined>): Promise<ApiResponse> {
  mustBeAllowed(actor, 'read');
  const body = await record;
  if (!body) throw new LeadError('record-not-found');
  return { status: 200, body };
}

/** Notes do not move when a lead is qualified; the opportunity shows them through its link. */
async function opportunity({ desk, actor, params }: ApiRequest): Promise<ApiResponse> {
  mustBeAllowed(actor, 'read');
  const record = await desk.store.opportunity(params.id ?? '');
  if (!record) throw new LeadError('record-not-found');
  const leadId = record.originatingLeadId;
  const notes = leadId ? (await desk.store.timeline(leadId, { limit: MOST_NOTES, kind: 'note' })).items : [];
  return { status: 200, body: { ...record, notes } };
}
