import { z } from 'zod';
import { findMatches } from '../actions/find-matches.ts';
import { draftFrom, readBody } from '../actions/read-mail.ts';
import { emailMessage } from '../leads/email-message.ts';
import { fullName } from '../leads/lead.ts';
import { logEmail } from '../leads/log-email.ts';
import { MATCH_REASONS } from '../leads/match.ts';
import { parseInput } from '../leads/parse-input.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { timelineWire } from './wire.ts';

const MAIL_BODY = 35 * 1024 * 1024;
const logInput = z.strictObject({ email: emailMessage, leadId: z.string().max(100) });

const draftAnswer = z.object({
  isLead: z.boolean(),
  draft: z.looseObject({}),
  provenance: z.looseObject({}),
  matches: z.array(
    z.looseObject({
      kind: z.enum(['lead', 'contact', 'account']),
      leadId: z.string().optional(),
      name: z.string(),
      reason: z.enum(MATCH_REASONS),
    }),
  ),
});

export const mailRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/emails/draft',
    summary:
      'Reads a mail as a draft lead, with where each value came from and the leads it may belong to; writes nothing',
    body: emailMessage,
    gives: { 200: draftAnswer },
    maxBody: MAIL_BODY,
    answer: draft,
  },
  {
    method: 'post',
    path: '/api/emails/log',
    summary: 'Puts a mail on a lead’s timeline once: 201 the first time, 200 with the same entry ever after',
    body: logInput,
    gives: { 200: timelineWire, 201: timelineWire },
    maxBody: MAIL_BODY,
    answer: log,
  },
];

async function draft({ desk, actor, body }: ApiRequest): Promise<ApiResponse> {
  mustBeAllowed(actor, 'read');
  const mail = parseInput(emailMessage, body);
  const reading = draftFrom({ desk }, mail);
  const { isLead, draft, provenance } = reading;
  const { street, city, stateOrProvince, postalCode, country, ...fields } = draft;
  const address = { street, city, stateOrProvince, postalCode, country };
  const { leads, customers } = await findMatches(desk, mail, reading);
  const found = [
    ...leads.map(({ lead, reason }) => {
      const { id: leadId, topic, status, opportunityId } = lead;
      return { kind: 'lead', leadId, name: fullName(lead), topic, status, opportunityId, reason };
    }),
    ...customers.map(({ kind, id, name, reason }) => ({ kind, [`${kind}Id`]: id, name, reason })),
  ];
  return { status: 200, body: { isLead, draft: { ...fields, address }, provenance, matches: found } };
}

async function log({ desk, actor, body }: ApiRequest): Promise<ApiResponse> {
  const { email, leadId } = parseInput(logInput, body);
  const { item, added } = await logEmail(desk, actor, leadId, readBody(email));
  return { status: added ? 201 : 200, body: item };
}
