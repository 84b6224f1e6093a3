import {
  type Activity,
  ActivityTypes,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import type { Chat } from '../src/actions/chat.ts';
import type { ActionRequest } from '../src/actions/handle-action.ts';
import type { Reply } from '../src/actions/reply.ts';
import { storeAway } from '../src/actions/store-away.ts';
import { refreshFor } from '../src/cards/refresh.ts';
import { SHOWING_VERBS } from '../src/cards/verbs.ts';
import type { TeamsApp, View } from '../src/cards/view.ts';
import type { People } from '../src/leads/desk.ts';
import { LeadError } from '../src/leads/lead-error.ts';
import type { Role } from '../src/leads/person.ts';
import { words } from '../src/words/words.ts';
import { afterPress } from './after-press.ts';
import { ASIDE, asideFor, isLook } from './aside.ts';
import type { Ask } from './ask.ts';
import { askedBy } from './asked-by.ts';
import { chatOf } from './chat-of.ts';
import { actionAnswer, badButton, refuseAction } from './invoke-answers.ts';
import { type Invoke, invokeNamed, isWriting } from './invokes.ts';
import { isInsertedCard } from './plain-text.ts';
import type { Posts } from './posts.ts';
import { putAnswer } from './put-answer.ts';
import { replyMessage } from './reply-message.ts';
import type { SeenActivities } from './seen-activities.ts';
import { teamsActor } from './teams-actor.ts';

type Options = {
  people: People;
  defaultRole: Role;
  seen: SeenActivities;
  posts: Posts;
  chat: (activity: Activity) => Chat;
  handle: (request: ActionRequest) => Promise<Reply>;
  app: TeamsApp;
  /** Where people reach this server: what links of leads begin with. */
  publicUrl: () => string;
};

/** Teams in, Teams out: an activity becomes (actor, verb, data), the card goes back the way it came. */
export class TeamsBot extends TeamsActivityHandler {
  readonly #options: Options;

  constructor(options: Options) {
    super();
    this.#options = options;
    this.onMessage((context) => this.#once(context, () => this.#message(context)).then(() => undefined));
    this.onInstallationUpdateAdd((context) => this.#welcome(context));
    this.onInstallationUpdateRemove(({ activity }) => this.#left(activity));
    this.onMembersRemoved(async ({ activity }) => {
      if (activity.membersRemoved?.some(({ id }) => id === activity.recipient.id)) await this.#left(activity);
    });
    this.onMembersAdded(async (context) => {
      const { membersAdded, recipient } = context.activity;
      if (membersAdded?.some(({ id }) => id === recipient.id)) await this.#welcome(context);
    });
  }

  /** Every turn tells of the chat it comes from. */
  override async run(context: TurnContext): Promise<void> {
    this.#options.posts.seen(context.activity);
    if (context.activity.type !== ActivityTypes.Invoke) return super.run(context);
    // What the SDK does between here and there is for handlers nobody registers, and takes as long as many an answer.
    const value = await this.onInvokeActivity(context);
    if (value) context.turnState.set(INVOKE_RESPONSE_KEY, { type: ActivityTypes.InvokeResponse, value });
  }

  /**
   * While the store is away nobody is known there and nothing is done: what was asked is offered again.
   * @returns whether that was the trouble, and it was said
   */
  async sayAway(context: TurnContext, error: unknown): Promise<boolean> {
    if (!(error instanceof LeadError) || error.code !== 'store-unavailable') return false;
    const { activity } = context;
    const isMessage = activity.type === ActivityTypes.Message;
    const { verb, data } = isMessage ? askedBy(activity) : (activity.value?.action ?? {});
    const reply = storeAway(this.#view(activity, audienceOf(activity)), String(verb), data);
    if (!reply) return false;
    const value = actionAnswer(reply);
    await context.sendActivity(isMessage ? replyMessage(reply) : { type: ActivityTypes.InvokeResponse, value });
    return true;
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value, locale } = context.activity;
    const invoke = invokeNamed(name);
    if (invoke) return this.#once(context, () => this.#invoke(context, invoke), isWriting(name));
    const action = value?.action;
    if (name !== 'adaptiveCard/action') return super.onInvokeActivity(context);
    if (typeof action?.verb !== 'string') return refuseAction(words(locale ?? 'en').badButton);
    const isShared = !SHOWING_VERBS.has(action.verb);
    return this.#once(context, () => this.#action(context, action.verb, action.data), isShared);
  }

  #invoke({ activity }: TurnContext, invoke: Invoke): Promise<InvokeResponse> {
    const { publicUrl } = this.#options;
    const ask: Ask = async (verb, data, how) => this.#refreshed(activity, await this.#act(activity, verb, data, how));
    return invoke(activity.value, ask, publicUrl());
  }

  async #action(context: TurnContext, verb: string, data: unknown): Promise<InvokeResponse> {
    try {
      const { activity } = context;
      const reply = await this.#act(activity, verb, data, { audience: 'one' });
      afterPress(this.#options.posts, activity, reply);
      return actionAnswer(this.#refreshed(activity, reply, isLook(activity, reply)));
    } catch (error) {
      const why = badButton(error, context.activity.locale);
      if (why === undefined) throw error;
      return refuseAction(why);
    }
  }

  async #message(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (isInsertedCard(activity)) return;
    const { verb, data, pressed } = askedBy(activity);
    const reply = await this.#act(activity, verb, data).catch((error): Reply => {
      const why = pressed && badButton(error, activity.locale);
      if (!why) throw error;
      return { kind: 'text', text: why };
    });
    const message = replyMessage(this.#refreshed(activity, reply));
    // A sentence takes no card's place.
    const pressedOn = pressed && reply.kind !== 'text' ? activity.replyToId : undefined;
    const activityId = await putAnswer(context, message, pressedOn);
    const leadId = leadOf(reply);
    if (reply.kind !== 'card' || !leadId || !activityId) return;
    this.#options.posts.posted(activity, { activityId, leadId, card: reply.card });
  }

  /**
   * In a chat of several people everybody's client asks for the buttons of their own role. A look changes no message that
   * could be brought up to date, so that in a chat of one their client asks for it.
   */
  #refreshed(activity: Activity, reply: Reply, aside = false): Reply {
    const isAlone = aside && chatOf(activity).kind === 'personal';
    const members = isAlone ? [activity.from.id] : this.#options.posts.readersOf(activity);
    if (reply.kind === 'results') {
      const results = reply.results.map((found) => ({ ...found, card: refreshFor(found.card, found.leadId, members) }));
      return { ...reply, results };
    }
    if (reply.kind !== 'card') return reply;
    const leadId = leadOf(reply);
    const card = aside && !isAlone ? asideFor(reply.card) : reply.card;
    return { ...reply, card: leadId ? refreshFor(card, leadId, members, aside ? ASIDE : {}) : card };
  }

  /** @param how who sees the reply, everybody in the conversation where nothing is said, and whether in a dialog */
  async #act(activity: Activity, verb: string, data: unknown, how: Parameters<Ask>[2] = {}): Promise<Reply> {
    const { handle, people, defaultRole } = this.#options;
    const { audience = audienceOf(activity), dialog = false } = how;
    return handle({
      dialog,
      chat: this.#options.chat(activity),
      actor: await teamsActor(people, activity, defaultRole),
      verb,
      data: data ?? {},
      view: this.#view(activity, audience),
    });
  }

  #view({ locale, localTimezone }: Activity, audience: View['audience']): View {
    const { app } = this.#options;
    return { host: 'teams', audience, locale: locale ?? 'en', timeZone: localTimezone ?? 'UTC', teams: app };
  }

  /** Installing sends two different activities for one conversation; people are greeted once. */
  async #welcome(context: TurnContext): Promise<void> {
    await this.#options.seen.once(welcomeIn(context.activity), true, async () => {
      const reply = await this.#act(context.activity, 'help', {});
      await context.sendActivity(replyMessage(reply));
    });
  }

  /** Whoever installs it again is greeted again. */
  #left(activity: Activity): Promise<void> {
    this.#options.posts.left(activity);
    return this.#options.seen.forget(welcomeIn(activity));
  }

  #once<T>(context: TurnContext, work: () => Promise<T>, isShared = true): Promise<T> {
    const { id, name, type, conversation } = context.activity;
    if (!id) return work();
    return this.#options.seen.once(`${conversation.id} ${type} ${name ?? ''} ${id}`, isShared, work);
  }
}

function welcomeIn({ conversation }: Activity): string {
  return `welcome ${conversation.id}`;
}

/** The lead whose card a reply is. */
function leadOf(reply: Reply): string | undefined {
  return reply.kind === 'card' ? reply.shows : undefined;
}

function audienceOf({ conversation }: Activity): View['audience'] {
  return conversation.conversationType === 'personal' ? 'one' : 'many';
}
