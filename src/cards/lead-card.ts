import { fullName, type Lead } from '../leads/lead.ts';
import { may, type Permission } from '../leads/permissions.ts';
import type { Actor } from '../leads/person.ts';
import type { Account, Contact, Opportunity } from '../leads/records.ts';
import type { TimelineItem } from '../leads/timeline.ts';
import { optionLabel, words } from '../words/words.ts';
import type { Action, ActionSet, Card, Element, Execute } from './card.ts';
import { card, dialog, execute, facts, notice, said, subheading } from './elements.ts';
import { logButton, type MailBeside, mailElements, matchElements } from './mail-beside.ts';
import { showMoney, showTime } from './show-values.ts';
import { timelineElements } from './timeline-elements.ts';
import type { View } from './view.ts';

/** The element that says what was just done. A card with it is as current as the same card without. */
export const JUST_DONE = 'just-done';
/** The element that says why the card is not what was asked for: nor is that card any older than the same without. */
export const WHY_NOT = 'why-not';

/** What a lead's card shows beside the lead itself. */
export type LeadCardParts = {
  timeline: readonly TimelineItem[];
  account?: Account | undefined;
  contact?: Contact | undefined;
  opportunity?: Opportunity | undefined;
  /** Why the card is not what was asked for, e.g. that somebody else changed the lead first. */
  notice?: string | undefined;
  /** Why the card stands here, where nobody asked for it. */
  told?: string | undefined;
  /** What was just done: it stands there until the card changes. */
  done?: string | undefined;
  /** The mail open beside the card, when there is one. */
  mail?: MailBeside | undefined;
};

/** A lead with its last timeline entries and the buttons that fit its status and whoever reads it. */
export function leadCard(lead: Lead, actor: Actor, view: View, parts: LeadCardParts): Card {
  const w = words(view.locale);
  const name = fullName(lead);
  const statusColor = { open: 'Accent', qualified: 'Good', disqualified: 'Attention' } as const;
  const work = [lead.jobTitle, lead.companyName].filter(Boolean).join(', ');
  const status = w.status[lead.status];
  const reason = lead.status === 'disqualified' ? optionLabel(w, lead.statusReason) : null;

  const body: Element[] = [
    ...(parts.notice ? [{ ...notice(parts.notice, 'warning'), id: WHY_NOT }] : []),
    ...(parts.told ? [notice(parts.told)] : []),
    ...(parts.done ? [{ ...notice(parts.done, 'good'), id: JUST_DONE }] : []),
    ...matchElements(lead, view, parts.mail),
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', items: [said(name, { size: 'Large', weight: 'Bolder' })] },
        { type: 'Column', width: 'auto', items: [said(status, { color: statusColor[lead.status], weight: 'Bolder' })] },
      ],
    },
    ...(work ? [said(work, { isSubtle: true })] : []),
    said(lead.topic, { weight: 'Bolder' }),
    ...facts([
      [w.fields.reason, reason],
      [w.fields.email, lead.email],
      [w.fields.businessPhone, lead.businessPhone],
      [w.fields.mobilePhone, lead.mobilePhone],
      [w.fields.website, lead.website],
      [w.fields.country, [lead.address.city, lead.address.country].filter(Boolean).join(', ')],
      [w.fields.source, lead.source && optionLabel(w, lead.source)],
      [w.fields.rating, lead.rating && optionLabel(w, lead.rating)],
      [w.fields.industry, lead.industry && optionLabel(w, lead.industry)],
      [w.fields.budgetAmount, showMoney(view, lead.budgetAmount, lead.currency)],
      [w.fields.owner, lead.ownerName ?? w.unassigned],
      [w.fields.created, `${showTime(view, lead.createdAt)}, ${lead.createdBy.name}`],
    ]),
    ...(lead.description ? [said(firstLines(lead.description))] : []),
    ...recordElements(view, parts),
    ...timelineSection(lead, actor, view, parts),
    ...mailElements(view, parts.mail),
  ];
  const line = `${name}: ${lead.topic} (${status})`;
  // A toast shows nothing else.
  const spoken = parts.told ? `${parts.told.replace(/[.。]$/, '')} – ${line}` : line;
  return card(view, spoken, body, leadButtons(lead, actor, view, parts));
}

/** The tab shows the whole timeline beside the card. */
function timelineSection(lead: Lead, actor: Actor, view: View, { timeline }: LeadCardParts): Element[] {
  if (view.host === 'tab') return [];
  const mayComplete = may(readerOf(lead, actor, view), 'annotate', lead);
  return [subheading(words(view.locale).timeline), ...timelineElements(view, timeline, mayComplete)];
}

