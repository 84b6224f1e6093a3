import * as z from 'zod';
import { addToTimeline } from '../leads/add-to-timeline.ts';
import { changeTimelineItem, removeTimelineItem } from '../leads/change-timeline.ts';
import { leadFor } from '../leads/lead-for.ts';
import { pageSize } from '../leads/list-leads.ts';
import { parseInput } from '../leads/parse-input.ts';
import { TIMELINE_KINDS, timelineChanges, timelineInput } from '../leads/timeline.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { auditWire, pageOf, timelineWire } from './wire.ts';

const page = { limit: pageSize, cursor: z.string().max(1000).optional() };
const timelineQuery = z.object({ kind: z.enum(TIMELINE_KINDS).optional(), ...page });
const auditQuery = z.object(page);

/** What happened to a lead: its timeline, which people write, and its audit trail, which nobody can. */
export const timelineRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/leads/:id/timeline',
    summary: 'Timeline, newest first',
    query: timelineQuery,
    gives: { 200: pageOf(timelineWire) },
    answer: getTimeline,
  },
  {
    method: 'post',
    path: '/api/leads/:id/timeline',
    summary: 'Adds a note, phone call, task or appointment; open leads and closed ones',
    body: timelineInput,
    gives: { 201: timelineWire },
    answer: async ({ desk, actor, params, body, mintedId }) => ({
      status: 201,
      body: await addToTimeline(desk, actor, params.id ?? '', body, mintedId),
    }),
  },
  {
    method: 'patch',
    path: '/api/timeline/:id',
    summary: 'Changes an entry: its text, the state of a task, the time of an appointment',
    body: z.union(Object.values(timelineChanges)),
    gives: { 200: timelineWire },
    answer: async ({ desk, actor, params, body }) => ({
      status: 200,
      body: await changeTimelineItem(desk, actor, params.id ?? '', body),
    }),
  },
  {
    method: 'del',
    path: '/api/timeline/:id',
    summary: 'Removes an entry with its attachments',
    gives: { 204: null },
    answer: async ({ desk, actor, params }) => {
      await removeTimelineItem(desk, actor, params.id ?? '');
      return { status: 204 };
    },
  },
  {
    method: 'get',
    path: '/api/leads/:id/audit',
    summary: 'Who changed what, when and from which surface; one line per field, newest first',
    query: auditQuery,
    gives: { 200: pageOf(auditWire) },
    answer: getAudit,
  },
];

async function getTimeline({ desk, actor, params, query }: ApiRequest): Promise<ApiResponse> {
  const { id } = await leadFor(desk, actor, params.id ?? '', 'read');
  const { limit, cursor, kind } = parseInput(timelineQuery, query);
  const options = { limit, ...(cursor && { cursor }), ...(kind && { kind }) };
  return { status: 200, body: await desk.store.timeline(id, options) };
}

async function getAudit({ desk, actor, params, query }: ApiRequest): Promise<ApiResponse> {
  const { id } = await leadFor(desk, actor, params.id ?? '', 'audit');
  const { limit, cursor } = parseInput(auditQuery, query);
  const { items, next } = await desk.store.audit(id, { limit, ...(cursor && { cursor }) });
  const lines = items.flatMap(({ changes, leadId: _lead, itemId: _item, ...entry }) =>
    (changes.length ? changes : [{ field: null, old: null, new: null }]).map((change) => ({ ...entry, ...change })),
  );
  return { status: 200, body: { items: lines, next } };
}
