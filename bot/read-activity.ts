import type { Activity } from 'botbuilder';
import * as z from 'zod';

const text = z.string().max(100_000).nullish();
const id = z.string().min(1).max(1000);
/** The SDK sends it back in a header, which takes nothing else. */
const conversationId = id.regex(/^[\x20-\x7e]+$/);
const person = z.object({ id, name: text, aadObjectId: z.string().max(100).optional() });

/** What is read of an activity, by us and by the SDK; all else may be there and is not looked at. */
const activity = z.object({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().max(200).nullish(),
  channelId: z.string().max(100),
  serviceUrl: z.url().max(2000).optional(),
  from: person,
  recipient: person,
  conversation: z.object({
    id: conversationId,
    name: text,
    conversationType: z.string().max(100).nullish(),
    tenantId: z.string().max(100).optional(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string().max(100).optional() }).optional() }).nullish(),
  text,
  locale: z.string().max(50).optional(),
  localTimezone: z.string().max(100).optional(),
  replyToId: id.optional(),
  deliveryMode: z.string().max(100).nullish(),
  action: z.string().max(100).nullish(),
  entities: z.array(z.object({ type: text, text, mentioned: z.object({ id: text }).nullish() })).nullish(),
  attachments: z.array(z.object({ contentType: text, contentUrl: text, name: text })).nullish(),
  membersAdded: z.array(z.object({ id })).nullish(),
  membersRemoved: z.array(z.object({ id })).nullish(),
  reactionsAdded: z.array(z.object({ type: text })).nullish(),
  reactionsRemoved: z.array(z.object({ type: text })).nullish(),
});

/** Whether a body is an activity that can be worked on. */
export function isActivity(body: unknown): body is Activity {
  return activity.safeParse(body).success;
}
