/**
 * The part of Adaptive Cards 1.5 that Teams and the `adaptivecards` renderer both draw. Anything else, a Badge or a
 * misspelt property, does not compile. TextBlock reads Markdown, so it holds our own words only; text from people
 * goes into TextRun, input values and choice titles.
 */
export type Card = {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  lang: string;
  fallbackText: string;
  speak?: string;
  body: Element[];
  actions?: Action[];
  /** Asks again for those who see something of their own; answered by a verb that only shows. */
  refresh?: { action: Pick<Execute, 'type' | 'title' | 'verb' | 'data'>; userIds?: string[] };
};

export type Element = TextBlock | RichTextBlock | Container | ColumnSet | Input | ActionSet;

type Common = {
  id?: string;
  spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  separator?: boolean;
  isVisible?: boolean;
};
type Look = {
  size?: 'Small' | 'Default' | 'Medium' | 'Large';
  weight?: 'Lighter' | 'Default' | 'Bolder';
  color?: 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';
  isSubtle?: boolean;
};

export type TextBlock = Common & Look & { type: 'TextBlock'; text: string; wrap: true; style?: 'heading' };
export type TextRun = Look & { type: 'TextRun'; text: string; italic?: boolean };
export type RichTextBlock = Common & { type: 'RichTextBlock'; inlines: TextRun[] };
export type Container = Common & {
  type: 'Container';
  style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  items: Element[];
  /** What pressing anywhere in it does. */
  selectAction?: Execute;
};
export type Column = { type: 'Column'; width: string; items: Element[] };
export type ColumnSet = Common & { type: 'ColumnSet'; columns: Column[] };
export type ActionSet = Common & { type: 'ActionSet'; actions: Action[] };

type InputCommon = Common & { id: string; label: string; isRequired?: boolean; errorMessage?: string };
export type Choice = { title: string; value: string };
export type Input =
  | (InputCommon & {
      type: 'Input.Text';
      value?: string;
      placeholder?: string;
      maxLength?: number;
      isMultiline?: boolean;
      style?: 'text' | 'tel' | 'email' | 'url';
    })
  | (InputCommon & { type: 'Input.Number'; value?: number; min?: number; max?: number })
  | (InputCommon & { type: 'Input.Date'; value?: string })
  | (InputCommon & {
      type: 'Input.ChoiceSet';
      style: 'compact';
      value?: string;
      placeholder?: string;
      choices: Choice[];
    })
  | (InputCommon & {
      type: 'Input.ChoiceSet';
      style: 'filtered';
      value?: string;
      placeholder?: string;
      choices: Choice[];
      /** The host asks for more while somebody types. */
      'choices.data': { type: 'Data.Query'; dataset: string };
    })
  | (InputCommon & {
      type: 'Input.ChoiceSet';
      style: 'expanded';
      isMultiSelect: true;
      value: string;
      wrap: true;
      choices: Choice[];
    })
  | (Omit<InputCommon, 'label'> & {
      type: 'Input.Toggle';
      title: string;
      wrap: true;
      value: 'true' | 'false';
      valueOn: 'true';
      valueOff: 'false';
    });

type ActionStyle = { style?: 'default' | 'positive' | 'destructive' };
export type Execute = ActionStyle & {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: Record<string, string | number>;
  associatedInputs?: 'auto' | 'none';
  fallback: Submit;
};
/** What hosts without Action.Execute send, and the only button a dialog answers to. */
export type Submit = ActionStyle & {
  type: 'Action.Submit';
  title: string;
  data: Record<string, string | number | { type: 'task/fetch' }>;
  associatedInputs?: 'auto' | 'none';
};
export type Action =
  | Execute
  | Submit
  | { type: 'Action.OpenUrl'; title: string; url: string }
  | { type: 'Action.ToggleVisibility'; title: string; targetElements: string[] }
  | { type: 'Action.ShowCard'; title: string; card: { type: 'AdaptiveCard'; body: Element[]; actions?: Action[] } };
