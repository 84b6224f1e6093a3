import { LeadError } from '../leads/lead-error.ts';
import { unfollowThread } from '../leads/unfollow-thread.ts';
import { words } from '../words/words.ts';
import type { Handler } from './handler.ts';
import { mailOpen } from './mail-open.ts';

/** The conversation is not about this lead: what the mail is about is asked anew. */
export const threadUnfollow: Handler<'thread.unfollow'> = {
  work: async (context, { leadId }) => {
    const { desk, actor, mail, view } = context;
    if (!mail?.conversationId) throw new LeadError('invalid-input', [{ field: 'mail', rule: 'required' }]);
    await unfollowThread(desk, actor, leadId, mail.conversationId);
    return { ...(await mailOpen.work(context, {})), toast: words(view.locale).unfollowed };
  },
};
