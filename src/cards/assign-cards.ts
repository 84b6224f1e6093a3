import { fullName, type Lead } from '../leads/lead.ts';
import type { Person, PersonRef } from '../leads/person.ts';
import { words } from '../words/words.ts';
import type { Card, Element } from './card.ts';
import { card, execute, type FormProblem, heading, notice, problemNotice, said } from './elements.ts';
import type { View } from './view.ts';

type Why = { problem?: FormProblem | undefined; unknown?: string };

/** Whom a lead can be given to. Names are choice titles, which no host reads as Markdown. */
export function assignFormCard(
  view: View,
  lead: Lead,
  people: readonly PersonRef[],
  { problem, unknown }: Why = {},
): Card {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const body: Element[] = [
    ...headOf(view, lead),
    ...(unknown ? [notice(w.nobodyCalled(unknown), 'warning')] : []),
    ...problemNotice(w, problem),
    {
      type: 'Input.ChoiceSet',
      id: 'ownerId',
      label: w.fields.owner,
      placeholder: w.findPerson,
      isRequired: true,
      errorMessage: w.choosePerson,
      choices: people.map(({ id, name }) => ({ title: name, value: id })),
      // These are the first ones; the others are looked up while one types.
      style: 'filtered',
      'choices.data': { type: 'Data.Query', dataset: PEOPLE_DATASET },
    },
  ];
  return card(view, w.assignLead, body, [
    execute(w.assign, 'lead.assign', { leadId, version }, { style: 'positive' }),
    execute(w.cancel, 'lead.show', { leadId }, { inputs: 'none' }),
  ]);
}

/** What a host names when it asks for people while somebody types. */
export const PEOPLE_DATASET = 'people';

/** Several colleagues have the name: which one is meant? */
export function choosePersonCard(view: View, lead: Lead, people: readonly Person[]): Card {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const lines = people.map(({ id: ownerId, name, email }): Element => {
    const assign = execute(w.assign, 'lead.assign', { leadId, version, ownerId }, { inputs: 'none' });
    const who = [said(name, { weight: 'Bolder' }), ...(email ? [said(email, { isSubtle: true })] : [])];
    return {
      type: 'ColumnSet',
      separator: true,
      columns: [
        { type: 'Column', width: 'stretch', items: who },
        { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [assign] }] },
      ],
    };
  });
  const body = [...headOf(view, lead), said(w.whoIsMeant), ...lines];
  return card(view, w.whoIsMeant, body, [execute(w.cancel, 'lead.show', { leadId }, { inputs: 'none' })]);
}

function headOf(view: View, lead: Lead): Element[] {
  const who = [fullName(lead), lead.companyName].filter(Boolean).join(', ');
  return [heading(words(view.locale).assignLead), said(who, { isSubtle: true })];
}
