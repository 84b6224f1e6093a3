import type { Lead } from './lead.ts';

/** Why a lead is offered for a mail, the strongest reason first. */
export const MATCH_REASONS = ['this-mail', 'same-thread', 'same-address', 'same-domain'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A lead that a mail may be about, and why we think so. `same-domain` leads are open ones of the same company. */
export type Match = { lead: Lead; reason: MatchReason };

/** A contact with an address of the mail, or an account with its company's domain. */
export type KnownCustomer =
  | { kind: 'contact'; id: string; name: string; reason: 'same-address' }
  | { kind: 'account'; id: string; name: string; reason: 'same-domain' };

/**
 * Everything a mail may be about; `leads` are ranked, and `openLeads` counts the open ones among the
 * newest MOST_COUNTED of the same company's domain.
 */
export type Matches = { leads: Match[]; customers: KnownCustomer[]; openLeads: number };

/** What of a mail is compared; addresses and company domains in lower case. */
export type MatchQuery = {
  /** Those of the mail: its id, its stamp. */
  messageKeys: readonly string[];
  conversationId: string | null;
  addresses: readonly string[];
  domains: readonly string[];
};

export const MOST_COUNTED = 100;

/** The lead a mail clearly belongs to: its own, or the only one by conversation or address. */
export function clearMatch(matches: readonly Match[]): Match | undefined {
  const [first, second] = matches.filter(({ reason }) => reason !== 'same-domain');
  return first && (first.reason === 'this-mail' || !second) ? first : undefined;
}

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
