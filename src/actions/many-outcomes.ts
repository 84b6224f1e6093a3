import type { ManyOutcome } from '../cards/many-results-card.ts';
import { readSettled } from '../cards/settled-text.ts';
import { type DataOf, MANY_AT_ONCE } from '../cards/verbs.ts';
import { DuplicatesFound } from '../leads/duplicates.ts';
import type { Lead } from '../leads/lead.ts';
import { LeadError } from '../leads/lead-error.ts';
import type { OneOfMany } from '../leads/many-leads.ts';
import type { Context } from './handler.ts';

/** A lead of many, as it was seen, and what was answered to the question about it. */
export type Asked = { leadId: string; version: number; answer?: string | undefined };

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SEEN = new RegExp(`^(${UUID})@(\\d{1,9})$`, 'i');
const LINK = new RegExp(`^link:(${UUID})?:(${UUID})?$`, 'i');

/** 'id@version', several of them commas or spaces apart, each once. What is not of that form was made up. */
export function askedFrom(text = ''): Asked[] {
  const seen = text
    .split(/[\s,]+/)
    .slice(0, MANY_AT_ONCE)
    .flatMap((one): [string, Asked][] => {
      const [, leadId, version] = SEEN.exec(one) ?? [];
      return leadId ? [[leadId, { leadId, version: Number(version) }]] : [];
    });
  return [...new Map(seen).values()];
}

/** What is to be made of one of the leads; nothing where it is to be skipped. An account needs a company's name. */
export function inputFor(data: DataOf<'leads.qualify'>, lead: Lead | undefined, answer: string | undefined) {
  if (answer === 'skip') return undefined;
  const [link, accountId, contactId] = LINK.exec(answer ?? '') ?? [];
  return {
    createAccount: data.createAccount === 'true' && Boolean(lead?.companyName || accountId),
    createContact: data.createContact === 'true',
    createOpportunity: data.createOpportunity === 'true',
    currency: data.currency,
    duplicates: answer === 'allow' || link ? 'allow' : 'ask',
    ...(accountId && { accountId }),
    ...(contactId && { contactId }),
  };
}

/** What became of each, with the lead as it stands now. */
export async function outcomesOf(
  { desk, actor }: Context,
  asked: readonly Asked[],
  answers: readonly OneOfMany[],
): Promise<ManyOutcome[]> {
  const byId = new Map(answers.map((answer) => [answer.leadId, answer]));
  return Promise.all(
    asked.map(async ({ leadId, version }): Promise<ManyOutcome> => {
      const answer = byId.get(leadId);
      if (answer && 'lead' in answer) return { kind: 'qualified', leadId, lead: answer.lead };
      const lead = await desk.store.lead(leadId);
      if (!answer) return { kind: 'skipped', leadId, lead };
      const { error } = answer;
      if (error instanceof DuplicatesFound && lead)
        return { kind: 'asked', leadId, lead, candidates: error.candidates };
      // The same click delivered again finds what it did.
      const isOurs = lead?.status === 'qualified' && lead.version === version + 1 && lead.modifiedBy.id === actor.id;
      return isOurs ? { kind: 'qualified', leadId, lead } : { kind: 'refused', leadId, lead, error };
    }),
  );
}

/** What became of those that were settled with the answers before, with the lead as it stands now. */
export function settledBefore({ desk }: Context, done = ''): Promise<ManyOutcome[]> {
  const settled = readSettled(done).slice(0, MANY_AT_ONCE);
  return Promise.all(
    settled.map(async ({ leadId, isSkipped, error }): Promise<ManyOutcome> => {
      const lead = await desk.store.lead(leadId);
      if (lead?.status === 'qualified') return { kind: 'qualified', leadId, lead };
      if (isSkipped) return { kind: 'skipped', leadId, lead };
      if (error) return { kind: 'refused', leadId, lead, error };
      if (lead) return { kind: 'qualified', leadId, lead };
      return { kind: 'refused', leadId, lead, error: new LeadError('lead-not-found') };
    }),
  );
}
