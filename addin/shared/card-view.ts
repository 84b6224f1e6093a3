import { AdaptiveCard, ExecuteAction, GlobalSettings, HostConfig, OpenUrlAction, Table } from 'adaptivecards';

/** `data` of the button with the inputs merged in, an input left empty as the empty text; `hasInputs` if there were any. */
export type Press = { verb: string; data: Record<string, unknown>; hasInputs: boolean };

export type CardHandlers = {
  onExecute(press: Press): void;
  onOpenUrl(url: string): void;
  /** Somebody changed an input: everything that differs from how the card was drawn, by the input's id. */
  onTyped(values: Record<string, string>): void;
};

export type CardView = {
  /** While busy, nothing on the card can be pressed or changed. What was typed stays. */
  setBusy(busy: boolean): void;
};

const openable = /^(https|mailto|tel):/i;

GlobalSettings.setTabIndexAtCardRoot = false;

/**
 * Draws a card in place of what the element holds, its inputs as they were `typed` where it says so. Throws, and leaves
 * the element alone, if it cannot be drawn.
 */
export function drawCard(
  element: HTMLElement,
  json: object,
  handlers: CardHandlers,
  typed: Record<string, string> = {},
): CardView {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  let busy = false;
  card.onExecuteAction = (action) => {
    if (busy) return;
    if (action instanceof ExecuteAction) handlers.onExecute(pressOf(action));
    else if (action instanceof OpenUrlAction && openable.test(action.url ?? '')) handlers.onOpenUrl(action.url ?? '');
  };
  // What a button unfolds may lie below the edge, and the button would seem to do nothing.
  card.onElementVisibilityChanged = ({ isVisible, renderedElement }) => {
    if (isVisible) renderedElement?.scrollIntoView({ block: 'nearest' });
  };
  card.parse(withValues(json, typed));
  const drawn = card.render();
  if (!drawn) throw new Error('The card is empty');
  const fields = document.createElement('fieldset');
  fields.className = 'card-fields';
  fields.append(drawn);
  element.replaceChildren(fields);
  const valuesNow = () =>
    Object.fromEntries(card.getAllInputs().map(({ id, value }) => [id ?? '', String(value ?? '')]));
  const drawnValues = valuesNow();
  const tell = () => {
    const changed = Object.entries(valuesNow()).filter(([id, value]) => value !== drawnValues[id]);
    handlers.onTyped(Object.fromEntries(changed));
  };
  // The renderer says so of what it folds, where it may only be said of what folds it.
  const mend = () => {
    for (const folded of fields.querySelectorAll('div[aria-expanded]')) folded.removeAttribute('aria-expanded');
  };
  new MutationObserver(mend).observe(fields, { attributeFilter: ['aria-expanded'], subtree: true });
  for (const event of ['input', 'change']) fields.addEventListener(event, tell);
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

function pressOf(action: ExecuteAction): Press {
  const data: Record<string, unknown> = { ...action.data };
  const inputs = Object.entries(action.getReferencedInputs() ?? {});
  // The renderer leaves empty inputs out, and a field that was cleared would seem untouched.
  for (const [id, input] of inputs) {
    if (!input.isSet()) data[id] = '';
  }
  return { verb: action.verb ?? '', data, hasInputs: inputs.length > 0 };
}

/** The card with other values in its inputs, and what was folded away around them opened. */
function withValues(card: object, values: Record<string, string>): object {
  return Object.keys(values).length ? (filled(card, values).json as object) : card;
}

function filled(json: unknown, values: Record<string, string>): { json: unknown; holds: boolean } {
  if (typeof json !== 'object' || json === null) return { json, holds: false };
  if (Array.isArray(json)) {
    const parts = json.map((part) => filled(part, values));
    return { json: parts.map((part) => part.json), holds: parts.some(({ holds }) => holds) };
  }
  const parts = Object.entries(json).map(([name, part]) => [name, filled(part, values)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(parts.map(([name, part]) => [name, part.json]));
  const { id, type } = copy;
  const isInput = typeof id === 'string' && String(type).startsWith('Input.') && Object.hasOwn(values, id);
  if (isInput) copy.value = values[id];
  const holds = isInput || parts.some(([, part]) => part.holds);
  if (holds && copy.isVisible === false) copy.isVisible = true;
  return { json: copy, holds };
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
