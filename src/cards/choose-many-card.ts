import { fullName, type Lead } from '../leads/lead.ts';
import { shorten } from '../leads/text.ts';
import { words } from '../words/words.ts';
import type { Card, Element } from './card.ts';
import { currencyInput } from './currency-input.ts';
import { card, execute, type FormProblem, heading, label, problemNotice, said, toggle } from './elements.ts';
import { pageButtons } from './page-buttons.ts';
import type { DataOf } from './verbs.ts';
import type { View } from './view.ts';

/** Whose open leads are offered. */
export type ManyScope = NonNullable<DataOf<'leads.qualify'>['of']>;

type Shown = Omit<DataOf<'leads.qualify'>, 'of'> & {
  of: ManyScope;
  /** Whose leads may be chosen. */
  scopes: readonly ManyScope[];
  /** Whose leads they are, where they are not the reader's alone. */
  ownerName?: string | undefined;
  next: string | null;
  problem?: FormProblem | undefined;
};

/** Open leads with check boxes, the currency of those that have none, and what is to be made of each. */
export function chooseManyCard(view: View, leads: readonly Lead[], shown: Shown): Card {
  const w = words(view.locale);
  const { of, owner, ownerName, q, cursor, trail, problem } = shown;
  const place = { of, owner, q, cursor, trail };
  const others = shown.scopes.filter((scope) => scope !== of);
  const scopeButtons = others.map((scope) =>
    execute(w.leads[scope], 'leads.qualify', { of: scope, look: 'true' }, { inputs: 'none' }),
  );
  const on = (value: string | undefined) => value !== 'false';
  const form: Element[] = [
    {
      type: 'Input.ChoiceSet',
      id: 'leadIds',
      label: w.leads[of],
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      isRequired: true,
      errorMessage: w.chooseLeads,
      value: shown.leadIds ?? '',
      choices: leads.map((lead) => ({ title: describe(lead), value: `${lead.id}@${lead.version}` })),
    },
    currencyInput(view, shown.currency),
    label(w.currencyOfOthers),
    label(w.whatToCreate),
    toggle('createOpportunity', w.fields.opportunity, on(shown.createOpportunity)),
    toggle('createAccount', w.accountOfCompany, on(shown.createAccount)),
    toggle('createContact', w.fields.contact, on(shown.createContact)),
  ];
  const body: Element[] = [
    heading(w.qualifyMany),
    ...(ownerName ? [said(ownerName, { isSubtle: true })] : []),
    ...problemNotice(w, problem),
    { type: 'ActionSet', actions: scopeButtons },
    ...(q ? [said(shorten(q, 100), { isSubtle: true })] : []),
    ...(leads.length ? form : [said(q ? w.nothingFound : w.noLeads)]),
  ];
  const qualify = leads.length ? [execute(w.qualify, 'leads.qualify', place, { style: 'positive' })] : [];
  const pages = pageButtons(w, 'leads.qualify', { cursor, trail, next: shown.next }, { of, owner, q, look: 'true' });
  return card(view, w.qualifyMany, body, [...qualify, ...pages]);
}

function describe(lead: Lead): string {
  return shorten([fullName(lead), lead.companyName, lead.topic].filter(Boolean).join(' – '), 140);
}
