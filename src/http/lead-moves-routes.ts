import * as z from 'zod';
import { assignInput, assignLead } from '../leads/assign-lead.ts';
import { disqualifyInput, disqualifyLead, qualifyLead, reactivateLead } from '../leads/close-lead.ts';
import { DuplicatesFound } from '../leads/duplicates.ts';
import { assignMany, disqualifyMany, type OneOfMany, qualifyMany } from '../leads/many-leads.ts';
import { qualifyInput } from '../leads/qualification.ts';
import { en } from '../words/en.ts';
import { leadAnswer } from './leads-routes.ts';
import type { Route } from './route.ts';
import { etag, versionIfSent } from './version-seen.ts';
import { leadWire, manyWire, onWire, qualifiedWire } from './wire.ts';

const leadIds = z.array(z.string()).min(1).max(1000);

/** What closes, reopens and hands over leads, one by one and many at once. */
export const leadMovesRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/leads/:id/qualify',
    summary: 'Qualifies a lead into opportunity, account and contact, as asked for, all or nothing',
    body: qualifyInput,
    ifMatch: 'welcome',
    gives: { 200: qualifiedWire },
    answer: async (request) => {
      const { desk, actor, params, body } = request;
      const qualified = await qualifyLead(desk, actor, params.id ?? '', body, versionIfSent(request));
      const { lead, ...records } = qualified;
      return { status: 200, body: { lead: onWire(lead), ...records }, headers: { etag: etag(lead) } };
    },
  },
  {
    method: 'post',
    path: '/api/leads/:id/disqualify',
    summary: 'Closes a lead with a reason',
    body: disqualifyInput,
    ifMatch: 'welcome',
    gives: { 200: leadWire },
    answer: async (request) => {
      const { desk, actor, params, body } = request;
      return leadAnswer(200, await disqualifyLead(desk, actor, params.id ?? '', body, versionIfSent(request)));
    },
  },
  {
    method: 'post',
    path: '/api/leads/:id/reactivate',
    summary: 'Opens a closed lead again, with everything it has',
    ifMatch: 'welcome',
    gives: { 200: leadWire },
    answer: async (request) => {
      const { desk, actor, params } = request;
      return leadAnswer(200, await reactivateLead(desk, actor, params.id ?? '', versionIfSent(request)));
    },
  },
  {
    method: 'post',
    path: '/api/leads/:id/assign',
    summary: 'Gives a lead to a colleague',
    body: assignInput,
    ifMatch: 'welcome',
    gives: { 200: leadWire },
    answer: async (request) => {
      const { desk, actor, params, body } = request;
      return leadAnswer(200, await assignLead(desk, actor, params.id ?? '', body, versionIfSent(request)));
    },
  },
  {
    method: 'post',
    path: '/api/leads/qualify',
    summary:
      'Qualifies many leads, one result each; a refusal never undoes another’s success, a lead with amounts keeps its currency',
    body: qualifyInput.extend({ leadIds }),
    gives: { 200: manyWire },
    answer: async ({ desk, actor, body }) => manyAnswer(await qualifyMany(desk, actor, body)),
  },
  {
    method: 'post',
    path: '/api/leads/disqualify',
    summary: 'Disqualifies many leads, one result each',
    body: disqualifyInput.extend({ leadIds }),
    gives: { 200: manyWire },
    answer: async ({ desk, actor, body }) => manyAnswer(await disqualifyMany(desk, actor, body)),
  },
  {
    method: 'post',
    path: '/api/leads/assign',
    summary: 'Gives many leads to a colleague, one result each',
    body: assignInput.extend({ leadIds }),
    gives: { 200: manyWire },
    answer: async ({ desk, actor, body }) => manyAnswer(await assignMany(desk, actor, body)),
  },
];

function manyAnswer(answers: readonly OneOfMany[]) {
  const results = answers.map((answer) => {
    if ('lead' in answer) return { leadId: answer.leadId, lead: onWire(answer.lead) };
    const { leadId, error } = answer;
    const candidates = error instanceof DuplicatesFound ? { candidates: error.candidates } : {};
    return { leadId, error: { code: error.code, detail: en.problem[error.code], ...candidates } };
  });
  return { status: 200, body: { results } };
}
