import type { Desk } from './desk.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Who erases what has been kept for long enough, in the record of erasures. */
const BY_RETENTION = 'retention';

/**
 * Erases disqualified leads that nobody has changed or added to for so many days, as `POST /api/erasures` would, each on
 * record. Open leads stay, and so do leads that became a customer: their account, contact and opportunity would go with them.
 * @returns how many were erased
 */
export async function eraseExpired({ store, privacy, now, newId }: Desk, days: number): Promise<number> {
  const at = now();
  let erased = 0;
  for (const leadId of await privacy.untouchedSince(new Date(at.getTime() - days * DAY_MS))) {
    const lead = await store.lead(leadId);
    if (lead?.status !== 'disqualified' || lead.accountId || lead.contactId || lead.opportunityId) continue;
    await privacy.erase({ leadId }, { id: newId(), at: at.toISOString(), byId: BY_RETENTION });
    erased++;
  }
  return erased;
}
