import type { EmailMessage } from '../leads/email-message.ts';
import type { Matches } from '../leads/match.ts';
import { CONTACT_METHODS, INDUSTRIES, RATINGS, SOURCES } from '../leads/option-sets.ts';
import { DRAFT_FIELDS, type Provenance } from '../leads/provenance.ts';
import { words } from '../words/words.ts';
import type { Action, Card, Element } from './card.ts';
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
} from './elements.ts';
import { knownElements } from './lead-list-card.ts';
import { mailFilesElements } from './mail-files.ts';
import type { LeadFormValues } from './verbs.ts';
import type { View } from './view.ts';

type Form = {
  values: LeadFormValues;
  problem?: FormProblem | undefined;
} & (
  | {
      kind: 'new';
      requestId: string;
      provenance?: Provenance | undefined;
      notice?: string | undefined;
      /** The mail that is logged with the new lead. */
      mail?: EmailMessage | undefined;
      /** Where it comes from, when that is a message of a chat. */
      via?: 'message' | undefined;
      /** Which of its files were chosen, when the form is shown again. */
      files?: string | undefined;
      /** Whom we know of the mail's company. */
      known?: Matches;
    }
  | { kind: 'edit'; leadId: string; version: number }
);

const ADDRESS_FIELDS = ['website', 'street', 'postalCode', 'city', 'stateOrProvince', 'country'] as const;
const DETAIL_FIELDS = ['source', 'rating', 'industry', 'preferredContactMethod', 'productInterest', 'budgetAmount'];

/** The form of a lead, new or existing: Summary (contact and company) and Details, as Dynamics 365 divides them. */
export function leadFormCard(view: View, form: Form): Card {
  const w = words(view.locale);
  const { values: v } = form;
  const isNew = form.kind === 'new';
  const provenance: Provenance = (isNew && form.provenance) || {};
  const mail = isNew ? form.mail : undefined;
  const hint = (field: (typeof DRAFT_FIELDS)[number]) => {
    const source = provenance[field];
    return source && v[field] ? w.guessedFrom[whereFrom(source.from, mail)] : undefined;
  };
  const text = (
    id: keyof LeadFormValues & (typeof DRAFT_FIELDS)[number],
    max: number,
    style?: 'tel' | 'email' | 'url',
  ) => textInput(id, w.fields[id], v[id], { max, hint: hint(id), ...(style && { style }) });
  const required = (id: 'topic' | 'lastName', max: number) =>
    textInput(id, w.fields[id], v[id], { max, hint: hint(id), required: w.required });
  const guessed = DRAFT_FIELDS.some((field) => hint(field));

  const body: Element[] = [
    heading(isNew ? w.newLead : w.editLead),
    ...problemNotice(w, form.problem),
    ...(isNew && form.notice ? [notice(form.notice, 'warning')] : []),
    ...(isNew && form.known ? knownElements(view, form.known) : []),
    ...(guessed ? guessedElements(view, v, provenance, mail, isNew && form.via ? w.guessedInMessage : w.guessed) : []),
    subheading(w.summary),
    required('topic', 300),
    text('firstName', 50),
    required('lastName', 50),
    text('jobTitle', 100),
    text('companyName', 100),
    text('email', 100, 'email'),
    text('businessPhone', 50, 'tel'),
    text('mobilePhone', 50, 'tel'),
    textInput('description', w.fields.description, v.description, {
      max: 2000,
      lines: true,
      hint: hint('description'),
    }),
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.ToggleVisibility', title: w.address, targetElements: ['address'] },
        { type: 'Action.ToggleVisibility', title: w.details, targetElements: ['details'] },
      ],
    },
    // Folded away until there is something in them: most leads start without.
    group(
      'address',
      w.address,
      ADDRESS_FIELDS.some((id) => v[id]),
      [
        text('website', 200, 'url'),
        text('street', 250),
        text('postalCode', 20),
        text('city', 80),
        text('stateOrProvince', 50),
        text('country', 80),
      ],
    ),
    group('details', w.details, form.kind === 'edit' || isNamed(form.problem, DETAIL_FIELDS), [
      choiceInput(w, 'source', w.fields.source, SOURCES, v.source),
      choiceInput(w, 'rating', w.fields.rating, RATINGS, v.rating),
      choiceInput(w, 'industry', w.fields.industry, INDUSTRIES, v.industry),
      choiceInput(
        w,
        'preferredContactMethod',
        w.fields.preferredContactMethod,
        CONTACT_METHODS,
        v.preferredContactMethod,
      ),
      textInput('productInterest', w.fields.productInterest, v.productInterest, { max: 200 }),
      textInput('budgetAmount', w.fields.budgetAmount, v.budgetAmount, { max: 30 }),
    ]),
    ...(isNew && mail ? mailFilesElements(view, mail, form.files) : []),
  ];
  return card(view, isNew ? w.newLead : w.editLead, body, formButtons(view, form));
}

/** That values were guessed, and on demand for each of them where it stood and how sure the reading is. */
function guessedElements(
  view: View,
  values: LeadFormValues,
  provenance: Provenance,
  mail: EmailMessage | undefined,
  title: string,
): Element[] {
  const w = words(view.locale);
  const lines = DRAFT_FIELDS.flatMap((field) => {
    const source = provenance[field];
    if (!source || !values[field]) return [];
    const where = 'label' in source ? source.label : 'domain' in source ? source.domain : '';
    const line = 'line' in source ? ` ${w.line(source.line)}` : '';
    const from = `${w.guessedFrom[whereFrom(source.from, mail)]}${where && ` “${where}”`}${line}`;
    return [said(`${w.fields[field]}: ${from}, ${w.sure(Math.round(source.sure * 100))}`, { isSubtle: true })];
  });
  return [
    label(title),
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: w.whereFrom, targetElements: ['whereFrom'] }],
    },
    { type: 'Container', id: 'whereFrom', isVisible: false, items: lines },
  ];
}

/** The lead of a mail of ours is whom it goes to. */
function whereFrom<From extends string>(from: From, mail: EmailMessage | undefined): From | 'recipient' {
  return from === 'header' && mail?.direction === 'sent' ? 'recipient' : from;
}

function group(id: string, title: string, isVisible: boolean, items: Element[]): Element {
  return { type: 'Container', id, isVisible, items: [subheading(title), ...items] };
}

/** A field that has to be mended must not be folded away. */
function isNamed(problem: FormProblem | undefined, fields: readonly string[]): boolean {
  return Boolean(problem?.fields.some(({ field }) => fields.includes(field)));
}

function formButtons(view: View, form: Form): Action[] {
  const w = words(view.locale);
  const again = Boolean(form.problem?.candidates);
  if (form.kind === 'new') {
    const { requestId, mail, via } = form;
    const title = !mail ? w.create : mail.draft ? w.createAndLogWhenSent : w.createAndLog;
    const find = mail ? [execute(w.findLead, 'lead.list', { view: 'open' }, { inputs: 'none' })] : [];
    if (again)
      return [execute(w.createAnyway, 'lead.create', { requestId, via, duplicates: 'allow' }, { style: 'positive' })];
    return [execute(title, 'lead.create', { requestId, via }, { style: 'positive' }), ...find];
  }
  const { leadId, version } = form;
  return [
    again
      ? execute(w.saveAnyway, 'lead.update', { leadId, version, duplicates: 'allow' }, { style: 'positive' })
      : execute(w.save, 'lead.update', { leadId, version }, { style: 'positive' }),
    execute(w.cancel, 'lead.show', { leadId }, { inputs: 'none' }),
  ];
}
