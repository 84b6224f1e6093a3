import * as z from 'zod';
import { assignLead } from './assign-lead.ts';
import { disqualifyLead, qualifyLead } from './close-lead.ts';
import type { Desk } from './desk.ts';
import type { Lead } from './lead.ts';
import { LeadError } from './lead-error.ts';
import { accountKeys, personKeys } from './match-keys.ts';
import { parseInput } from './parse-input.ts';
import { mustBeAllowed } from './permissions.ts';
import type { Actor } from './person.ts';
import type { QualifyInput } from './qualification.ts';

/** What became of one of many. */
export type OneOfMany = { leadId: string; lead: Lead } | { leadId: string; error: LeadError };

const leadIds = z.array(z.string().max(100)).min(1).max(1000);
const AT_ONCE = 100;

/**
 * Qualifies many leads with one answer each; what is refused for one never undoes another. A lead with amounts keeps its
 * currency. What the first makes may be a likely duplicate of what the next would make.
 * @throws LeadError `not-permitted`, `invalid-input` when the list itself cannot be used
 */
export function qualifyMany(desk: Desk, actor: Actor, input: unknown, onProgress?: Progress): Promise<OneOfMany[]> {
  const one = async (id: string, rest: object) =>
    (await qualifyLead(desk, actor, id, rest, '*', { oneOfMany: true })).lead;
  return many(desk, actor, 'leads.qualify', input, onProgress, one, customerKeys);
}

/** Likewise; {leadIds, reason, note?}. */
export function disqualifyMany(desk: Desk, actor: Actor, input: unknown, onProgress?: Progress): Promise<OneOfMany[]> {
  const one = (id: string, rest: object) => disqualifyLead(desk, actor, id, rest, '*');
  return many(desk, actor, 'leads.disqualify', input, onProgress, one);
}

/** Likewise; {leadIds, ownerId}. */
export function assignMany(desk: Desk, actor: Actor, input: unknown, onProgress?: Progress): Promise<OneOfMany[]> {
  const one = (id: string, rest: object) => assignLead(desk, actor, id, rest, '*');
  return many(desk, actor, 'leads.assign', input, onProgress, one);
}

/** A lead somebody chose, as they saw it, and what is to be made of it. */
export type ChosenLead = { leadId: string; version: number; input: unknown };

/**
 * Qualifies leads that were chosen one by one. In their order: what the first makes may be a likely duplicate of what
 * the next would make. A lead with amounts keeps its currency.
 * @throws LeadError `not-permitted`
 */
export async function qualifyChosen(desk: Desk, actor: Actor, chosen: readonly ChosenLead[]): Promise<OneOfMany[]> {
  mustBeAllowed(actor, 'bulk');
  const answers: OneOfMany[] = [];
  for (const { leadId, version, input } of chosen) {
    const work = async () => (await qualifyLead(desk, actor, leadId, input, version, { oneOfMany: true })).lead;
    const lead = await desk.store.lead(leadId);
    answers.push(await answerOf(desk, actor, 'leads.qualify', { id: leadId, lead }, work));
  }
  return answers;
}

type Progress = (done: number, of: number) => void;

/** What is done to each of many, as the audit trail calls it where it is refused. */
type Tried = 'leads.qualify' | 'leads.disqualify' | 'leads.assign';

async function many(
  desk: Desk,
  actor: Actor,
  tried: Tried,
  input: unknown,
  onProgress: Progress | undefined,
  one: (id: string, rest: object) => Promise<Lead>,
  keysOf: (lead: Lead, rest: object, desk: Desk) => readonly string[] = () => [],
): Promise<OneOfMany[]> {
  mustBeAllowed(actor, 'bulk');
  const { leadIds: given, ...rest } = parseInput(z.looseObject({ leadIds }), input);
  const ids = [...new Set(given)];
  const answers: OneOfMany[] = [];
  // As many at once as share a commit; the rest waits, so that a long list does not hold up everybody else.
  for (let next = 0; next < ids.length; next += AT_ONCE) {
    const batch = ids.slice(next, next + AT_ONCE);
    const leads = await Promise.all(batch.map((id) => desk.store.lead(id)));
    const inTurn = turns();
    const answered = batch.map((id, nth) => {
      const lead = leads[nth];
      const keys = lead ? keysOf(lead, rest, desk) : [];
      return inTurn(keys, () => answerOf(desk, actor, tried, { id, lead }, () => one(id, rest)));
    });
    answers.push(...(await Promise.all(answered)));
    onProgress?.(answers.length, ids.length);
  }
  return answers;
}

/** What is asked to be done; each waits for those before it that have a key in common with it. */
function turns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(keys: readonly string[], work: () => Promise<T>): Promise<T> => {
    const before = keys.flatMap((key) => last.get(key) ?? []);
    const done = before.length ? Promise.all(before).then(work) : work();
    for (const key of keys) last.set(key, done);
    return done;
  };
}

/** What the account and the contact of a lead would be recognised by, where somebody is asked about likely duplicates. */
function customerKeys(lead: Lead, rest: object, { freeMailDomains }: Desk): string[] {
  const { createAccount, createContact, duplicates }: { [name in keyof QualifyInput]?: unknown } = rest;
  if (duplicates === 'allow') return [];
  const account = { ...lead, name: lead.companyName ?? '', phone: lead.businessPhone };
  return [
    ...(createAccount ? accountKeys(account, freeMailDomains).keys() : []),
    ...(createContact ? personKeys(lead, freeMailDomains).keys() : []),
  ];
}

async function answerOf(
  desk: Desk,
  actor: Actor,
  tried: Tried,
  { id: leadId, lead }: { id: string; lead: Lead | undefined },
  work: () => Promise<Lead>,
): Promise<OneOfMany> {
  try {
    if (lead) mustBeAllowed(actor, 'bulk', lead);
    return { leadId, lead: await work() };
  } catch (error) {
    // A refusal is this lead's answer; anything else is a fault of the whole.
    if (!(error instanceof LeadError)) throw error;
    if (error.code === 'not-permitted') desk.denied?.({ by: actor, tried, leadId });
    return { leadId, error };
  }
}
