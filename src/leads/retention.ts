import type { Desk } from './desk.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Who erases what has been kept for long enough, in the record of erasures. */
const BY_RETENTION = 'retention';

/**
 * Erases disqualified leads that nobody has changed or added to for so many days, as `POST /api/erasures` would, each on
 * record. Open leads stay, and so do leads that became a customer: their account, contact and opportunity would go with them.
 * Attempts of that age that were refused and concern no lead go, too: they say who did what, and nothing else ends them.
 * @returns how many leads were erased
 */
export async function eraseExpired({ store, privacy, denials, now, newId }: Desk, days: number): Promise<number> {
  const at = now();
  const before = new Date(at.getTime() - days * DAY_MS);
  await denials.forget(before);
  let erased = 0;
  for (const leadId of await privacy.untouchedSince(before)) {
    const lead = await store.lead(leadId);
    if (lead?.status !== 'disqualified' || lead.accountId || lead.contactId || lead.opportunityId) continue;
    const { leads } = await privacy.erase({ leadId }, { id: newId(), at: at.toISOString(), byId: BY_RETENTION });
    erased += leads;
  }
  return erased;
}
