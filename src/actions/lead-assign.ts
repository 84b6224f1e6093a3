import { assignFormCard, choosePersonCard } from '../cards/assign-cards.ts';
import { assignLead } from '../leads/assign-lead.ts';
import { leadFor, mustBeCurrent } from '../leads/lead-for.ts';
import type { Person } from '../leads/person.ts';
import { words } from '../words/words.ts';
import type { Context, Handler } from './handler.ts';
import { showLead } from './show-lead.ts';

const MOST_PEOPLE = 50;
/** As many fit on a card with a button each. */
const MOST_CHOICES = 6;

export const leadAssign: Handler<'lead.assign'> = {
  inputs: ['ownerId', 'to'],
  form: async ({ desk, actor, view }, { leadId, version }, problem) => {
    const lead = await leadFor(desk, actor, leadId, 'assign');
    mustBeCurrent(lead, version);
    return assignFormCard(view, lead, await desk.people.search('', MOST_PEOPLE), { problem });
  },
  work: async (context, { leadId, version, ownerId, to }) => {
    const { desk, actor, view } = context;
    const w = words(view.locale);
    const people = to && !ownerId ? await peopleCalled(context, to) : [];
    const [only] = people;
    if (to && !ownerId && people.length !== 1) {
      const lead = await leadFor(desk, actor, leadId, 'assign');
      mustBeCurrent(lead, version);
      if (people.length) return { kind: 'card', card: choosePersonCard(view, lead, people) };
      const everybody = await desk.people.search('', MOST_PEOPLE);
      return { kind: 'card', card: assignFormCard(view, lead, everybody, { unknown: to }) };
    }
    const lead = await assignLead(desk, actor, leadId, { ownerId: ownerId || only?.id }, version);
    const done = w.assignedTo(lead.ownerName ?? w.unassigned);
    // Where there is no toast the card says it.
    const card = await showLead(context, lead, view.host === 'teams' ? { done } : {});
    return { kind: 'card', card, toast: done, changed: leadId, shows: leadId };
  },
};

/** Colleagues with that name or address; the one who is called exactly so where there is one. */
async function peopleCalled({ desk, actor }: Context, to: string): Promise<Person[]> {
  if (to === 'me') return [actor];
  const found = await desk.people.search(to, MOST_CHOICES);
  const asked = to.trim().toLowerCase();
  const exact = found.filter(({ name, email }) => name.toLowerCase() === asked || email?.toLowerCase() === asked);
  return exact.length === 1 ? exact : found;
}
