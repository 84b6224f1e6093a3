import type { Action, Card, Column, Element } from './card.ts';

/**
 * The same card for a dialog: its buttons submit, because a dialog answers to nothing else, and there is none that only
 * leads back, because a dialog is closed instead. Its title stands above it.
 */
export function dialogCard(card: Card): Card {
  const { actions = [], ...rest } = card;
  const buttons = actions.filter((action) => !leadsBack(action)).map(submitting);
  const body = card.body.filter((element) => !isTitle(element, card)).map(inElement);
  return { ...rest, body, ...(buttons.length && { actions: buttons }) };
}

/** The dialog has the title above it. */
function isTitle(element: Element, { fallbackText }: Card): boolean {
  return element.type === 'TextBlock' && element.text === fallbackText;
}

function leadsBack(action: Action): boolean {
  return action.type === 'Action.Execute' && action.verb === 'lead.show' && action.associatedInputs === 'none';
}

function submitting(action: Action): Action {
  if (action.type === 'Action.ShowCard') {
    const { body, actions } = action.card;
    const inner = { ...action.card, body: body.map(inElement), ...(actions && { actions: actions.map(submitting) }) };
    return { ...action, card: inner };
  }
  return action.type === 'Action.Execute' ? action.fallback : action;
}

function inElement(element: Element): Element {
  if (element.type === 'ActionSet') return { ...element, actions: element.actions.map(submitting) };
  if (element.type === 'Container') {
    // Pressing a line would do nothing in a dialog.
    const { selectAction: _pressed, ...container } = element;
    return { ...container, items: element.items.map(inElement) };
  }
  if (element.type !== 'ColumnSet') return element;
  const inColumn = (column: Column): Column => ({ ...column, items: column.items.map(inElement) });
  return { ...element, columns: element.columns.map(inColumn) };
}
