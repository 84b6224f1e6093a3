import { backoff } from './backoff.ts';
import { baseConversation, type Conversation } from './conversations.ts';
import type { DrawnCard } from './deliverer.ts';
import type { Notification } from './notifications.ts';
import type { Wait } from './pace.ts';
import type { CardView, PostReason } from './posted-cards.ts';
import type { WorkerPorts } from './worker-ports.ts';

const MOST_ATTEMPTS = 12;
/** Of a lead that is new. */
const MOST_CARDS = 100;

/**
 * Tells one recipient. Teams knows no key by which it would take a message once, so that one whose fate is unclear is
 * never sent again: a notification arrives at most once.
 */
export async function sendNotification(ports: WorkerPorts, notification: Notification): Promise<void> {
  const { key, attempts } = notification;
  const outcome = await attempt(ports, notification);
  if (outcome.kind !== 'wait') ports.report('notification', outcome.kind);
  if (outcome.kind !== 'wait' && outcome.kind !== 'later') {
    return ports.notifications.settle(key, outcome.kind, outcome.detail);
  }
  const failed = outcome.kind === 'later' || outcome.rests;
  if (failed && attempts >= MOST_ATTEMPTS) return ports.notifications.settle(key, 'unreachable', outcome.detail);
  const wait = outcome.afterMs ?? backoff(attempts, ports.random());
  await ports.notifications.retry(key, new Date(ports.now() + wait), failed);
}

type Attempt =
  | { kind: 'sent' | 'dropped' | 'unreachable' | 'unknown'; detail?: string }
  | { kind: 'later'; afterMs: number | null; detail: string }
  | Wait;
type Prepared = { conversation: Conversation; view: CardView & { reason: PostReason }; drawn: DrawnCard };

async function attempt(ports: WorkerPorts, notification: Notification): Promise<Attempt> {
  // A fault before anything is sent, such as a database that is away, is tried again.
  const prepared = await prepare(ports, notification).catch((error): Attempt => {
    ports.log.warn({ err: error }, 'notification not drawn');
    return { kind: 'later', afterMs: null, detail: 'not-drawn' };
  });
  if ('kind' in prepared) return prepared;
  const { conversation, view, drawn } = prepared;
  const outcome = await ports.pace.inTurn(conversation.id, notification.key, () =>
    ports.deliverer.post(notification, conversation, drawn),
  );
  switch (outcome.kind) {
    case 'wait':
    case 'later':
      return outcome;
    case 'gone':
      await ports.conversations.forget(conversation.id);
      return { kind: 'unreachable', detail: outcome.detail };
    case 'refused':
      ports.log.warn({ leadId: notification.leadId, detail: outcome.detail }, 'notification refused');
      return { kind: 'unreachable', detail: outcome.detail };
    case 'unclear':
      return { kind: 'unknown', detail: outcome.detail };
    case 'done': {
      const message = { conversationId: conversation.id, activityId: outcome.activityId };
      const card = { ...message, ...view, leadId: notification.leadId, shown: drawn.digest };
      await ports.postedCards.add(card, new Date(ports.now()));
      return { kind: 'sent' };
    }
  }
}

async function prepare(ports: WorkerPorts, notification: Notification): Promise<Prepared | Attempt> {
  const { conversations, deliverer } = ports;
  const { personId, conversationId, leadId, kind, taskId } = notification;
  const conversation = personId
    ? await conversations.ofPerson(personId)
    : await conversations.find(conversationId ?? '');
  if (!conversation) return { kind: 'unreachable', detail: personId ? 'no-personal-chat' : 'chat-gone' };
  if (taskId && !(await isStillOpen(ports, leadId, taskId))) return { kind: 'dropped', detail: 'task-done' };
  if (kind === 'new-lead' && (await standsIn(ports, conversation.id, leadId)))
    return { kind: 'dropped', detail: 'stands-there' };
  const audience = conversation.kind === 'personal' ? ('one' as const) : ('many' as const);
  const { locale, timeZone } = conversation;
  const view = { audience, personId: conversation.personId, locale, timeZone, reason: kind };
  const drawn = await deliverer.draw(leadId, view);
  return drawn.last ? { kind: 'dropped', detail: 'lead-gone' } : { conversation, view, drawn };
}

/** Where a lead was made its card stands already, kept up to date. */
async function standsIn({ postedCards }: WorkerPorts, chatId: string, leadId: string): Promise<boolean> {
  const cards = await postedCards.of(leadId, { limit: MOST_CARDS });
  return cards.some(({ conversationId }) => baseConversation(conversationId) === chatId);
}

async function isStillOpen({ store }: WorkerPorts, leadId: string, taskId: string): Promise<boolean> {
  const { items } = await store.timeline(leadId, { kind: 'task', limit: 100 });
  return items.some((item) => item.id === taskId && item.kind === 'task' && item.status === 'open');
}
