import { type AdaptiveCard, Container } from 'adaptivecards';

type Part = { type?: unknown; id?: unknown; isVisible?: unknown; items?: unknown };
type Folded = Part & { id: string };

/**
 * A card without what its containers hold that are folded away, and what draws that, too. Much of a form is: drawn later,
 * it keeps nobody waiting for what can be seen. A card may only be pressed when it is whole.
 */
export function foldedAway(json: object): { without: object; drawRest(card: AdaptiveCard): void } {
  const { body } = json as { body?: unknown };
  const parts: Part[] = Array.isArray(body) ? body : [];
  const rest = parts.filter(isFolded);
  return {
    without: { ...json, body: parts.map((part) => (isFolded(part) ? { ...part, items: [] } : part)) },
    drawRest(card) {
      for (const part of rest.splice(0)) drawAnew(card.getElementById(part.id), part);
    },
  };
}

function isFolded(part: Part): part is Folded {
  return part.type === 'Container' && part.isVisible === false && typeof part.id === 'string';
}

function drawAnew(element: unknown, json: object): void {
  if (!(element instanceof Container)) return;
  const { renderedElement, separatorElement } = element;
  element.parse(json);
  element.render();
  if (element.renderedElement) renderedElement?.replaceWith(element.renderedElement);
  if (element.separatorElement) separatorElement?.replaceWith(element.separatorElement);
}
