import { z } from 'zod';
import { addToTimeline } from '../leads/add-to-timeline.ts';
import { changeLead } from '../leads/change-lead.ts';
import { deleteLead, disqualifyLead, qualifyLead, reactivateLead } from '../leads/close-lead.ts';
import { createLead } from '../leads/create-lead.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import { leadChanges } from '../leads/lead-fields.ts';
import { leadFor, type SeenVersion } from '../leads/lead-for.ts';
import { listLeads, pageSize } from '../leads/list-leads.ts';
import { parseInput } from '../leads/parse-input.ts';
import { TIMELINE_KINDS } from '../leads/timeline.ts';
import { HttpError } from './problem.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';

const timelineQuery = z.object({
  kind: z.enum(TIMELINE_KINDS).optional(),
  limit: pageSize,
  cursor: z.string().max(1000).optional(),
});

export const leadsRoutes: Route[] = [
  { method: 'get', path: '/api/leads', answer: getLeads },
  { method: 'post', path: '/api/leads', answer: postLead },
  {
    method: 'get',
    path: '/api/leads/:id',
    answer: async (r) => leadAnswer(200, await leadFor(r.desk, r.actor, id(r), 'read')),
  },
  { method: 'patch', path: '/api/leads/:id', answer: patchLead },
  { method: 'del', path: '/api/leads/:id', answer: removeLead },
  { method: 'post', path: '/api/leads/:id/qualify', answer: postQualify },
  {
    method: 'post',
    path: '/api/leads/:id/disqualify',
    answer: async (r) => leadAnswer(200, await disqualifyLead(r.desk, r.actor, id(r), r.body, seen(r) ?? '*')),
  },
  {
    method: 'post',
    path: '/api/leads/:id/reactivate',
    answer: async (r) => leadAnswer(200, await reactivateLead(r.desk, r.actor, id(r), seen(r) ?? '*')),
  },
  { method: 'get', path: '/api/leads/:id/timeline', answer: getTimeline },
  {
    method: 'post',
    path: '/api/leads/:id/timeline',
    answer: async (r) => ({ status: 201, body: await addToTimeline(r.desk, r.actor, id(r), r.body) }),
  },
];

async function getLeads({ desk, actor, query }: ApiRequest): Promise<ApiResponse> {
  const found = await listLeads(desk, actor, query);
  return { status: 200, body: { items: found.items.map(onWire), next: found.next } };
}

async function postLead({ desk, actor, body }: ApiRequest): Promise<ApiResponse> {
  const { lead } = await createLead(desk, actor, body, { via: 'api' });
  return leadAnswer(201, lead, { location: `/api/leads/${lead.id}` });
}

async function patchLead(request: ApiRequest): Promise<ApiResponse> {
  const { desk, actor, body } = request;
  await leadFor(desk, actor, id(request), 'change');
  // Checks run in the contract's order: what was sent is wrong (422) before the version is missing (428).
  parseInput(leadChanges, body);
  return leadAnswer(200, await changeLead(desk, actor, id(request), body, versionIn(request)));
}

async function removeLead(request: ApiRequest): Promise<ApiResponse> {
  const { desk, actor } = request;
  await leadFor(desk, actor, id(request), 'delete');
  await deleteLead(desk, actor, id(request), versionIn(request));
  return { status: 204 };
}

async function postQualify(request: ApiRequest): Promise<ApiResponse> {
  const { desk, actor, body } = request;
  const { lead, ...records } = await qualifyLead(desk, actor, id(request), body, seen(request) ?? '*');
  return { status: 200, body: { lead: onWire(lead), ...records }, headers: { etag: etag(lead) } };
}

async function getTimeline(request: ApiRequest): Promise<ApiResponse> {
  const { desk, actor, query } = request;
  await leadFor(desk, actor, id(request), 'read');
  const { limit, cursor, kind } = parseInput(timelineQuery, query);
  const options = { limit, ...(cursor && { cursor }), ...(kind && { kind }) };
  return { status: 200, body: await desk.store.timeline(id(request), options) };
}

function id({ params }: ApiRequest): string {
  return params.id ?? '';
}

/** What If-Match says, for routes where it is welcome but not required. */
function seen({ headers }: ApiRequest): SeenVersion | undefined {
  const header = headers['if-match'];
  if (header === undefined) return undefined;
  if (header.trim() === '*') return '*';
  const version = Number(/^(?:W\/)?"(\d+)"$/.exec(header.trim())?.[1]);
  return Number.isInteger(version) ? version : -1;
}

function versionIn(request: ApiRequest): SeenVersion {
  const version = seen(request);
  if (version !== undefined) return version;
  throw new HttpError('version-required', 'Send If-Match with the ETag of the version you saw, or * for any.');
}

function etag({ version }: Lead): string {
  return `"${version}"`;
}

function onWire(lead: Lead) {
  return { ...lead, fullName: fullName(lead) };
}

function leadAnswer(status: number, lead: Lead, headers: Record<string, string> = {}): ApiResponse {
  return { status, body: onWire(lead), headers: { etag: etag(lead), ...headers } };
}
