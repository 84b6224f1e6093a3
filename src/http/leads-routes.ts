import { Readable } from 'node:stream';
import * as z from 'zod';
import { leadsCsv } from '../csv/leads-csv.ts';
import { changeLead } from '../leads/change-lead.ts';
import { deleteLead } from '../leads/close-lead.ts';
import { createLead } from '../leads/create-lead.ts';
import type { Lead } from '../leads/lead.ts';
import { leadChanges, leadDraft } from '../leads/lead-fields.ts';
import { leadFor } from '../leads/lead-for.ts';
import { listInput, listLeads } from '../leads/list-leads.ts';
import { parseInput } from '../leads/parse-input.ts';
import { pipeline, pipelineInput } from '../leads/pipeline.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { etag, versionSeen } from './version-seen.ts';
import { leadWire, onWire, pageOf, pipelineWire } from './wire.ts';

const duplicatesQuery = z.object({ duplicates: z.enum(['ask', 'allow']).optional() });

export const leadsRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/leads',
    summary:
      'Leads of a view, filtered, searched and sorted; found leads come newest first. Accept: text/csv gives the ' +
      'page as CSV, with the address of the next one in the Link header',
    query: listInput,
    gives: { 200: pageOf(leadWire) },
    csv: true,
    answer: async ({ desk, actor, query, headers }) => {
      const { items, next } = await listLeads(desk, actor, query);
      if (headers.accept?.includes('text/csv')) return csvAnswer(items, query, next);
      return { status: 200, body: { items: items.map(onWire), next } };
    },
  },
  {
    method: 'get',
    path: '/api/pipeline',
    summary: 'Counts and estimated value by status, source, owner or week (Monday), over the leads of a view',
    query: pipelineInput,
    gives: { 200: pipelineWire },
    answer: async ({ desk, actor, query }) => ({ status: 200, body: await pipeline(desk, actor, query) }),
  },
  {
    method: 'post',
    path: '/api/leads',
    summary: 'Creates a lead; a likely duplicate is 409 with the candidates unless duplicates=allow',
    query: duplicatesQuery,
    body: leadDraft,
    gives: { 201: leadWire },
    answer: async ({ desk, actor, query, body, mintedId }) => {
      const { duplicates } = parseInput(duplicatesQuery, query);
      const { lead } = await createLead(desk, actor, body, { via: 'api', id: mintedId, duplicates });
      return leadAnswer(201, lead, { location: `/api/leads/${lead.id}` });
    },
  },
  {
    method: 'get',
    path: '/api/leads/:id',
    summary: 'One lead',
    gives: { 200: leadWire },
    answer: async ({ desk, actor, params }) => leadAnswer(200, await leadFor(desk, actor, params.id ?? '', 'read')),
  },
  {
    method: 'patch',
    path: '/api/leads/:id',
    summary: 'Changes fields of an open lead (JSON merge patch); duplicates=ask refuses likely duplicates',
    query: duplicatesQuery,
    body: leadChanges,
    ifMatch: 'required',
    gives: { 200: leadWire },
    answer: patchLead,
  },
  {
    method: 'del',
    path: '/api/leads/:id',
    summary: 'Deletes a lead with its timeline; account, contact and opportunity stay',
    ifMatch: 'required',
    gives: { 204: null },
    answer: async (request) => {
      const { desk, actor, params } = request;
      await leadFor(desk, actor, params.id ?? '', 'delete');
      await deleteLead(desk, actor, params.id ?? '', versionSeen(request));
      return { status: 204 };
    },
  },
];

/** A page as a table; its successor is named by the `Link` header (RFC 8288). */
function csvAnswer(items: readonly Lead[], query: Record<string, string>, next: string | null): ApiResponse {
  const successor = `/api/leads?${new URLSearchParams({ ...query, cursor: next ?? '' })}`;
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="leads.csv"',
    ...(next && { link: `<${successor}>; rel="next"` }),
  };
  return { status: 200, headers, bytes: Readable.from([Buffer.from(leadsCsv(items))]) };
}

async function patchLead(request: ApiRequest): Promise<ApiResponse> {
  const { desk, actor, params, query, body } = request;
  const id = params.id ?? '';
  await leadFor(desk, actor, id, 'change');
  // Checks run in the contract's order: what was sent is wrong (422) before the version is missing (428).
  const { duplicates } = parseInput(duplicatesQuery, query);
  parseInput(leadChanges, body);
  return leadAnswer(200, await changeLead(desk, actor, id, body, versionSeen(request), duplicates));
}

export function leadAnswer(status: number, lead: Lead, headers: Record<string, string> = {}): ApiResponse {
  return { status, body: onWire(lead), headers: { etag: etag(lead), ...headers } };
}
