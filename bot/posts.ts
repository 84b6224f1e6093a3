import { type Activity, ActivityTypes } from 'botbuilder';
import type { Card } from '../src/cards/card.ts';
import type { Conversation, Conversations } from '../src/outbox/conversations.ts';
import type { CardView, MessageRef, PostedCards } from '../src/outbox/posted-cards.ts';
import type { Log } from '../src/platform/log.ts';
import { cardDigest } from './card-digest.ts';
import { chatOf } from './chat-of.ts';

const MOST_MEMBERS = 60;
const MOST_KNOWN = 10_000;
/** So long a chat that somebody else forgot may be taken for known. */
const LOOK_AGAIN_MS = 5 * 60_000;

export type PutCard = (message: MessageRef, chat: Conversation, card: Card) => Promise<void>;

type Options = {
  conversations: Conversations;
  postedCards: PostedCards;
  now: () => Date;
  log: Log;
  /** Called when there is something to follow up. */
  wake: () => void;
  /** Puts a card in place of what a message shows. */
  put: PutCard;
};

/** A message of a chat that shows a lead. */
export type Post = {
  activityId: string;
  leadId: string;
  /** The card it was sent with, as everybody in the chat sees it; without one what it shows is not known. */
  card?: Card | undefined;
};

/**
 * Remembers the chats the bot is in and which message shows which lead. Nobody waits for it: answers go first, and what
 * a crash leaves out is made good by the next turn in the chat.
 */
export class Posts {
  readonly #options: Options;
  readonly #known = new Map<string, Conversation>();
  /** When each of those was last seen in the database. */
  readonly #lookedAt = new Map<string, number>();
  /** The lead that a message shows, as far as this process had to do with it. */
  readonly #shows = new Map<string, string>();
  readonly #writing = new Set<Promise<void>>();
  readonly #chats = new Map<string, Promise<void>>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** A turn came from this chat. Whoever uses the message extension may be where the bot is not. */
  seen(activity: Activity): void {
    if (isExtension(activity)) return;
    const chat = chatOf(activity);
    const at = this.#options.now().getTime();
    // The outbox forgets what Teams does not let in any more, here or in another process; then the bot is installed again.
    const isFresh = !isAboutMembers(activity) && at - (this.#lookedAt.get(chat.id) ?? 0) < LOOK_AGAIN_MS;
    const known = this.#known.get(chat.id);
    if (isFresh && known && same(merged(known, chat), known)) return;
    const writing = this.#later(async () => {
      const kept = (isFresh && this.#known.get(chat.id)) || (await this.#options.conversations.find(chat.id));
      const now = merged(kept, chat);
      if (!kept || !same(now, kept)) await this.#options.conversations.remember(now);
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(chat.id, now);
      if (this.#lookedAt.size >= MOST_KNOWN) this.#lookedAt.clear();
      if (!isFresh) this.#lookedAt.set(chat.id, at);
    }).finally(() => {
      if (this.#chats.get(chat.id) === writing) this.#chats.delete(chat.id);
    });
    this.#chats.set(chat.id, writing);
  }

  /** A message of the bot in the chat of `activity` shows a lead now. */
  posted(activity: Activity, { activityId, leadId, card }: Post): void {
    if (!activityId) return;
    const chat = chatOf(activity);
    const { id, kind, personId } = chat;
    const audience = kind === 'personal' ? ('one' as const) : ('many' as const);
    const message = { conversationId: activity.conversation.id, activityId };
    this.#remember(message, leadId);
    this.#later(async () => {
      // A card in a chat nobody knows could not be reached.
      await this.#chats.get(id);
      // A card that several people read keeps its words, whoever of them presses a button on it.
      const kept =
        audience === 'many' && !card ? ((await this.#shown(message, leadId)) ?? this.#known.get(id)) : undefined;
      const { locale, timeZone } = kept ?? chat;
      const shown = card ? cardDigest(card) : null;
      const view = { audience, personId, locale, timeZone, reason: null };
      await this.#options.postedCards.add({ ...message, ...view, leadId, shown }, this.#options.now());
      this.#options.wake();
    });
  }

  /** A message that somebody inserted shows a lead: it is written down once, however often it is asked for. */
  inserted(activity: Activity, post: Post): void {
    const { activityId, leadId } = post;
    const message = { conversationId: activity.conversation.id, activityId };
    if (this.#shows.get(keyOf(message)) === leadId) return;
    this.#remember(message, leadId);
    this.#later(async () => {
      if (!(await this.#shown(message, leadId))) this.posted(activity, post);
    });
  }

  async #shown(message: MessageRef, leadId: string): Promise<CardView | undefined> {
    const card = await this.#options.postedCards.find(message);
    return card?.leadId === leadId ? card : undefined;
  }

  #remember(message: MessageRef, leadId: string): void {
    if (this.#shows.size >= MOST_KNOWN) this.#shows.clear();
    this.#shows.set(keyOf(message), leadId);
  }

  /** A message of the bot shows something else than one lead now. */
  replaced(activity: Activity, activityId: string, card: Card): void {
    const message = { conversationId: activity.conversation.id, activityId };
    this.#shows.delete(keyOf(message));
    this.#later(async () => {
      await this.#options.postedCards.forget(message);
      await this.#options.put(message, chatOf(activity), card);
    });
  }

  /**
   * Whose clients ask again for a card in this chat, by their ids within the channel: those who were seen in it, whoever
   * acted last first; nobody where it is theirs alone; undefined, everybody, where nobody there is known.
   */
  readersOf(activity: Activity): readonly string[] | undefined {
    const { id, kind, members } = chatOf(activity);
    const known = this.#known.get(id);
    if (isExtension(activity)) return known && known.kind !== 'personal' ? known.members : undefined;
    return kind === 'personal' ? [] : (known?.members ?? members);
  }

  /** The bot is no longer in this chat. */
  left(activity: Activity): void {
    const { id } = chatOf(activity);
    this.#later(async () => {
      // The same turn told of the chat.
      await this.#chats.get(id);
      this.#known.delete(id);
      this.#shows.clear();
      await this.#options.conversations.forget(id);
    });
  }

  /** Resolves when everything is written. */
  async settled(): Promise<void> {
    while (this.#writing.size) await Promise.all(this.#writing);
  }

  #later(work: () => Promise<void>): Promise<void> {
    const writing = work()
      .catch((error) => this.#options.log.warn({ err: error }, 'chat not remembered'))
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    return writing;
  }
}

function keyOf({ conversationId, activityId }: MessageRef): string {
  return `${conversationId} ${activityId}`;
}

function isExtension({ name }: Activity): boolean {
  return name?.startsWith('composeExtension/') ?? false;
}

/** The bot, or somebody else, comes or goes. */
function isAboutMembers({ type }: Activity): boolean {
  return type === ActivityTypes.InstallationUpdate || type === ActivityTypes.ConversationUpdate;
}

/** What is known of a chat with what a turn says of it; whoever acted last stands first among its members. */
function merged(known: Conversation | undefined, said: Conversation): Conversation {
  if (!known) return said;
  const fresh = said.members.filter((id) => !known.members.includes(id));
  const members = [...fresh, ...known.members].slice(0, MOST_MEMBERS);
  // Where several people are, the words are those of whoever was there first.
  const { locale, timeZone } = said.kind === 'personal' ? said : known;
  return { ...said, locale, timeZone, members };
}

function same(one: Conversation, other: Conversation): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
