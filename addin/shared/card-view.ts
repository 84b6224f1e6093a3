import { AdaptiveCard, ExecuteAction, GlobalSettings, HostConfig, OpenUrlAction, Table } from 'adaptivecards';

type CardHandlers = {
  /** Data of the button with the inputs merged in; an input left empty is the empty text. */
  onExecute(press: { verb: string; data: Record<string, unknown> }): void;
  onOpenUrl(url: string): void;
};

type CardView = {
  /** While busy, nothing on the card can be pressed or changed. What was typed stays. */
  setBusy(busy: boolean): void;
};

const openable = /^(https|mailto|tel):/i;

GlobalSettings.setTabIndexAtCardRoot = false;

/** Draws a card in place of what the element holds. Throws, and leaves the element alone, if it cannot be drawn. */
export function drawCard(element: HTMLElement, json: object, handlers: CardHandlers): CardView {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  let busy = false;
  card.onExecuteAction = (action) => {
    if (busy) return;
    if (action instanceof ExecuteAction) handlers.onExecute({ verb: action.verb ?? '', data: dataOf(action) });
    else if (action instanceof OpenUrlAction && openable.test(action.url ?? '')) handlers.onOpenUrl(action.url ?? '');
  };
  card.parse(json);
  const drawn = card.render();
  if (!drawn) throw new Error('The card is empty');
  const fields = document.createElement('fieldset');
  fields.className = 'card-fields';
  fields.append(drawn);
  element.replaceChildren(fields);
  let focused: HTMLElement | undefined;
  return {
    setBusy(next) {
      if (next === busy) return;
      busy = next;
      // Disabling drops the focus; a keyboard user shall find it where it was.
      if (busy) focused = focusedWithin(fields);
      fields.disabled = busy;
      fields.setAttribute('aria-busy', String(busy));
      if (!busy) focused?.focus();
    },
  };
}

function focusedWithin(element: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && element.contains(focused) ? focused : undefined;
}

function dataOf(action: ExecuteAction): Record<string, unknown> {
  const data: Record<string, unknown> = { ...action.data };
  // The renderer leaves empty inputs out, and a field that was cleared would seem untouched.
  for (const [id, input] of Object.entries(action.getReferencedInputs() ?? {})) {
    if (!input.isSet()) data[id] = '';
  }
  return data;
}

const colour = (name: string) => ({ default: `var(--text-${name})`, subtle: `var(--text-${name}-subtle)` });
const foregroundColors = {
  default: colour('default'),
  dark: colour('default'),
  light: colour('light'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};
const container = (name: string) => ({ backgroundColor: `var(--fill-${name})`, foregroundColors });
const label = { size: 'small', weight: 'bolder', color: 'default' };

/** Colours are those of the page's style sheet, so that a change of theme needs no new drawing. */
const hostConfig = new HostConfig({
  // Naming the table keeps it in the bundle: the package's files enter themselves in its registry when loaded.
  supportsInteractivity: Boolean(Table),
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: {
      fontFamily: 'inherit',
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 20 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'ui-monospace, Consolas, monospace',
      fontSizes: { small: 12, default: 13, medium: 14, large: 16, extraLarge: 18 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  imageSizes: { small: 24, medium: 40, large: 80 },
  containerStyles: {
    default: container('default'),
    emphasis: container('emphasis'),
    accent: container('accent'),
    good: container('good'),
    attention: container('attention'),
    warning: container('warning'),
  },
  actions: {
    maxActions: 10,
    spacing: 'default',
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    iconPlacement: 'leftOfTitle',
    allowTitleToWrap: true,
    iconSize: 16,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { ...label, wrap: true, maxWidth: 110 },
    value: { size: 'small', wrap: true },
    spacing: 8,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { ...label, suffix: ' *', suffixColor: 'attention' },
      optionalInputs: label,
    },
    errorMessage: { size: 'small', color: 'attention', weight: 'default' },
  },
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
});
