import type { Activity } from 'botbuilder';
import * as z from 'zod';

const text = z.string().max(100_000).nullish();
const id = z.string().min(1).max(1000);
/** The SDK sends it back in a header, which takes nothing else. */
const conversationId = id.regex(/^[\x20-\x7e]+$/);
const person = z.looseObject({ id, name: text, aadObjectId: z.string().max(100).optional() });

/** What is read of an activity, by us and by the SDK; all else may be there and is not looked at. */
const activity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().max(200).nullish(),
  channelId: z.string().max(100),
  serviceUrl: z.url().max(2000).optional(),
  from: person,
  recipient: person,
  conversation: z.looseObject({
    id: conversationId,
    name: text,
    conversationType: z.string().max(100).nullish(),
    tenantId: z.string().max(100).optional(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().max(100).optional() }).optional() }).nullish(),
  text,
  locale: z.string().max(50).optional(),
  localTimezone: z.string().max(100).optional(),
  replyToId: id.optional(),
  deliveryMode: z.string().max(100).nullish(),
  action: z.string().max(100).nullish(),
  entities: z.array(z.looseObject({ type: text, text, mentioned: z.looseObject({ id: text }).nullish() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: text, contentUrl: text, name: text })).nullish(),
  membersAdded: z.array(z.looseObject({ id })).nullish(),
  membersRemoved: z.array(z.looseObject({ id })).nullish(),
  reactionsAdded: z.array(z.looseObject({ type: text })).nullish(),
  reactionsRemoved: z.array(z.looseObject({ type: text })).nullish(),
});

/** Whether a body is an activity that can be worked on. */
export function isActivity(body: unknown): body is Activity {
  return activity.safeParse(body).success;
}
