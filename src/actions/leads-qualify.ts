import type { Card } from '../cards/card.ts';
import { chooseManyCard, type ManyScope } from '../cards/choose-many-card.ts';
import type { FormProblem } from '../cards/elements.ts';
import { manyResultsCard } from '../cards/many-results-card.ts';
import { ANSWER_INPUTS, type DataOf, MANY_AT_ONCE } from '../cards/verbs.ts';
import { LeadError } from '../leads/lead-error.ts';
import { viewQuery } from '../leads/lead-query.ts';
import { qualifyChosen } from '../leads/many-leads.ts';
import { mustBeAllowed, PERMISSION_TABLE } from '../leads/permissions.ts';
import type { Context, Handler } from './handler.ts';
import { type Asked, askedFrom, inputFor, outcomesOf, settledBefore } from './many-outcomes.ts';

type Data = DataOf<'leads.qualify'>;

export const leadsQualify: Handler<'leads.qualify'> = {
  inputs: ['leadIds', 'currency', 'createAccount', 'createContact', 'createOpportunity', 'asked'],
  form: choose,
  work: async (context, data) => {
    const { desk, actor, view } = context;
    mustBeAllowed(actor, 'bulk');
    // What was ticked is not on the page that is turned to.
    if (data.look) return { kind: 'card', card: await choose(context, { ...data, leadIds: undefined }) };
    const asked = data.asked ? answered(data) : askedFrom(data.leadIds);
    if (!asked.length) throw new LeadError('invalid-input', [{ field: 'leadIds', rule: 'required' }]);
    if (!data.currency) throw new LeadError('invalid-input', [{ field: 'currency', rule: 'required' }]);
    const leads = await Promise.all(asked.map(({ leadId }) => desk.store.lead(leadId)));
    const chosen = asked.flatMap(({ leadId, version, answer }, nth) => {
      const input = inputFor(data, leads[nth], answer);
      return input ? [{ leadId, version, input }] : [];
    });
    const outcomes = await outcomesOf(context, asked, await qualifyChosen(desk, actor, chosen));
    const before = await settledBefore(context, data.done);
    const changed = outcomes.find(({ kind }) => kind === 'qualified')?.leadId;
    const card = manyResultsCard(view, [...outcomes, ...before], data);
    return { kind: 'card', card, ...(changed && { changed }) };
  },
};

/** The leads there are to tick, a page of them. */
async function choose(context: Context, data: Data, problem?: FormProblem): Promise<Card> {
  const { desk, actor, view } = context;
  mustBeAllowed(actor, 'bulk');
  const scopes = scopesOf(context);
  const of = data.of && scopes.includes(data.of) ? data.of : (scopes[0] ?? 'my-open');
  // Pages of another list lead nowhere in this one.
  const { cursor, trail, owner: asked } = data.of === of ? data : {};
  const owner = of === 'my-open' ? (asked ?? actor.id) : undefined;
  const { q } = data;
  const filter = { ...(q && { q: q.slice(0, 500) }), ...(cursor && { cursor }) };
  const page = await desk.store.leads({
    ...viewQuery(of, owner ?? actor.id, desk.now()),
    ...filter,
    limit: MANY_AT_ONCE,
  });
  const ownerName = await nameOf(context, owner);
  const place = { of, owner, ownerName, cursor, trail, next: page.next };
  return chooseManyCard(view, page.items, { ...data, ...place, scopes, problem });
}

/** Whose leads they are, where they are not the reader's own or others read it too. */
async function nameOf({ desk, actor, view }: Context, owner: string | undefined): Promise<string | undefined> {
  if (!owner || (owner === actor.id && view.audience === 'one')) return undefined;
  return owner === actor.id ? actor.name : (await desk.people.find(owner))?.name;
}

/** Whose leads somebody may qualify at once: the widest first for those who may all. */
function scopesOf({ actor }: Context): ManyScope[] {
  return PERMISSION_TABLE[actor.role].bulk === 'all' ? ['open', 'my-open', 'unassigned'] : ['my-open', 'unassigned'];
}

/** The leads that were asked about with what was answered; without an answer they are asked about again. */
function answered(data: Data): Asked[] {
  return askedFrom(data.asked).map((asked, nth) => {
    const input = ANSWER_INPUTS[nth];
    return { ...asked, answer: (input && data[input]) || undefined };
  });
}
