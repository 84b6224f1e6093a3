import { auditUnfollow } from './audit.ts';
import type { Desk } from './desk.ts';
import { leadFor } from './lead-for.ts';
import type { Actor } from './person.ts';

/**
 * Replies of a conversation no longer lead to this lead, for anybody; what was logged stays. Logging another mail of
 * it begins anew.
 * @throws LeadError `lead-not-found`, `not-permitted`
 */
export async function unfollowThread(desk: Desk, actor: Actor, leadId: string, conversationId: string): Promise<void> {
  await leadFor(desk, actor, leadId, 'annotate');
  await desk.store.unfollow(leadId, conversationId, auditUnfollow(actor, desk.now().toISOString(), leadId));
}
