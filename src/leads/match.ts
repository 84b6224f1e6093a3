import type { Lead } from './lead.ts';

/** Why a lead is offered for a mail, the strongest reason first. */
export const MATCH_REASONS = ['this-mail', 'same-thread', 'same-address'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A lead that a mail may be about, and why we think so. */
export type Match = { lead: Lead; reason: MatchReason; address?: string };

/** What of a mail is compared; addresses in lower case, the sender's first. */
export type MatchQuery = { messageKey: string; conversationId: string | null; addresses: readonly string[] };

/** Leads to choose from: one per lead with its strongest reason; strongest first, then open before closed, then newest. */
export function rankMatches(matches: readonly Match[]): Match[] {
  const strength = (match: Match) => MATCH_REASONS.indexOf(match.reason);
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.lead.id);
    if (!known || strength(match) < strength(known)) best.set(match.lead.id, match);
  }
  return [...best.values()].sort(
    (a, b) =>
      strength(a) - strength(b) ||
      Number(b.lead.status === 'open') - Number(a.lead.status === 'open') ||
      b.lead.createdAt.localeCompare(a.lead.createdAt),
  );
}
