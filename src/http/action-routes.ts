import { z } from 'zod';
import { handleAction } from '../actions/handle-action.ts';
import { UnknownVerb } from '../cards/verbs.ts';
import { LeadError } from '../leads/lead-error.ts';
import { may, PERMISSIONS } from '../leads/permissions.ts';
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
    })
    .prefault({}),
});

export const actionRoutes: Route[] = [
  { method: 'post', path: '/api/actions', maxBody: 35 * 1024 * 1024, answer: act },
  { method: 'get', path: '/api/me', answer: me },
];

async function act({ desk, actor, body }: ApiRequest): Promise<ApiResponse> {
  const { verb, data, mail, view } = parseRequest(body);
  try {
    const {
      kind: _kind,
      changed: _changed,
      ...answer
    } = await handleAction(desk, {
      actor: { ...actor, surface: view.host },
      verb,
      data,
      view: { ...view, audience: 'one' },
      ...(mail !== undefined && { mail }),
    });
    return { status: 200, body: answer };
  } catch (error) {
    if (error instanceof UnknownVerb) throw new HttpError('malformed-request', `There is no verb "${verb}".`);
    // Business refusals are cards already; what is left is a request no card of ours sends.
    if (error instanceof LeadError) {
      throw new HttpError('malformed-request', `The data of "${verb}" cannot be used.`, error.fields);
    }
    throw error;
  }
}

function parseRequest(body: unknown): z.output<typeof actionInput> {
  const parsed = actionInput.safeParse(body);
  if (!parsed.success) throw new HttpError('malformed-request', 'Send {verb, data, view} and, for a mail, mail.');
  return parsed.data;
}

async function me({ actor }: ApiRequest): Promise<ApiResponse> {
  const { id, tenantId, name, email, role } = actor;
  const permissions = PERMISSIONS.filter((permission) => may(actor, permission));
  return { status: 200, body: { id, tenantId, name, address: email, role, permissions } };
}
