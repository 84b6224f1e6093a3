import { fullName, type Lead } from '../leads/lead.ts';
import type { LeadView } from '../leads/lead-query.ts';
import { type Match, type Matches, MOST_COUNTED } from '../leads/match.ts';
import { words } from '../words/words.ts';
import type { Card, Element, Execute } from './card.ts';
import { card, execute, heading, run, said, textInput } from './elements.ts';
import type { View } from './view.ts';

type Intent = 'show' | 'qualify' | 'disqualify';

/** Leads of a view or a search, one line each with the button that goes on with it. */
export function leadListCard(
  view: View,
  leads: readonly Lead[],
  {
    list,
    q,
    next,
    intent = 'show',
  }: { list: LeadView; q?: string | undefined; next: string | null; intent?: Intent | undefined },
): Card {
  const w = words(view.locale);
  const title = w.leads[list];
  const body: Element[] = [
    heading(title),
    textInput('q', w.searchFor, q, { max: 500 }),
    { type: 'ActionSet', actions: [execute(w.searchFor, 'lead.list', { view: 'all', intent })] },
    ...(leads.length ? leads.map((lead) => leadLine(view, lead, intent)) : [said(q ? w.nothingFound : w.noLeads)]),
  ];
  const more = next
    ? [execute(w.nextPage, 'lead.list', { view: list, q, cursor: next, intent }, { inputs: 'none' })]
    : [];
  return card(view, title, body, [...more, execute(w.newLead, 'lead.new', {}, { inputs: 'none' })]);
}

/** Several leads match a mail: which one is it about? */
export function chooseLeadCard(view: View, matches: readonly Match[], requestNew: Execute): Card {
  const w = words(view.locale);
  const body = [
    heading(w.several),
    ...matches.slice(0, 8).map(({ lead, reason }) => leadLine(view, lead, 'show', w.matched[reason])),
  ];
  return card(view, w.several, body, [requestNew]);
}

/** Whom we know of a mail's company: customers by name, and its open leads with a button each. */
export function knownElements(view: View, { leads, customers, openLeads }: Matches): Element[] {
  const w = words(view.locale);
  if (!leads.length && !customers.length) return [];
  const count = openLeads >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(openLeads);
  const names = customers.map(({ kind, name, reason }) => `${w.record[kind]} ${name} (${w.known[reason]})`);
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        ...names.map((name) => said(name)),
        ...(openLeads ? [said(w.openLeadsOfCompany(count))] : []),
        ...leads.slice(0, MOST_KNOWN).map(({ lead }) => leadLine(view, lead, 'show')),
      ],
    },
  ];
}

const MOST_KNOWN = 3;

function leadLine(view: View, lead: Lead, intent: Intent, why?: string): Element {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const button = {
    show: () => execute(w.show, 'lead.show', { leadId }, { inputs: 'none' }),
    qualify: () => execute(w.qualify, 'lead.qualify', { leadId, version }, { inputs: 'none' }),
    disqualify: () => execute(w.disqualify, 'lead.disqualify', { leadId, version }, { inputs: 'none' }),
  }[intent]();
  const details = [lead.companyName, lead.topic].filter(Boolean).join(' – ');
  return {
    type: 'ColumnSet',
    separator: true,
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          {
            type: 'RichTextBlock',
            inlines: [run(fullName(lead), { weight: 'Bolder' }), run(`  ${w.status[lead.status]}`, { isSubtle: true })],
          },
          { type: 'RichTextBlock', spacing: 'None', inlines: [run(details)] },
          ...(why ? [said(why, { isSubtle: true })] : []),
        ],
      },
      { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [button] }] },
    ],
  };
}
