/** A chat the bot is in, with what is needed to write there unasked. `members` are ids within the channel, no names. */
export type Conversation = {
  id: string;
  kind: 'personal' | 'group' | 'channel';
  tenantId: string;
  /** Whose personal chat it is. */
  personId: string | null;
  serviceUrl: string;
  channelId: string;
  botId: string;
  locale: string;
  timeZone: string;
  members: string[];
};

/** The chats the bot is in, for every server process. */
export interface Conversations {
  find(id: string): Promise<Conversation | undefined>;
  /** Those of them that are known. */
  findAll(ids: readonly string[]): Promise<Conversation[]>;
  /** Somebody's personal chat with the bot. */
  ofPerson(personId: string): Promise<Conversation | undefined>;
  remember(conversation: Conversation): Promise<void>;
  /** Forgets a chat the bot can no longer reach, with the cards in it and what it subscribed to. */
  forget(id: string): Promise<void>;
}

/** The chat a message stands in: threads of a channel are conversations of their own within it. */
export function baseConversation(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}
