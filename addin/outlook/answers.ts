import type { ActionAnswer } from '../shared/api.ts';
import type { CardHandlers, CardView, Press } from '../shared/card-view.ts';
import { cardPlace } from './page.ts';
import { words } from './pane-words.ts';
import { findPeople, send } from './request.ts';
import { keepPlan, type Subject } from './subject.ts';

type Handlers = Omit<CardHandlers, 'people'>;

/** What draws cards: here as soon as something was answered. */
let renderer: typeof import('../shared/card-view.ts');

/** What the lead service answers. What draws it, which the page has fetched already, gets ready meanwhile. As `send`. */
export async function ask(...request: Parameters<typeof send>): Promise<ActionAnswer> {
  const [answer, loaded] = await Promise.all([send(...request), import('../shared/card-view.ts')]);
  renderer = loaded;
  return answer;
}

/**
 * The answer to a press, once Outlook remembers with a draft what becomes of it; where it cannot, the lead as it stands
 * all the same: the card answered with would promise what nobody keeps. As `send`.
 */
export async function askAndRemember(pressed: Press, about: Subject | undefined) {
  const answer = await ask(pressed, about);
  if (!about || (await keepPlan(about, answer.logsOn))) return { answer, isRemembered: true };
  const leadId = answer.changed ?? pressed.data.leadId;
  const asItIs = await ask({ verb: 'lead.show', data: { leadId } }, about).catch(() => answer);
  return { answer: { ...answer, card: asItIs.card }, isRemembered: false };
}

/** Draws a card that was answered, its inputs as they were `typed`, in its place on the page. */
export function drawAnswered(card: object, typed: Record<string, string>, handlers: Handlers): CardView {
  return renderer.drawCard(cardPlace, card, { ...handlers, people: { find: findPeople, words } }, typed);
}
