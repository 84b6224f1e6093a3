import { AdaptiveCard, ExecuteAction, GlobalRegistry, GlobalSettings, type Input, OpenUrlAction } from 'adaptivecards';
import { foldedAway } from './folded-away.ts';
import { hostConfig } from './host-config.ts';
import { PeopleChoices } from './people-choices.ts';
import type { PeopleSearch } from './person-field.ts';

/** `data` of the button with the inputs merged in, an input left empty as the empty text; `hasInputs` if there were any. */
export type Press = { verb: string; data: Record<string, unknown>; hasInputs: boolean };

export type CardHandlers = {
  onExecute(press: Press): void;
  onOpenUrl(url: string): void;
  /** Somebody changed an input: everything that differs from how the card was drawn, by the input's id. */
  onTyped(values: Record<string, string>): void;
  /** Who can be chosen while somebody types. */
  people: PeopleSearch;
};

export type CardView = {
  /** While busy, nothing on the card can be pressed or changed. What was typed stays. */
  setBusy(busy: boolean): void;
};

/** By then a card that was drawn is on the screen. */
const PAINTED_MS = 100;

const openable = /^(https|mailto|tel):/i;

GlobalSettings.setTabIndexAtCardRoot = false;
GlobalRegistry.elements.register('Input.ChoiceSet', PeopleChoices);

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
  const { without, drawRest } = foldedAway(withValues(json, typed));
  card.parse(without);
  for (const input of card.getAllInputs()) {
    if (input instanceof PeopleChoices) input.people = handlers.people;
  }
  const drawn = card.render();
  if (!drawn) throw new Error('The card is empty');
  const fields = document.createElement('fieldset');
  fields.className = 'card-fields';
  fields.append(drawn);
  element.replaceChildren(fields);
  const valuesNow = () => Object.fromEntries(card.getAllInputs().flatMap(valuesOf));
  const drawnValues = valuesNow();
  const tell = () => {
    const changed = Object.entries(valuesNow()).filter(([id, value]) => value !== drawnValues[id]);
    handlers.onTyped(Object.fromEntries(changed));
  };
  // The renderer says of what it folds what may only be said of what folds it.
  const mend = () => {
    for (const folded of fields.querySelectorAll('div[aria-expanded]')) folded.removeAttribute('aria-expanded');
    for (const button of fields.querySelectorAll('button[aria-controls]')) sayWhetherUnfolded(button, fields);
  };
  new MutationObserver(mend).observe(fields, { attributeFilter: ['aria-expanded'], subtree: true });
  for (const event of ['input', 'change']) fields.addEventListener(event, tell);
  const complete = () => {
    drawRest(card);
    mend();
    Object.assign(drawnValues, { ...valuesNow(), ...drawnValues });
  };
  // Once the rest has been painted, or before anything can be done with it.
  setTimeout(complete, PAINTED_MS);
  for (const event of ['click', 'keydown']) fields.addEventListener(event, complete, { capture: true, once: true });
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

function sayWhetherUnfolded(button: Element, card: Element): void {
  const [id = ''] = button.getAttribute('aria-controls')?.split(' ') ?? [];
  const folded = card.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  const isUnfolded = String(folded !== null && folded.style.display !== 'none');
  // Saying the same anew would be a change, and be mended again.
  if (button.getAttribute('aria-expanded') !== isUnfolded) button.setAttribute('aria-expanded', isUnfolded);
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

/** What an input holds, and what that is called where the card does not know. */
function valuesOf(input: Input): [string, string][] {
  const { id = '', value } = input;
  const title = input instanceof PeopleChoices ? input.title : '';
  return [[id, String(value ?? '')], ...(title ? [[titleOf(id), title] satisfies [string, string]] : [])];
}

function titleOf(id: string): string {
  return `${id}.title`;
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
  const title = isInput && values[titleOf(id)];
  if (title && Array.isArray(copy.choices)) copy.choices = [...copy.choices, { title, value: values[id] }];
  const holds = isInput || parts.some(([, part]) => part.holds);
  if (holds && copy.isVisible === false) copy.isVisible = true;
  return { json: copy, holds };
}
