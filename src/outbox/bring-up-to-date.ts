import { baseConversation } from './conversations.ts';
import type { DrawnCard, Outcome } from './deliverer.ts';
import type { MessageRef, PostedCard } from './posted-cards.ts';
import type { WorkerPorts } from './worker-ports.ts';

/** Cards of a lead that go out before its state is read again: a change meanwhile is on the next ones. */
const AT_ONCE = 20;

/**
 * `retry`: not every card is up to date; some were when there was `progress`. `lost`: somebody else may have taken over
 * while cards were on their way.
 */
export type UpToDate = { retry: boolean; afterMs: number | null; progress: boolean; lost: boolean };

/**
 * Brings every posted card of a lead up to date. One that shows the newest state already is left alone, so that doing it
 * again does nothing again.
 * @param hold renews the hold on the lead; false when it was lost
 */
export async function bringUpToDate(
  ports: WorkerPorts,
  leadId: string,
  hold: () => Promise<boolean>,
): Promise<UpToDate> {
  const result: UpToDate = { retry: false, afterMs: null, progress: false, lost: false };
  for (let after: MessageRef | undefined; ; ) {
    const cards = await ports.postedCards.of(leadId, { after, limit: AT_ONCE });
    if (!cards.length || ports.stopping()) return { ...result, retry: result.retry || cards.length > 0 };
    const drawn = new Map<string, Promise<DrawnCard>>();
    const outcomes = await Promise.all(cards.map((card) => update(ports, card, drawn)));
    for (const outcome of outcomes) {
      if (outcome?.kind === 'done') result.progress = true;
      if (outcome?.kind !== 'later' && outcome?.kind !== 'unclear') continue;
      result.retry = true;
      if (outcome.kind === 'later' && outcome.afterMs) result.afterMs = Math.max(result.afterMs ?? 0, outcome.afterMs);
    }
    if (!(await hold())) {
      // Whoever took over may have sent something newer before ours arrived: nobody knows what these show now.
      const doubtful = cards.filter((_card, nth) => outcomes[nth]);
      for (const card of doubtful) await ports.postedCards.add({ ...card, shown: null }, new Date(ports.now()));
      return { ...result, lost: true };
    }
    after = cards.at(-1);
  }
}

/** Undefined when the card shows the newest state already. */
async function update(
  ports: WorkerPorts,
  card: PostedCard,
  drawnFor: Map<string, Promise<DrawnCard>>,
): Promise<Outcome | undefined> {
  const { postedCards, conversations, deliverer, pace } = ports;
  const { audience, personId, locale, timeZone, reason, leadId } = card;
  const view = { audience, personId, locale, timeZone, reason };
  const key = JSON.stringify(view);
  const drawing = drawnFor.get(key) ?? deliverer.draw(leadId, view);
  drawnFor.set(key, drawing);
  const drawn = await drawing;
  if (drawn.digest === card.shown) return undefined;
  const conversation = await conversations.find(baseConversation(card.conversationId));
  if (!conversation) {
    await postedCards.forget(card);
    return undefined;
  }
  const outcome = await pace.inTurn(conversation.id, () => deliverer.update(card, conversation, drawn));
  ports.report('card', outcome.kind);
  if (outcome.kind === 'later') pace.refused(conversation.id, outcome.afterMs ?? 1000);
  else pace.taken();
  if (outcome.kind === 'gone' || (outcome.kind === 'done' && drawn.last)) await postedCards.forget(card);
  else if (outcome.kind === 'done') await postedCards.shows(card, drawn.digest);
  return outcome;
}
