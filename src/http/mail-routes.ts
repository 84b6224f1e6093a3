import * as z from 'zod';
import { findMatches } from '../actions/find-matches.ts';
import { draftFrom, readBody } from '../actions/read-mail.ts';
import type { Desk } from '../leads/desk.ts';
import { type EmailMessage, emailMessage } from '../leads/email-message.ts';
import { fullName } from '../leads/lead.ts';
import { logEmail } from '../leads/log-email.ts';
import { clearMatch, MATCH_REASONS } from '../leads/match.ts';
import { parseInput } from '../leads/parse-input.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { timelineWire } from './wire.ts';

const MAIL_BODY = 35 * 1024 * 1024;
const logInput = z.strictObject({ email: emailMessage, leadId: z.string().max(100).optional() });

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
    summary:
      'Puts a mail on a lead’s timeline once: 201 the first time, 200 with the same entry ever after; without leadId on the lead it clearly belongs to, 204 where there is none',
    body: logInput,
    gives: { 200: timelineWire, 201: timelineWire, 204: null },
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
  const { email, leadId: given } = parseInput(logInput, body);
  mustBeAllowed(actor, 'annotate');
  const leadId = given ?? (await clearLead(desk, email));
  if (!leadId) return { status: 204 };
  const { item, added } = await logEmail(desk, actor, leadId, readBody(email));
  return { status: added ? 201 : 200, body: item };
}

/** The lead a mail belongs to by its conversation or its people, when there is no doubt. */
async function clearLead(desk: Desk, email: EmailMessage): Promise<string | undefined> {
  const { leads } = await findMatches(desk, email, draftFrom({ desk }, email));
  return clearMatch(leads)?.lead.id;
}
