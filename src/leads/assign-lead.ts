import * as z from 'zod';
import { auditLead } from './audit.ts';
import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { LeadError } from './lead-error.ts';
import { againIfOvertaken, leadFor, mustBeCurrent, type SeenVersion } from './lead-for.ts';
import { parseInput } from './parse-input.ts';
import { type Actor, personRef } from './person.ts';

export const assignInput = z.strictObject({ ownerId: z.string().min(1).max(100) });

/**
 * Gives a lead to a colleague, open or closed.
 * @throws LeadError `lead-not-found`, `not-permitted`, `invalid-input` (nobody with that id), `lead-changed`
 */
export function assignLead(desk: Desk, actor: Actor, id: string, input: unknown, seen: SeenVersion): Promise<Lead> {
  return againIfOvertaken(seen, async () => {
    const lead = await leadFor(desk, actor, id, 'assign');
    const { ownerId } = parseInput(assignInput, input);
    const owner = await desk.people.find(ownerId);
    if (!owner) throw new LeadError('invalid-input', [{ field: 'ownerId', rule: 'not-an-id' }]);
    mustBeCurrent(lead, seen);
    if (lead.ownerId === owner.id) return lead;
    const at = desk.now().toISOString();
    const next: Lead = {
      ...lead,
      version: lead.version + 1,
      ownerId: owner.id,
      ownerName: owner.name,
      modifiedAt: at,
      modifiedBy: personRef(actor),
    };
    await desk.store.update(next, lead, {
      entries: [],
      audit: auditLead(actor, 'assign', at, { before: lead, after: next }),
    });
    return next;
  });
}
