import type { Card } from '../cards/card.ts';
import { leadCard } from '../cards/lead-card.ts';
import type { Lead } from '../leads/lead.ts';
import { loggedCopy } from '../leads/log-email.ts';
import type { MatchReason } from '../leads/match.ts';
import type { Context } from './handler.ts';

/** A lead's card with everything on it: last entries, records, and the mail beside it. */
export async function showLead(
  { desk, actor, view, mail }: Context,
  lead: Lead,
  { notice, match }: { notice?: string; match?: MatchReason } = {},
): Promise<Card> {
  const { store } = desk;
  const [timeline, account, contact, opportunity, logged] = await Promise.all([
    store.timeline(lead.id, { limit: 3 }),
    lead.accountId ? store.account(lead.accountId) : undefined,
    lead.contactId ? store.contact(lead.contactId) : undefined,
    lead.opportunityId ? store.opportunity(lead.opportunityId) : undefined,
    mail && !mail.draft ? loggedCopy(desk, actor, lead.id, mail) : undefined,
  ]);
  const parts = { timeline: timeline.items, account, contact, opportunity, notice };
  return leadCard(lead, actor, view, mail ? { ...parts, mail: { match, logged, message: mail } } : parts);
}
