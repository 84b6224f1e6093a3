import * as z from 'zod';
import { handleAction } from '../actions/handle-action.ts';
import type { Reply } from '../actions/reply.ts';
import { UnknownVerb, VERBS } from '../cards/verbs.ts';
import { emailMessage } from '../leads/email-message.ts';
import { LEAD_ERROR_CODES, LeadError } from '../leads/lead-error.ts';
import { schemaOf } from './open-api.ts';
import { HttpError } from './problem.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';

const actionInput = z.object({
  verb: z.string().max(100),
  data: z.record(z.string(), z.unknown()).default({}),
  mail: z.unknown().optional(),
  view: z
    .object({
      host: z.enum(['outlook', 'tab']).default('outlook'),
      locale: z.string().max(50).default('en'),
      timeZone: z.string().max(100).default('UTC'),
      theme: z.string().max(50).optional().describe('Not needed: cards have the colours of the page they stand on'),
    })
    .prefault({}),
});

/** As it is described: with what each verb takes, which `handleAction` checks. */
const actionBody = actionInput.extend({ mail: emailMessage.optional() }).meta({
  anyOf: Object.entries(VERBS).map(([verb, data]) => {
    const action = z.object({ verb: z.literal(verb), data });
    return schemaOf(data.safeParse({}).success ? action.partial({ data: true }) : action, 'input');
  }),
});

const card = z.looseObject({ type: z.literal('AdaptiveCard') });
const refused = z.enum(LEAD_ERROR_CODES).optional();
const actionAnswer = z.union([
  z.object({ card, toast: z.string().optional(), refused, logsOn: z.uuid().nullish(), changed: z.string().optional() }),
  z.object({ results: z.array(z.object({ leadId: z.uuid(), title: z.string(), details: z.string(), card })) }),
  z.object({ choices: z.array(z.object({ title: z.string(), value: z.string() })) }),
  z.object({ toast: z.string(), refused }),
]);

export const actionRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/actions',
    summary: 'A verb in, an Adaptive Card out; what the business refuses is a card that says why',
    body: actionBody,
    gives: { 200: actionAnswer },
    maxBody: 35 * 1024 * 1024,
    answer: act,
  },
];

async function act({ desk, actor, body }: ApiRequest): Promise<ApiResponse> {
  const { verb, data, mail, view } = parseRequest(body);
  try {
    const reply = await handleAction(desk, {
      actor: { ...actor, surface: view.host },
      verb,
      data,
      view: { ...view, audience: 'one' },
      ...(mail !== undefined && { mail }),
    });
    return { status: 200, body: onWire(reply) };
  } catch (error) {
    if (error instanceof UnknownVerb) throw new HttpError('malformed-request', `There is no verb "${verb}".`);
    // Business refusals are cards already; what is left is a request no card of ours sends.
    if (error instanceof LeadError) {
      throw new HttpError('malformed-request', `The data of "${verb}" cannot be used.`, error.fields);
    }
    throw error;
  }
}

/** Buttons are answered with cards; the rest is for verbs that a program sends while somebody types. */
function onWire(reply: Reply): z.output<typeof actionAnswer> {
  switch (reply.kind) {
    case 'card': {
      const { kind: _kind, ...answer } = reply;
      return answer;
    }
    case 'dialog':
      return { card: reply.card, refused: reply.refused };
    case 'results':
      return { results: [...reply.results] };
    case 'choices':
      return { choices: [...reply.choices] };
    case 'text':
      return { toast: reply.text, refused: reply.refused };
  }
}

function parseRequest(body: unknown): z.output<typeof actionInput> {
  const parsed = actionInput.safeParse(body);
  if (!parsed.success) throw new HttpError('malformed-request', 'Send {verb, data, view} and, for a mail, mail.');
  return parsed.data;
}
