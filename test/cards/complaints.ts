import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import type { Card } from '../../src/cards/card.ts';

// The package's main entry does not load in Node; its bundle does.
const { AdaptiveCard, CardElement, SerializationContext, Versions, GlobalRegistry } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** What the official renderer objects to, read as version 1.5; and properties it would drop without a word. */
export function complaints(card: Card): string[] {
  // The renderer's pattern for `lang` is global: it remembers where it stopped and refuses every second card.
  if (CardElement.langProperty.regEx) CardElement.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, nth) => context.getEventAt(nth).message).filter(
    // Teams takes it in version 1.5; the renderer shows the choices that are there.
    (message) => !message.startsWith('Property "choices.data" is supported in version 1.6'),
  );
  const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message);
  return [...events, ...invalid, ...unknownProperties(card, 'card')];
}

function unknownProperties(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, nth) => unknownProperties(item, `${path}[${nth}]`));
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value && typeof value.type === 'string' ? value.type : undefined;
  const known = type ? knownProperties(type) : undefined;
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'data') return [];
    const dropped = known && !known.has(name) ? [`${path}: ${type} has no "${name}"`] : [];
    return [...dropped, ...unknownProperties(inner, `${path}.${name}`)];
  });
}

function knownProperties(type: string): Set<string> | undefined {
  const made =
    type === 'AdaptiveCard'
      ? new AdaptiveCard()
      : (GlobalRegistry.elements.createInstance(type, Versions.v1_5) ??
        GlobalRegistry.actions.createInstance(type, Versions.v1_5));
  if (!made) return undefined;
  const names = Array.from({ length: made.getSchema().getCount() }, (_, nth) => made.getSchema().getItemAt(nth).name);
  // Read by the parser itself rather than through the schema.
  return new Set([
    ...names,
    'type',
    '$schema',
    'body',
    'actions',
    'columns',
    'items',
    'inlines',
    'card',
    'version',
    'fallback',
    'choices.data',
  ]);
}
