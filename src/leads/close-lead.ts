import * as z from 'zod';
import { auditLead } from './audit.ts';
import { applyChanges } from './change-lead.ts';
import type { Desk } from './desk.ts';
import { DuplicatesFound } from './duplicates.ts';
import type { Lead } from './lead.ts';
import { LeadError } from './lead-error.ts';
import { leadEvent } from './lead-event.ts';
import { leadChanges, MONEY_FIELDS, requiredLines } from './lead-fields.ts';
import { againIfOvertaken, leadFor, mustBeCurrent, type SeenVersion } from './lead-for.ts';
import { nextStatus, STATUS_REASONS } from './lead-status.ts';
import { accountKeys, contactKeys } from './match-keys.ts';
import { parseInput } from './parse-input.ts';
import { type Actor, personRef } from './person.ts';
import { type Qualification, type Qualified, type QualifyInput, qualify, qualifyInput } from './qualification.ts';
import type { Account, Contact } from './records.ts';
import type { TimelineItem } from './timeline.ts';

/** Fields of the Qualify stage that live on the lead and may be written in the same step. */
const qualifyStage = leadChanges.pick({
  purchaseTimeframe: true,
  budgetAmount: true,
  purchaseProcess: true,
  decisionMaker: true,
  description: true,
});

/** How a lead is qualified. */
type How = {
  /** Fields of the Qualify stage that are written with it. */
  stage?: unknown;
  /** The currency was chosen for many leads at once: one with amounts has chosen its own already. */
  oneOfMany?: boolean;
};

/**
 * Qualifies an open lead into account, contact and opportunity; notes stay on the lead.
 * @throws LeadError `lead-not-found`, `not-permitted`, `invalid-input`, `lead-changed`, `lead-closed`;
 *   DuplicatesFound `duplicate-customer`
 */
export function qualifyLead(
  desk: Desk,
  actor: Actor,
  id: string,
  input: unknown,
  seen: SeenVersion,
  { stage = {}, oneOfMany = false }: How = {},
): Promise<Qualified> {
  return againIfOvertaken(seen, async () => {
    const lead = await leadFor(desk, actor, id, 'change');
    const given = parseInput(qualifyInput, input);
    const parsed = oneOfMany ? { ...given, currency: currencyOf(lead, given) } : given;
    const stageFields = parseInput(qualifyStage, stage);
    mustBeCurrent(lead, seen);
    nextStatus(lead.status, 'qualify');
    const accountId = parsed.accountId ?? lead.accountId;
    const contactId = parsed.contactId ?? lead.contactId;
    const account = accountId ? await desk.store.account(accountId) : undefined;
    const contact = contactId ? await desk.store.contact(contactId) : undefined;
    const opportunity = lead.opportunityId ? await desk.store.opportunity(lead.opportunityId) : undefined;
    if (parsed.accountId && !account) throw new LeadError('invalid-input', [{ field: 'accountId', rule: 'not-an-id' }]);
    if (parsed.contactId && !contact) throw new LeadError('invalid-input', [{ field: 'contactId', rule: 'not-an-id' }]);

    const made = { at: desk.now().toISOString(), by: personRef(actor) };
    const qualification = qualify(applyChanges(lead, { ...stageFields, currency: parsed.currency }), parsed, {
      ...made,
      newId: desk.newId,
      existing: { ...(account && { account }), ...(contact && { contact }), ...(opportunity && { opportunity }) },
    });
    if (parsed.duplicates === 'ask') await mustBeNewCustomers(desk, qualification, { account, contact });
    const event = leadEvent(id, { event: 'qualified' }, { id: desk.newId(), ...made });
    const audit = auditLead(actor, 'qualify', made.at, { before: lead, after: qualification.lead });
    return desk.store.qualify(qualification, lead, { entries: [event], audit });
  });
}

/**
 * The currency of the lead's amounts, else the chosen one: another would make them worth something else.
 * @throws LeadError `invalid-input` when an amount is given in yet another currency
 */
function currencyOf(lead: Lead, { currency, opportunity }: QualifyInput): string {
  const own = MONEY_FIELDS.some((field) => lead[field] !== null) ? lead.currency : null;
  if (own && own !== currency && opportunity?.estimatedValue)
    throw new LeadError('invalid-input', [{ field: 'currency', rule: 'not-an-option', options: [own] }]);
  return own ?? currency;
}

