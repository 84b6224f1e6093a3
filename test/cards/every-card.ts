import { assignFormCard, choosePersonCard } from '../../src/cards/assign-cards.ts';
import type { Card } from '../../src/cards/card.ts';
import { chooseManyCard } from '../../src/cards/choose-many-card.ts';
import { doneCard } from '../../src/cards/done-card.ts';
import { execute } from '../../src/cards/elements.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { historyCard } from '../../src/cards/history-card.ts';
import { leadCard } from '../../src/cards/lead-card.ts';
import { leadFormCard } from '../../src/cards/lead-form-card.ts';
import { leadInTeams } from '../../src/cards/lead-link.ts';
import { chooseLeadCard, leadListCard, noLeadCard } from '../../src/cards/lead-list-card.ts';
import { manyResultsCard } from '../../src/cards/many-results-card.ts';
import { chooseFiltersCard, notifyCard } from '../../src/cards/notify-card.ts';
import { awayCard, problemCard } from '../../src/cards/problem-card.ts';
import { refreshFor } from '../../src/cards/refresh.ts';
import {
  callFormCard,
  deleteFormCard,
  disqualifyFormCard,
  noteFormCard,
  qualifyFormCard,
} from '../../src/cards/small-forms.ts';
import type { View } from '../../src/cards/view.ts';
import { auditLead } from '../../src/leads/audit.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { LeadError } from '../../src/leads/lead-error.ts';
import { ROLES } from '../../src/leads/person.ts';
import { qualify } from '../../src/leads/qualification.ts';
import { words } from '../../src/words/words.ts';
import { actor } from '../temporary-desk.ts';
import {
  AT,
  by,
  ID,
  likely,
  manyAsked,
  type Said,
  sampleLead,
  sampleMail,
  sampleTask,
  sampleTimeline,
  sixtyMembers,
} from './samples.ts';