// The renderer draws five buttons and drops the rest without a word.
const MOST_BUTTONS = 5;
const BUTTONS_IN_A_ROW = 3;

/** On a card several people see, the buttons are the owner's, a salesperson's; the server still refuses whoever may not. */
function readerOf(lead: Lead, actor: Actor, view: View): Pick<Actor, 'id' | 'role'> {
  return view.audience === 'one' ? actor : { id: lead.ownerId ?? '', role: 'salesperson' };
}

function leadButtons(lead: Lead, actor: Actor, view: View, parts: LeadCardParts): Action[] {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const reader = readerOf(lead, actor, view);
  const can = (permission: Permission, button: Execute) => (may(reader, permission, lead) ? [button] : []);
  // What the tab has of its own beside the card.
  const elsewhere = (...buttons: Execute[]) => (view.host === 'tab' ? [] : buttons);
  // The files to choose from are for logging the mail alone.
  const alone = { inputs: 'none' } as const;
  const log = logButton(lead.id, view, parts.mail);
  const buttons = [
    ...(log ? can('annotate', log) : []),
    ...(lead.status === 'open'
      ? [
          ...can(
            'change',
            execute(
              w.qualify,
              'lead.qualify',
              { leadId, version },
              log?.style ? alone : { ...alone, style: 'positive' },
            ),
          ),
          ...can('change', execute(w.disqualify, 'lead.disqualify', { leadId, version }, alone)),
        ]
      : can('change', execute(w.reactivate, 'lead.reactivate', { leadId, version }, alone))),
    ...elsewhere(...can('annotate', execute(w.addNote, 'note.add', { leadId }, alone))),
    ...(lead.status === 'open' ? can('change', execute(w.edit, 'lead.edit', { leadId }, alone)) : []),
  ];
  const more = [
    ...buttons.splice(MOST_BUTTONS - 1),
    ...elsewhere(...can('annotate', execute(w.logCall, 'call.log', { leadId }, alone))),
    ...elsewhere(...can('annotate', execute(w.addTask, 'task.add', { leadId }, alone))),
    ...can('assign', execute(w.assign, 'lead.assign', { leadId, version }, alone)),
    ...elsewhere(...can('audit', execute(w.history, 'lead.history', { leadId }, alone))),
    ...can('delete', execute(w.delete, 'lead.delete', { leadId, version }, alone)),
  ];
  const around = aroundTheChat(lead, view, may(reader, 'change', lead));
  const rows = [...inRows(more), ...inRows(around)];
  const behind = { type: 'AdaptiveCard' as const, body: rows };
  return rows.length ? [...buttons, { type: 'Action.ShowCard', title: w.more, card: behind }] : buttons;
}

/** What takes more room than the card has: the long form as a dialog, and the lead in the tab. */
function aroundTheChat({ id: leadId, status }: Lead, { teams, locale }: View, mayChange: boolean): Action[] {
  if (!teams) return [];
  const w = words(locale);
  const edits = teams.opensDialogs && mayChange && status === 'open';
  return [
    ...(edits ? [dialog(w.editInDialog, 'lead.edit', { leadId })] : []),
    { type: 'Action.OpenUrl', title: w.openInTab, url: teams.leadUrl(leadId) },
  ];
}

function inRows(buttons: readonly Action[]): ActionSet[] {
  const rows: ActionSet[] = [];
  for (let next = 0; next < buttons.length; next += BUTTONS_IN_A_ROW) {
    rows.push({ type: 'ActionSet', spacing: 'Small', actions: buttons.slice(next, next + BUTTONS_IN_A_ROW) });
  }
  return rows;
}

function recordElements(view: View, { account, contact, opportunity }: LeadCardParts): Element[] {
  const w = words(view.locale);
  if (!account && !contact && !opportunity) return [];
  const value = opportunity && showMoney(view, opportunity.estimatedValue, opportunity.currency);
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: facts([
        [w.fields.opportunity, opportunity && [opportunity.name, value ?? opportunity.currency].join(', ')],
        [w.fields.account, account?.name],
        [w.fields.contact, contact?.fullName],
      ]),
    },
  ];
}

function firstLines(text: string): string {
  const lines = text.split('\n').slice(0, 4).join('\n');
  return lines.length < text.length || lines.length > 280 ? `${lines.slice(0, 280).trimEnd()}…` : lines;
}