/** @throws DuplicatesFound `duplicate-customer` when an account or contact about to be made is likely there already */
async function mustBeNewCustomers(
  desk: Desk,
  made: Qualification,
  existing: { account: Account | undefined; contact: Contact | undefined },
): Promise<void> {
  const account = made.account !== existing.account ? made.account : undefined;
  const contact = made.contact !== existing.contact ? made.contact : undefined;
  const { store, freeMailDomains } = desk;
  const accounts = account && store.duplicates({ keys: accountKeys(account, freeMailDomains), kinds: ['account'] });
  const keys = contact && contactKeys(contact, made.account, freeMailDomains);
  const contacts = keys && store.duplicates({ keys, kinds: ['contact'] });
  const found = [...((await accounts) ?? []), ...((await contacts) ?? [])];
  if (found.length) throw new DuplicatesFound('duplicate-customer', found);
}

export const disqualifyInput = z.strictObject({
  reason: z.enum(STATUS_REASONS.disqualified),
  note: requiredLines(10_000).nullish(),
});

/**
 * Closes an open lead with a reason. Refused while an opportunity it was qualified into is open, as in Dynamics 365.
 * @throws LeadError `lead-not-found`, `not-permitted`, `invalid-input`, `lead-changed`, `lead-closed`, `lead-has-opportunity`
 */
export function disqualifyLead(desk: Desk, actor: Actor, id: string, input: unknown, seen: SeenVersion): Promise<Lead> {
  return againIfOvertaken(seen, async () => {
    const lead = await leadFor(desk, actor, id, 'change');
    const { reason, note } = parseInput(disqualifyInput, input);
    mustBeCurrent(lead, seen);
    const status = nextStatus(lead.status, 'disqualify');
    const opportunity = lead.opportunityId ? await desk.store.opportunity(lead.opportunityId) : undefined;
    if (opportunity?.status === 'open') throw new LeadError('lead-has-opportunity');
    const at = desk.now().toISOString();
    const by = personRef(actor);
    const entries: TimelineItem[] = [leadEvent(id, { event: 'disqualified', reason }, { id: desk.newId(), at, by })];
    if (note) {
      const entry = { id: desk.newId(), leadId: id, subject: null, createdAt: at, createdBy: by, occurredAt: null };
      entries.push({ ...entry, kind: 'note', attachments: [], text: note });
    }
    const next: Lead = {
      ...lead,
      version: lead.version + 1,
      status,
      statusReason: reason,
      modifiedAt: at,
      modifiedBy: by,
    };
    const audit = auditLead(actor, 'disqualify', at, { before: lead, after: next });
    await desk.store.update(next, lead, { entries, audit });
    return next;
  });
}

/**
 * Opens a closed lead again, with everything it has.
 * @throws LeadError `lead-not-found`, `not-permitted`, `lead-changed`, `lead-open`
 */
export function reactivateLead(desk: Desk, actor: Actor, id: string, seen: SeenVersion): Promise<Lead> {
  return againIfOvertaken(seen, async () => {
    const lead = await leadFor(desk, actor, id, 'change');
    mustBeCurrent(lead, seen);
    const status = nextStatus(lead.status, 'reactivate');
    const made = { at: desk.now().toISOString(), by: personRef(actor) };
    const next: Lead = {
      ...lead,
      version: lead.version + 1,
      status,
      statusReason: 'new',
      modifiedAt: made.at,
      modifiedBy: made.by,
    };
    const event = leadEvent(id, { event: 'reactivated' }, { id: desk.newId(), ...made });
    const audit = auditLead(actor, 'reactivate', made.at, { before: lead, after: next });
    await desk.store.update(next, lead, { entries: [event], audit });
    return next;
  });
}

/** @throws LeadError `lead-not-found`, `not-permitted`, `lead-changed` */
export function deleteLead(desk: Desk, actor: Actor, id: string, seen: SeenVersion): Promise<void> {
  return againIfOvertaken(seen, async () => {
    const lead = await leadFor(desk, actor, id, 'delete');
    mustBeCurrent(lead, seen);
    await desk.store.delete(id, lead.version, auditLead(actor, 'delete', desk.now().toISOString(), { before: lead }));
  });
}