/** Every card there is, in every status and for every role, on the hosts that draw it differently. */
export function everyCard(said: Said = (plain) => plain, locale = 'en-US'): Record<string, Card> {
  const open = sampleLead(said);
  let nextId = 1;
  const qualified = qualify(
    open,
    { createAccount: true, createContact: true, createOpportunity: true, currency: 'EUR', duplicates: 'ask' },
    { by, at: AT, newId: () => `01990000-0000-7000-8000-10000000000${nextId++}`, existing: {} },
  );
  const disqualified: Lead = { ...open, version: 2, status: 'disqualified', statusReason: 'no-longer-interested' };
  const timeline = sampleTimeline(said);
  const teams: View = { host: 'teams', audience: 'one', locale, timeZone: 'America/Los_Angeles' };
  const channel: View = { ...teams, audience: 'many' };
  const inTeams = {
    opensDialogs: true,
    leadUrl: (leadId: string) => leadInTeams('https://leads.contoso.example', leadId),
  };
  const outlook: View = { ...teams, host: 'outlook' };
  const problem = { title: 'Some of this cannot be used.', fields: [{ field: 'lastName', rule: 'required' as const }] };
  const asked = { title: words(locale).problem['duplicate-customer'], fields: [] };
  const customers = [...likely('account', said), ...likely('contact', said)];
  const values = { topic: open.topic, lastName: open.lastName, description: open.description ?? '' };
  const provenance = {
    lastName: { from: 'signature' as const, line: 1, sure: 0.95 },
    topic: { from: 'subject' as const, sure: 1 },
  };

  const mail = sampleMail(said);
  const draft = { ...mail, draft: { always: true } };

  const cards: Record<string, Card> = {
    help: helpCard(actor('alex'), teams),
    'help-in-channel': helpCard(actor('alex'), channel),
    'help-asked': helpCard(actor('alex'), teams, { asked: said('what?', 2000), found: [] }),
    'help-found': helpCard(actor('alex'), teams, { asked: said('Jane', 60), found: [open, open, open] }),
    'new-lead': leadFormCard(teams, { kind: 'new', requestId: ID, values: {} }),
    'new-lead-from-mail': leadFormCard(outlook, { kind: 'new', requestId: ID, values, provenance, mail }),
    'new-lead-from-draft': leadFormCard(outlook, { kind: 'new', requestId: ID, values, mail: draft }),
    'new-lead-of-known-company': leadFormCard(outlook, {
      ...{ kind: 'new', requestId: ID, values, provenance, mail },
      known: {
        leads: [{ lead: open, reason: 'same-domain' }],
        customers: [{ kind: 'account', id: ID, name: said('Contoso', 100), reason: 'same-domain' }],
        openLeads: 1,
      },
    }),
    'new-lead-refused': leadFormCard(teams, { kind: 'new', requestId: ID, values, problem }),
    'new-lead-known': leadFormCard(teams, {
      ...{ kind: 'new', requestId: ID, values },
      problem: { ...asked, candidates: [...likely('lead', said).slice(0, 3), ...likely('contact', said).slice(0, 2)] },
    }),
    'edit-lead': leadFormCard(teams, { kind: 'edit', leadId: ID, version: 1, values }),
    qualify: qualifyFormCard(teams, open, {}),
    'qualify-refused': qualifyFormCard(teams, open, { createAccount: 'true' }, problem),
    'qualify-known-customer': qualifyFormCard(teams, open, {}, { ...asked, candidates: customers }),
    disqualify: disqualifyFormCard(teams, open, {}),
    'add-note': noteFormCard(teams, open, {}, ID),
    'log-call': callFormCard(teams, open, {}, ID),
    assign: assignFormCard(teams, open, Array(50).fill({ id: ID, name: said('Megan Bowen', 100) })),
    'assign-in-outlook': assignFormCard(outlook, open, [by], { unknown: said('Meghan', 2000) }),
    'which-colleague': choosePersonCard(
      teams,
      open,
      Array(6).fill({ ...actor('megan'), name: said('Megan Bowen', 100) }),
    ),
    'qualify-several': chooseManyCard(teams, Array<Lead>(10).fill(open), {
      ...{ of: 'open', scopes: ['open', 'my-open', 'unassigned'], q: said('Contoso', 500) },
      ...{ cursor: 'second', trail: '-', next: 'third' },
    }),
    'qualify-several-none': chooseManyCard(teams, [], { of: 'my-open', scopes: ['my-open', 'unassigned'], next: null }),
    'qualify-several-asked': manyResultsCard(teams, manyAsked(open, said), { currency: 'EUR' }),
    'qualify-several-done': manyResultsCard(
      teams,
      [
        { kind: 'qualified', leadId: ID, lead: qualified.lead },
        { kind: 'refused', leadId: ID, lead: qualified.lead, error: new LeadError('lead-changed') },
        {
          ...{ kind: 'refused', leadId: ID, lead: open },
          error: new LeadError('invalid-input', [{ field: 'createOpportunity', rule: 'needs-customer' }]),
        },
        { kind: 'refused', leadId: ID, lead: undefined, error: new LeadError('lead-not-found') },
        { kind: 'skipped', leadId: ID, lead: open },
        ...Array(5).fill({ kind: 'qualified', leadId: ID, lead: qualified.lead }),
      ],
      { currency: 'EUR' },
    ),
    'delete-lead': deleteFormCard(teams, open),
    leads: leadListCard(teams, Array<Lead>(8).fill(open), { view: 'my-open', next: 'more', q: said('Contoso', 500) }),
    'leads-empty': leadListCard(teams, [], { view: 'open', next: null }),
    'no-lead': noLeadCard(teams, { leads: [], customers: [], openLeads: 0 }),
    'which-lead': chooseLeadCard(
      outlook,
      Array(8).fill({ lead: open, reason: 'same-address' }),
      mail,
      execute(words(locale).noneOfThese, 'lead.new', {}),
    ),
    away: awayCard(teams, 'The leads cannot be reached just now.', 'note.add', {
      leadId: ID,
      text: said('Hello', 10_000),
    }),
    problem: problemCard(teams, 'This lead does not exist any more.'),
    history: historyCard(
      teams,
      open,
      [
        auditLead(actor('alex'), 'update', AT, {
          before: sampleLead((plain, max) => said(`${plain}s`, max)),
          after: open,
        }),
        ...Array(5).fill(auditLead(actor('alex'), 'create', AT, { after: open })),
      ],
      'more',
    ),
    done: doneCard(teams, 'The lead was deleted.'),
    'notify-here': notifyCard(teams, { rating: 'hot', source: 'web', ownerName: said('Megan Bowen', 100) }),
    'notify-here-of-all': notifyCard(teams, {}),
    'notify-here-asked': chooseFiltersCard(
      channel,
      { rating: 'cold', ownerName: said('Megan Bowen', 100) },
      said('Nobody', 200),
    ),
    'lead-told-assigned': leadCard(open, actor('alex'), teams, {
      timeline,
      told: words(locale).posted.assigned(said('Megan Bowen', 100)),
    }),
    'lead-told-new': leadCard(open, actor('adele'), channel, { timeline, told: words(locale).posted['new-lead'] }),
    'lead-told-task-due': leadCard(open, actor('alex'), teams, {
      timeline: [sampleTask(said), ...timeline],
      told: words(locale).posted['task-due'],
    }),
    'lead-for-sixty-members': refreshFor(leadCard(open, actor('adele'), channel, { timeline }), ID, sixtyMembers()),
    'lead-in-teams': leadCard(open, actor('alex'), { ...teams, teams: inTeams }, { timeline }),
    'lead-just-assigned': leadCard(open, actor('alex'), teams, {
      timeline,
      done: words(locale).assignedTo(said('Megan Bowen', 100)),
    }),
    'lead-changed': leadCard(open, actor('alex'), teams, { timeline, notice: 'Changed by Megan Bowen.' }),
    'lead-of-mail': leadCard(open, actor('alex'), outlook, {
      timeline,
      mail: { match: 'same-address', message: mail },
    }),
    'lead-of-conversation': leadCard(open, actor('alex'), outlook, {
      timeline,
      mail: { match: 'same-thread', message: mail },
    }),
    'lead-of-draft': leadCard(open, actor('alex'), outlook, {
      timeline,
      mail: { match: 'same-thread', message: draft },
    }),
    'lead-of-logged-mail': leadCard(open, actor('alex'), outlook, {
      timeline,
      mail: { logged: timeline[1], message: mail },
    }),
  };
  for (const [status, lead, records] of [
    ['open', open, {}],
    ['qualified', qualified.lead, qualified],
    ['disqualified', disqualified, {}],
  ] as const) {
    for (const role of ROLES)
      cards[`lead-${status}-${role}`] = leadCard(lead, { ...actor('alex'), role }, teams, { timeline, ...records });
    cards[`lead-${status}-in-channel`] = leadCard(lead, actor('adele'), channel, { timeline, ...records });
  }
  return cards;
}
