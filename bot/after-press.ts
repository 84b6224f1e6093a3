import type { Activity } from 'botbuilder';
import type { Reply } from '../src/actions/reply.ts';
import { isAside } from './aside.ts';
import { chatOf } from './chat-of.ts';
import type { Posts } from './posts.ts';

/**
 * What becomes of the message that was pressed on. The answer is seen by whoever pressed alone, and not for long: the
 * outbox has the message itself changed, and keeps it up to date.
 */
export function afterPress(posts: Posts, activity: Activity, reply: Reply): void {
  const { replyToId, value } = activity;
  if (reply.kind !== 'card' || !replyToId || isAside(value.action.data)) return;
  const { card, changed, shows } = reply;
  const isShared = chatOf(activity).kind !== 'personal';
  if (changed && !shows) posts.replaced(activity, replyToId, card);
  else if (changed && shows) posts.posted(activity, { activityId: replyToId, leadId: shows });
  // Only a lead's card has a client ask for it: where it is not known yet, somebody inserted it.
  else if (shows && isShared && value.trigger === 'automatic')
    posts.inserted(activity, { activityId: replyToId, leadId: shows });
}
