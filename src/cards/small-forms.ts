import type { Duplicate } from '../leads/duplicates.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import { STATUS_REASONS } from '../leads/lead-status.ts';
import { PURCHASE_PROCESSES, PURCHASE_TIMEFRAMES } from '../leads/option-sets.ts';
import { words } from '../words/words.ts';
import type { Action, Card, Element } from './card.ts';
import { currencyInput } from './currency-input.ts';
import {
  card,
  choiceInput,
  execute,
  type FormProblem,
  heading,
  label,
  notice,
  problemNotice,
  said,
  subheading,
  textInput,
  toggle,
} from './elements.ts';
import { typedAmount } from './typed-amount.ts';
import type { DataOf } from './verbs.ts';
import type { View } from './view.ts';

/** The Qualify stage: what to create, the currency, which must be chosen, and the stage's own fields. */
export function qualifyFormCard(
  view: View,
  lead: Lead,
  v: Partial<DataOf<'lead.qualify'>>,
  problem?: FormProblem,
): Card {
  const w = words(view.locale);
  const amount = (id: 'estimatedValue' | 'budgetAmount') =>
    textInput(id, w.fields[id], v[id] ?? typedAmount(view, lead[id], lead.currency), { max: 30 });
  const on = (value: string | undefined, otherwise: boolean) => (value === undefined ? otherwise : value === 'true');
  const body: Element[] = [
    ...formHead(view, w.qualifyLead, lead, problem),
    ...existingChoices(view, problem?.candidates),
    label(w.whatToCreate),
    toggle('createOpportunity', w.fields.opportunity, on(v.createOpportunity, true)),
    toggle('createAccount', w.fields.account, on(v.createAccount, Boolean(lead.companyName))),
    toggle('createContact', w.fields.contact, on(v.createContact, true)),
    currencyInput(view, v.currency ?? lead.currency),
    amount('estimatedValue'),
    dateInput('estimatedCloseDate', w.fields.estimatedCloseDate, v.estimatedCloseDate ?? lead.estimatedCloseDate),
    subheading(w.details),
    choiceInput(
      w,
      'purchaseTimeframe',
      w.fields.purchaseTimeframe,
      PURCHASE_TIMEFRAMES,
      v.purchaseTimeframe ?? lead.purchaseTimeframe,
    ),
    amount('budgetAmount'),
    choiceInput(
      w,
      'purchaseProcess',
      w.fields.purchaseProcess,
      PURCHASE_PROCESSES,
      v.purchaseProcess ?? lead.purchaseProcess,
    ),
    toggle('decisionMaker', w.fields.decisionMaker, on(v.decisionMaker, lead.decisionMaker ?? false)),
    textInput('description', w.fields.summary, v.description ?? lead.description, { max: 2000, lines: true }),
  ];
  const { id: leadId, version } = lead;
  const answered = problem?.candidates && { duplicates: 'allow' };
  return card(view, w.qualifyLead, body, [
    execute(w.qualify, 'lead.qualify', { leadId, version, ...answered }, { style: 'positive' }),
    cancel(view, leadId),
  ]);
}

export function disqualifyFormCard(
  view: View,
  lead: Lead,
  v: Partial<DataOf<'lead.disqualify'>>,
  problem?: FormProblem,
): Card {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const body = [
    ...formHead(view, w.disqualifyLead, lead, problem),
    choiceInput(w, 'reason', w.fields.reason, STATUS_REASONS.disqualified, v.reason, { required: w.required }),
    textInput('note', w.fields.note, v.note, { lines: true, max: 10_000 }),
  ];
  return card(view, w.disqualifyLead, body, [
    execute(w.disqualify, 'lead.disqualify', { leadId, version }, { style: 'destructive' }),
    cancel(view, leadId),
  ]);
}

