import { auditLead } from './audit.ts';
import type { Desk } from './desk.ts';
import { DuplicatesFound, type OnDuplicates } from './duplicates.ts';
import type { Lead } from './lead.ts';
import { LeadError } from './lead-error.ts';
import { EMPTY_ADDRESS, type LeadChanges, leadChanges, mergeAddress } from './lead-fields.ts';
import { againIfOvertaken, leadFor, mustBeCurrent, type SeenVersion } from './lead-for.ts';
import { personKeys } from './match-keys.ts';
import { withMoneyIn } from './money-fields.ts';
import { parseInput } from './parse-input.ts';
import { type Actor, personRef } from './person.ts';

/**
 * Changes an open lead's fields.
 * @throws LeadError `lead-not-found`, `not-permitted`, `invalid-input`, `lead-changed`, `lead-closed`
 */
export function changeLead(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: unknown,
  seen: SeenVersion,
  duplicates: OnDuplicates = 'allow',
): Promise<Lead> {
  return againIfOvertaken(seen, async () => {
    const lead = await leadFor(desk, actor, id, 'change');
    const parsed = parseInput(leadChanges, changes);
    await mustExist(desk, parsed);
    mustBeCurrent(lead, seen);
    if (lead.status !== 'open') throw new LeadError('lead-closed');
    const changed = applyChanges(lead, parsed);
    if (sameFields(lead, changed)) return lead;
    if (duplicates === 'ask') await mustBeNew(desk, lead, changed);
    const next = {
      ...changed,
      version: lead.version + 1,
      modifiedAt: desk.now().toISOString(),
      modifiedBy: personRef(actor),
    };
    await desk.store.update(next, lead, {
      entries: [],
      audit: auditLead(actor, 'update', next.modifiedAt, { before: lead, after: next }),
    });
    return next;
  });
}

/** The lead with the changes in place; an address is merged part by part. */
export function applyChanges(lead: Lead, { address, ...fields }: LeadChanges): Lead {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const merged =
    address === undefined ? lead.address : mergeAddress(address === null ? EMPTY_ADDRESS : lead.address, address ?? {});
  return withMoneyIn({ ...lead, ...given, address: merged });
}

function sameFields(a: Lead, b: Lead): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Only what the change itself brings counts: a lead that was a duplicate before may still be edited. */
async function mustBeNew(desk: Desk, before: Lead, after: Lead): Promise<void> {
  const known = personKeys(before, desk.freeMailDomains);
  const keys = new Map([...personKeys(after, desk.freeMailDomains)].filter(([key]) => !known.has(key)));
  const found = await desk.store.duplicates({ keys, kinds: ['lead', 'contact'], except: after.id });
  if (found.length) throw new DuplicatesFound('duplicate-lead', found);
}

async function mustExist(desk: Desk, { accountId, contactId }: LeadChanges): Promise<void> {
  if (accountId && !(await desk.store.account(accountId))) {
    throw new LeadError('invalid-input', [{ field: 'accountId', rule: 'not-an-id' }]);
  }
  if (contactId && !(await desk.store.contact(contactId))) {
    throw new LeadError('invalid-input', [{ field: 'contactId', rule: 'not-an-id' }]);
  }
}
