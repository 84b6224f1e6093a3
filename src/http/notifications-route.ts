import * as z from 'zod';
import { parseInput } from '../leads/parse-input.ts';
import { mustBeAllowed } from '../leads/permissions.ts';
import { NOTIFICATION_STATES, type Notifications } from '../outbox/notifications.ts';
import type { Route } from './route.ts';

const query = z.object({
  state: z.enum(NOTIFICATION_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const item = z.object({
  kind: z.string(),
  leadId: z.string(),
  personId: z.string().nullable(),
  conversationId: z.string().nullable(),
  state: z.enum(NOTIFICATION_STATES),
  detail: z.string().nullable(),
  attempts: z.int(),
  at: z.string(),
});

/** What was told whom in Teams, for administrators: above all who could not be reached, and why. */
export function notificationsRoute(notifications: Notifications): Route {
  return {
    method: 'get',
    path: '/api/notifications',
    summary: 'What was told whom, newest first; `state=unreachable` lists who could not be reached',
    query,
    gives: { 200: z.object({ items: z.array(item) }) },
    answer: async ({ actor, query: given }) => {
      mustBeAllowed(actor, 'administer');
      const { state, limit } = parseInput(query, given);
      const items = await notifications.list({ limit, ...(state && { state }) });
      return {
        status: 200,
        body: { items: items.map(({ key: _key, byId: _byId, taskId: _taskId, ...told }) => told) },
      };
    },
  };
}