export function noteFormCard(
  view: View,
  lead: Lead,
  v: Partial<DataOf<'note.add'>>,
  requestId: string,
  problem?: FormProblem,
): Card {
  const w = words(view.locale);
  const body = [
    ...formHead(view, w.addNote, lead, problem),
    textInput('text', w.fields.note, v.text, { lines: true, max: 10_000, required: w.required }),
  ];
  return card(view, w.addNote, body, [
    execute(w.save, 'note.add', { leadId: lead.id, requestId }, { style: 'positive' }),
    cancel(view, lead.id),
  ]);
}

export function callFormCard(
  view: View,
  lead: Lead,
  v: Partial<DataOf<'call.log'>>,
  requestId: string,
  problem?: FormProblem,
): Card {
  const w = words(view.locale);
  const body: Element[] = [
    ...formHead(view, w.logCall, lead, problem),
    choiceInput(w, 'direction', w.fields.direction, ['outgoing', 'incoming'], v.direction ?? 'outgoing'),
    textInput('durationMinutes', w.fields.durationMinutes, v.durationMinutes, { max: 4 }),
    textInput('text', w.fields.text, v.text, { lines: true, max: 10_000, required: w.required }),
  ];
  return card(view, w.logCall, body, [
    execute(w.save, 'call.log', { leadId: lead.id, requestId }, { style: 'positive' }),
    cancel(view, lead.id),
  ]);
}

/** Likely accounts and contacts to choose instead of making new ones; nothing chosen makes new ones. */
function existingChoices(view: View, candidates: readonly Duplicate[] = []): Element[] {
  const w = words(view.locale);
  return (['account', 'contact'] as const).flatMap((kind): Element[] => {
    const choices = candidates
      .filter((candidate) => candidate.kind === kind)
      .map(({ id, name, email }) => ({ title: [name, email].filter(Boolean).join(', '), value: id }));
    if (!choices.length) return [];
    const shared = { type: 'Input.ChoiceSet', style: 'compact' } as const;
    return [{ ...shared, id: `${kind}Id`, label: w.record[kind], placeholder: w.createNew, choices }];
  });
}

export function taskFormCard(
  view: View,
  lead: Lead,
  v: Partial<DataOf<'task.add'>>,
  requestId: string,
  problem?: FormProblem,
): Card {
  const w = words(view.locale);
  const body: Element[] = [
    ...formHead(view, w.addTask, lead, problem),
    textInput('text', w.fields.text, v.text, { lines: true, max: 10_000, required: w.required }),
    dateInput('dueAt', w.fields.dueAt, v.dueAt),
    choiceInput(w, 'priority', w.fields.priority, ['low', 'normal', 'high'], v.priority ?? 'normal'),
  ];
  return card(view, w.addTask, body, [
    execute(w.save, 'task.add', { leadId: lead.id, requestId }, { style: 'positive' }),
    cancel(view, lead.id),
  ]);
}

/** Asks before a lead goes, and says what goes with it. */
export function deleteFormCard(view: View, lead: Lead): Card {
  const w = words(view.locale);
  const { id: leadId, version } = lead;
  const body = [...formHead(view, w.deleteLead, lead), notice(w.deleteWarning, 'attention')];
  return card(view, w.deleteLead, body, [
    execute(w.delete, 'lead.delete', { leadId, version, confirmed: 'yes' }, { style: 'destructive' }),
    cancel(view, leadId),
  ]);
}

function formHead(view: View, title: string, lead: Lead, problem?: FormProblem): Element[] {
  const who = [fullName(lead), lead.companyName].filter(Boolean).join(', ');
  return [heading(title), said(who, { isSubtle: true }), ...problemNotice(words(view.locale), problem)];
}

function cancel(view: View, leadId: string): Action {
  return execute(words(view.locale).cancel, 'lead.show', { leadId }, { inputs: 'none' });
}

function dateInput(id: string, name: string, value: string | null | undefined): Element {
  return { type: 'Input.Date', id, label: name, ...(value && { value }) };
}
