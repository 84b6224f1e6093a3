import type { Conversation } from './conversations.ts';
import type { Notification } from './notifications.ts';
import type { CardView, MessageRef, PostReason } from './posted-cards.ts';

/** A lead's card as somebody sees it. Two that look the same have the same `digest`. */
export type DrawnCard = {
  leadId: string;
  card: object;
  digest: string;
  /** The lead is gone: there is nothing more to say after this. */
  last: boolean;
};

/**
 * What became of a message. `later`: it was certainly not taken, to be tried again after that many milliseconds if the
 * channel named them. `gone`: the chat or the message is no more, or the bot is not let in. `refused`: this one will
 * never be taken, which says nothing of the chat. `unclear`: it may have been taken.
 */
export type Outcome =
  | { kind: 'done'; activityId: string }
  | { kind: 'later'; afterMs: number | null; detail: string }
  | { kind: 'gone'; detail: string }
  | { kind: 'refused'; detail: string }
  | { kind: 'unclear'; detail: string };

/** How cards get to chats; the bot provides it. */
export interface Deliverer {
  /** The card of a lead as it stands now. */
  draw(leadId: string, view: CardView & { reason: PostReason | null }): Promise<DrawnCard>;
  /** Puts a card in place of the one a message shows. */
  update(message: MessageRef, conversation: Conversation, drawn: DrawnCard): Promise<Outcome>;
  /** Posts a card that nobody asked for. */
  post(notification: Notification, conversation: Conversation, drawn: DrawnCard): Promise<Outcome>;
}
