import type { ActionAnswer } from '../shared/api.ts';
import type { CardHandlers, CardView } from '../shared/card-view.ts';
import { cardPlace } from './page.ts';
import { words } from './pane-words.ts';
import { findPeople, send } from './request.ts';

type Handlers = Omit<CardHandlers, 'people'>;

/** What draws cards: here as soon as something was answered. */
let renderer: typeof import('../shared/card-view.ts');

/** What the lead service answers. What draws it, which the page has fetched already, gets ready meanwhile. As `send`. */
export async function ask(...request: Parameters<typeof send>): Promise<ActionAnswer> {
  const [answer, loaded] = await Promise.all([send(...request), import('../shared/card-view.ts')]);
  renderer = loaded;
  return answer;
}

/** Draws a card that was answered, its inputs as they were `typed`, in its place on the page. */
export function drawAnswered(card: object, typed: Record<string, string>, handlers: Handlers): CardView {
  return renderer.drawCard(cardPlace, card, { ...handlers, people: { find: findPeople, words } }, typed);
}
