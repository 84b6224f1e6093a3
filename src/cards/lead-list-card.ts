import type { EmailMessage } from '../leads/email-message.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import { type Match, type Matches, MOST_COUNTED } from '../leads/match.ts';
import { shorten } from '../leads/text.ts';
import { words } from '../words/words.ts';
import type { Card, Element, Execute } from './card.ts';
import { card, execute, heading, notice, run, said, textInput } from './elements.ts';
import { whyMatched } from './mail-beside.ts';
import { pageButtons } from './page-buttons.ts';
import type { DataOf } from './verbs.ts';
import type { View } from './view.ts';

type Shown = Pick<DataOf<'lead.list'>, 'view' | 'q' | 'cursor' | 'trail' | 'intent' | 'to' | 'owner'> & {
  next: string | null;
  /** Whose leads they are, where others read the card too. */
  ownerName?: string | undefined;
  notice?: string | undefined;
  /** Whether the reader may make a lead. */
  offersNew?: boolean;
};

/** Leads of a view or a search, one line each with the button that goes on with it. */
export function leadListCard(view: View, leads: readonly Lead[], shown: Shown): Card {
  const w = words(view.locale);
  const { view: list, q, intent = 'show', to, ownerName, offersNew = true } = shown;
  const title = w.leads[list];
  const body: Element[] = [
    heading(title),
    ...(ownerName ? [said(ownerName, { isSubtle: true })] : []),
    ...(shown.notice ? [notice(shown.notice, 'warning')] : []),
    textInput('q', w.searchFor, q, { max: 500 }),
    { type: 'ActionSet', actions: [execute(w.searchFor, 'lead.list', { view: 'all', intent, to })] },
    ...(leads.length
      ? leads.map((lead) => leadLine(view, lead, { intent, to, isOwnerTold: list !== 'my-open' }))
      : [said(q ? w.nothingFound : w.noLeads)]),
  ];
  const { cursor, trail, owner } = shown;
  const pages = pageButtons(w, 'lead.list', { ...shown, cursor, trail }, { view: list, q, intent, to, owner });
  // What was looked for in vain is what a new lead begins with.
  const draft = !leads.length && q ? { said: q } : {};
  const newLead = offersNew ? [execute(w.newLead, 'lead.new', draft, { inputs: 'none' })] : [];
  return card(view, title, body, [...pages, ...newLead]);
}

/** Several leads match a mail: which one is it about? */
export function chooseLeadCard(view: View, matches: readonly Match[], mail: EmailMessage, otherwise: Execute): Card {
  const w = words(view.locale);
  const why = ({ lead, reason }: Match) => whyMatched(view, lead, reason, mail);
  const body = [
    heading(w.several),
    ...matches.slice(0, 8).map((match) => leadLine(view, match.lead, { why: why(match) })),
  ];
  return card(view, w.several, body, [otherwise]);
}

/** No lead matches a mail, for a reader who may not make one: whom we know of the company, and the search. */
export function noLeadCard(view: View, known: Matches): Card {
  const w = words(view.locale);
  const body = [heading(w.noLeadForMail), said(w.noLeadForMailText), ...knownElements(view, known)];
  return card(view, w.noLeadForMail, body, [execute(w.findLead, 'lead.list', {})]);
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
        ...leads.slice(0, MOST_KNOWN).map(({ lead }) => leadLine(view, lead)),
      ],
    },
  ];
}

const MOST_KNOWN = 3;

type Line = { intent?: Shown['intent']; to?: string | undefined; isOwnerTold?: boolean; why?: string };

/** A lead on a line, with the button that goes on with it. */
export function leadLine(view: View, lead: Lead, { intent = 'show', to, isOwnerTold, why }: Line = {}): Element {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const alone = { inputs: 'none' } as const;
  const button = {
    show: () => execute(w.show, 'lead.show', { leadId }, alone),
    qualify: () => execute(w.qualify, 'lead.qualify', { leadId, version }, alone),
    disqualify: () => execute(w.disqualify, 'lead.disqualify', { leadId, version }, alone),
    assign: () => execute(w.assign, 'lead.assign', { leadId, version, to }, alone),
  }[intent]();
  const details = [lead.companyName, lead.topic].filter(Boolean).join(' – ');
  const state = [w.status[lead.status], ...(isOwnerTold ? [lead.ownerName ?? w.unassigned] : [])].join(' · ');
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
            inlines: [run(fullName(lead), { weight: 'Bolder' }), run(`  ${state}`, { isSubtle: true })],
          },
          { type: 'RichTextBlock', spacing: 'None', inlines: [run(shorten(details, 160))] },
          ...(why ? [said(why, { isSubtle: true })] : []),
        ],
      },
      { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [button] }] },
    ],
  };
}
