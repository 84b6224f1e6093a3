import type { Duplicate } from '../leads/duplicates.ts';
import { fullName, type Lead } from '../leads/lead.ts';
import type { LeadError } from '../leads/lead-error.ts';
import { shorten } from '../leads/text.ts';
import type { Words } from '../words/en.ts';
import { words } from '../words/words.ts';
import type { Action, Card, Choice, Element, TextRun } from './card.ts';
import { card, execute, heading, run, said } from './elements.ts';
import { settledText } from './settled-text.ts';
import { ANSWER_INPUTS, type DataOf } from './verbs.ts';
import type { View } from './view.ts';

/** What became of one of many leads that were to be qualified; `lead` as it stands now, where it exists. */
export type ManyOutcome = { leadId: string } & (
  | { kind: 'qualified'; lead: Lead }
  | { kind: 'asked'; lead: Lead; candidates: readonly Duplicate[] }
  | { kind: 'skipped'; lead: Lead | undefined }
  | { kind: 'refused'; lead: Lead | undefined; error: LeadError }
);

type Shown = Pick<DataOf<'leads.qualify'>, 'currency' | 'createAccount' | 'createContact' | 'createOpportunity'>;

const MOST_LINKS = 3;

/** One result per lead; where an account or contact is likely there already, the question what to do about it. */
export function manyResultsCard(view: View, outcomes: readonly ManyOutcome[], shown: Shown): Card {
  const w = words(view.locale);
  const asked = outcomes.flatMap((outcome) => (outcome.kind === 'asked' ? [outcome] : []));
  const settled = outcomes.filter(({ kind }) => kind !== 'asked');
  const qualified = settled.filter(({ kind, lead }) => kind === 'qualified' && lead?.status === 'qualified').length;
  const body: Element[] = [
    heading(w.qualifyMany),
    said(w.manyQualified(qualified, outcomes.length), { isSubtle: true }),
    ...(asked.length ? [said(w.problem['duplicate-customer'], { weight: 'Bolder' })] : []),
    ...asked.flatMap(({ lead, candidates }, nth) => question(w, lead, candidates, nth)),
    ...settled.map((outcome) => line(w, outcome.lead, resultOf(w, outcome))),
  ];
  const { currency, createAccount, createContact, createOpportunity } = shown;
  const goOn: Action[] = asked.length
    ? [
        execute(
          w.goOn,
          'leads.qualify',
          {
            asked: asked.map(({ lead }) => `${lead.id}@${lead.version}`).join(' '),
            done: settledText(settled) || undefined,
            ...{ currency, createAccount, createContact, createOpportunity },
          },
          { style: 'positive' },
        ),
      ]
    : [];
  const others = execute(w.qualifyOthers, 'leads.qualify', {}, { inputs: 'none' });
  return card(view, w.qualifyMany, body, [...goOn, others]);
}

function line(w: Words, lead: Lead | undefined, result: TextRun): Element {
  const name = lead ? nameOf(lead) : w.record.lead;
  const text: Element = {
    type: 'RichTextBlock',
    separator: true,
    inlines: [run(name, { weight: 'Bolder' }), run('  '), result],
  };
  if (!lead) return text;
  const show = execute(w.show, 'lead.show', { leadId: lead.id }, { inputs: 'none' });
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items: [text] },
      { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [show] }] },
    ],
  };
}

function resultOf(w: Words, outcome: ManyOutcome): TextRun {
  // What was qualified before may have been reactivated since.
  if (outcome.kind === 'qualified') return run(w.status[outcome.lead.status], { color: colorOf(outcome.lead) });
  if (outcome.kind !== 'refused') return run(w.skipped, { isSubtle: true });
  const { error, lead } = outcome;
  const fields = error.fields.map((field) =>
    w.fieldProblem(
      w.fields[field.field as keyof Words['fields']] ?? w.fields[RECORD[field.field] ?? 'opportunity'],
      w.rule(field),
    ),
  );
  const who = error.code === 'lead-changed' && lead ? ` ${w.changedByWhom(lead.modifiedBy.name)}` : '';
  const why = fields.length ? fields.join(' ') : `${w.problem[error.code]}${who}`;
  return run(shorten(why, 200), { color: 'Attention' });
}

/** What the inputs of the Qualify stage are about. */
const RECORD: Record<string, 'account' | 'contact' | 'opportunity'> = {
  createAccount: 'account',
  createContact: 'contact',
  createOpportunity: 'opportunity',
};

/** Link what is there, make new ones all the same, or leave the lead as it is. */
function question(w: Words, lead: Lead, candidates: readonly Duplicate[], nth: number): Element[] {
  const input = ANSWER_INPUTS[nth];
  if (!input) return [];
  const [account] = candidates.filter(({ kind }) => kind === 'account');
  const [contact] = candidates.filter(({ kind }) => kind === 'contact');
  const links = [...(account && contact ? [[account, contact]] : []), ...candidates.map((candidate) => [candidate])];
  const choices: Choice[] = [
    ...links.slice(0, MOST_LINKS).map((records) => ({
      title: w.useRecords(records.map((record) => describe(w, record)).join(', ')),
      value: linkTo(records),
    })),
    { title: w.createAnyway, value: 'allow' },
    { title: w.skip, value: 'skip' },
  ];
  const answer: Element = {
    type: 'Input.ChoiceSet',
    style: 'compact',
    id: input,
    label: `${w.record.lead} ${nth + 1}`,
    placeholder: w.choose,
    isRequired: true,
    errorMessage: w.required,
    choices,
  };
  return [{ type: 'Container', separator: true, items: [said(nameOf(lead), { weight: 'Bolder' }), answer] }];
}

function describe(w: Words, { kind, name, reasons }: Duplicate): string {
  return `${w.record[kind]} ${shorten(name, 40)} (${reasons
    .slice(0, 2)
    .map((reason) => w.duplicate[reason])
    .join(', ')})`;
}

function linkTo(records: readonly Duplicate[]): string {
  const idOf = (kind: Duplicate['kind']) => records.find((record) => record.kind === kind)?.id ?? '';
  return `link:${idOf('account')}:${idOf('contact')}`;
}

function nameOf(lead: Lead): string {
  return shorten([fullName(lead), lead.companyName].filter(Boolean).join(' – '), 80);
}

function colorOf({ status }: Lead): 'Good' | 'Default' {
  return status === 'qualified' ? 'Good' : 'Default';
}
