import { baseConversation, type Conversation } from './conversations.ts';
import type { DrawnCard } from './deliverer.ts';
import type { MessageRef, PostedCard } from './posted-cards.ts';
import type { WorkerPorts } from './worker-ports.ts';

/** Cards of a lead that are on their way at once. */
const AT_ONCE = 20;
/** Cards drawn from one look at the lead: a change meanwhile is on the next ones. */
const OF_ONE_LOOK = 20;

/**
 * `left`: why not every card is up to date: their chats take no more now (`busy`), or something went wrong and none came
 * further (`failed`). `afterMs`: when the first of those can be tried again; null when there is nothing to go by. `put`:
 * what was sent and when that ended; `written`: resolves when it is written down what those messages show.
 */
export type UpToDate = {
  left: 'busy' | 'failed' | null;
  afterMs: number | null;
  put: { card: PostedCard; at: number }[];
  written: Promise<unknown>;
};

type Place = { card: PostedCard; conversation: Conversation; drawn: DrawnCard };

/**
 * Brings every posted card of a lead up to date. One that shows the newest state already is left alone, so that doing it
 * again does nothing again.
 * @param isHeld whether the lead is still ours, as far as is known
 */
export async function bringUpToDate(ports: WorkerPorts, leadId: string, isHeld: () => boolean): Promise<UpToDate> {
  const put: UpToDate['put'] = [];
  const waits: number[] = [];
  const writing: Promise<unknown>[] = [];
  const under = new Set<Promise<void>>();
  // Nobody knows what such a card shows now: the change is not followed up yet.
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const write = (work: Promise<void>) => writing.push(work.catch(failed));
  let progress = false;
  let isTrouble = false;

  async function update({ card, conversation, drawn }: Place): Promise<void> {
    const { pace, deliverer, postedCards } = ports;
    const sender = `${card.conversationId} ${card.activityId}`;
    const outcome = await pace.inTurn(conversation.id, sender, () => deliverer.update(card, conversation, drawn));
    if (outcome.kind === 'wait') {
      waits.push(outcome.afterMs);
      isTrouble ||= outcome.rests;
      return;
    }
    ports.report('card', outcome.kind);
    put.push({ card, at: ports.now() });
    const isRefused = outcome.kind === 'refused';
    if (isRefused) ports.log.warn({ leadId, detail: outcome.detail }, 'card refused');
    if (outcome.kind === 'done') progress = true;
    const isEnd = drawn.last && (outcome.kind === 'done' || isRefused);
    if (outcome.kind === 'gone' || isEnd) write(postedCards.forget(card));
    else if (outcome.kind === 'done') write(postedCards.shows(card, drawn.digest));
    // The next change of the lead is another card, which may be taken.
    else if (!isRefused) {
      isTrouble = true;
      waits.push(outcome.kind === 'later' ? (outcome.afterMs ?? 0) : 0);
    }
  }

  const isOver = () => ports.stopping() || !isHeld() || failures.length > 0;
  for (let after: MessageRef | undefined, more = true; more; ) {
    const cards = await ports.postedCards.of(leadId, { after, limit: OF_ONE_LOOK });
    for (const place of cards.length ? await outdated(ports, cards) : []) {
      if (under.size >= AT_ONCE) await Promise.race(under);
      if (isOver()) waits.push(0);
      if (isOver()) break;
      const run = update(place)
        .catch(failed)
        .finally(() => under.delete(run));
      under.add(run);
    }
    more = cards.length === OF_ONE_LOOK && !isOver();
    after = cards.at(-1);
  }
  await Promise.all(under);
  const written = Promise.all(writing).then(() => {
    if (failures.length) throw failures[0];
  });
  const isFaulty = failures.length > 0;
  const left = !isFaulty && !waits.length ? null : (isFaulty || isTrouble) && !progress ? 'failed' : 'busy';
  return { left, afterMs: isFaulty ? null : Math.min(...waits), put, written };
}

/** Those that show something else than the newest state, and what they are to show. */
async function outdated(ports: WorkerPorts, cards: readonly PostedCard[]): Promise<Place[]> {
  const ids = new Set(cards.map(({ conversationId }) => baseConversation(conversationId)));
  const known = await ports.conversations.findAll([...ids]);
  const conversations = new Map(known.map((conversation) => [conversation.id, conversation]));
  const drawnFor = new Map<string, Promise<DrawnCard>>();
  const places = cards.map(async (card) => {
    const { audience, personId, locale, timeZone, reason, leadId } = card;
    const view = { audience, personId, locale, timeZone, reason };
    const key = JSON.stringify(view);
    const drawing = drawnFor.get(key) ?? ports.deliverer.draw(leadId, view);
    drawnFor.set(key, drawing);
    const drawn = await drawing;
    if (drawn.digest === card.shown) return [];
    const conversation = conversations.get(baseConversation(card.conversationId));
    if (conversation) return [{ card, conversation, drawn }];
    await ports.postedCards.forget(card);
    return [];
  });
  return (await Promise.all(places)).flat();
}
