/** Where a message stands. */
export type MessageRef = { conversationId: string; activityId: string };

/** Why a lead's card was posted, where nobody in the chat asked for it: its first line says so. */
export type PostReason = 'assigned' | 'new-lead' | 'task-due';

/** For whom a card was drawn. */
export type CardView = {
  /** `one`: `personId` alone sees it, with the buttons of their role; `many`: whoever is in the conversation. */
  audience: 'one' | 'many';
  personId: string | null;
  locale: string;
  timeZone: string;
};

/** A message in a chat whose card shows a lead. `shown` stands for what it shows; null when that is not known. */
export type PostedCard = MessageRef & CardView & { leadId: string; reason: PostReason | null; shown: string | null };

/** Which message shows which lead, so that each can be brought up to date when the lead changes. */
export interface PostedCards {
  /** Remembers a card. It is looked at once more, as the lead may have changed while it was on its way. */
  add(card: PostedCard, at: Date): Promise<void>;

  /** Those of a lead in the order of their places, after that place. */
  of(leadId: string, page: { after?: MessageRef | undefined; limit: number }): Promise<PostedCard[]>;

  /** What is known of a message; undefined where it shows no lead. */
  find(message: MessageRef): Promise<PostedCard | undefined>;

  /** What the message shows now. */
  shows(message: MessageRef, shown: string | null): Promise<void>;

  forget(message: MessageRef): Promise<void>;
}
