import type { Duplicate } from '../leads/duplicates.ts';
import type { FieldProblem } from '../leads/lead-error.ts';
import { shorten } from '../leads/text.ts';
import type { Words } from '../words/en.ts';
import { optionLabel } from '../words/words.ts';
import type {
  Action,
  Card,
  Choice,
  Column,
  Container,
  Element,
  Execute,
  Input,
  RichTextBlock,
  Submit,
  TextBlock,
  TextRun,
} from './card.ts';
import { localeOf } from './show-values.ts';
import type { ButtonData, Verb } from './verbs.ts';
import type { View } from './view.ts';

/** Why a form is shown again, and which of its fields have to be mended. */
export type FormProblem = { title: string; fields: readonly FieldProblem[]; candidates?: readonly Duplicate[] };

export function card(view: View, fallbackText: string, body: Element[], actions: Action[] = []): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    // The renderer takes the language alone ('en'), not the region.
    lang: localeOf(view).slice(0, 2),
    fallbackText,
    body,
    ...(actions.length && { actions }),
  };
}

/** Our own words only: a TextBlock reads Markdown. */
export function heading(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, style: 'heading', size: 'Medium', weight: 'Bolder' };
}

export function subheading(text: string): TextBlock {
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    style: 'heading',
    weight: 'Bolder',
    separator: true,
    spacing: 'Medium',
  };
}

export function label(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, isSubtle: true };
}

/** Text from people: shown to the letter on every host. */
export function said(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines: [run(text, look)] };
}

export function run(text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun {
  return { type: 'TextRun', text, ...look };
}

/** Label and value in two columns, values to the letter; what is empty is left out. */
export function facts(entries: readonly (readonly [string, string | null | undefined])[]): Element[] {
  const column = (width: string, item: Element): Column => ({ type: 'Column', width, items: [item] });
  return entries.flatMap(([name, value]) =>
    value
      ? [
          {
            type: 'ColumnSet' as const,
            spacing: 'Small' as const,
            columns: [column('110px', said(name, { isSubtle: true })), column('stretch', said(value))],
          },
        ]
      : [],
  );
}

export function notice(text: string, style: Container['style'] = 'accent'): Container {
  return { type: 'Container', style, items: [said(text)] };
}

/** What stands above a form that was refused: the reason, then each field with the way out. */
export function problemNotice(w: Words, problem: FormProblem | undefined): Element[] {
  if (!problem) return [];
  const fields = problem.fields.map((field) => {
    const name = field.field.split('.').at(-1) ?? field.field;
    return said(w.fieldProblem(w.fields[name as keyof Words['fields']] ?? name, w.rule(field)), { color: 'Attention' });
  });
  const candidates = (problem.candidates ?? []).map((candidate) => candidateLine(w, candidate));
  return [
    {
      type: 'Container',
      style: 'attention',
      items: [said(problem.title, { weight: 'Bolder' }), ...fields, ...candidates],
    },
  ];
}

const LONGEST_WHO = 90;

/** A likely duplicate with every reason; a lead can be opened from here. */
function candidateLine(w: Words, { kind, id, name, companyName, email, reasons }: Duplicate): Element {
  const all = [name, kind === 'account' ? null : companyName, email].filter(Boolean).join(', ');
  // Ten of them beside a whole form are as much as Teams takes.
  const who = shorten(all, LONGEST_WHO);
  const why = reasons.map((reason) => w.duplicate[reason]).join(', ');
  const items = [said(`${w.record[kind]}: ${who}`), said(why, { isSubtle: true })];
  if (kind !== 'lead') return { type: 'Container', spacing: 'Small', items };
  const show = execute(w.show, 'lead.show', { leadId: id }, { inputs: 'none' });
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items },
      { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [show] }] },
    ],
  };
}

/** A button. Hosts without Action.Execute send the same as a message. */
export function execute<V extends Verb>(
  title: string,
  verb: V,
  data: Partial<ButtonData<V>>,
  options: { style?: 'positive' | 'destructive'; inputs?: 'none' } = {},
): Execute {
  const { style, inputs } = options;
  const carried = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >;
  const look = { ...(style && { style }), ...(inputs && { associatedInputs: inputs }) };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data: carried,
    ...look,
    fallback: { type: 'Action.Submit', title, data: { verb, ...carried }, ...look },
  };
}

/**
 * A button that opens the form of a verb as a dialog; a host that opens none sends a message with the same data.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function dialog<V extends Verb>(title: string, verb: V, data: Record<string, string | number>): Submit {
  const msteams = { type: 'task/fetch' } as const;
  return { type: 'Action.Submit', title, data: { msteams, verb, ...data }, associatedInputs: 'none' };
}

type TextOptions = {
  required?: string;
  max?: number;
  lines?: boolean;
  style?: 'tel' | 'email' | 'url';
  hint?: string | undefined;
};

export function textInput(
  id: string,
  name: string,
  value: string | null | undefined,
  options: TextOptions = {},
): Input {
  const { required, max, lines, style, hint } = options;
  return {
    type: 'Input.Text',
    id,
    label: hint ? `${name} (${hint})` : name,
    ...(value && { value }),
    ...(max && { maxLength: max }),
    ...(lines && { isMultiline: true }),
    ...(style && { style }),
    ...(required && { isRequired: true, errorMessage: required }),
  };
}

export function choiceInput(
  w: Words,
  id: string,
  name: string,
  options: readonly string[],
  value: string | null | undefined,
  { required }: { required?: string } = {},
): Input {
  const choices: Choice[] = options.map((option) => ({ title: optionLabel(w, option), value: option }));
  return {
    type: 'Input.ChoiceSet',
    style: 'compact',
    id,
    label: name,
    placeholder: w.choose,
    choices,
    ...(value && { value }),
    ...(required && { isRequired: true, errorMessage: required }),
  };
}

export function toggle(id: string, title: string, on: boolean): Input {
  return {
    type: 'Input.Toggle',
    id,
    title,
    wrap: true,
    value: on ? 'true' : 'false',
    valueOn: 'true',
    valueOff: 'false',
  };
}
