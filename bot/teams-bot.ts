import { type Activity, type CloudAdapter, type InvokeResponse, TeamsActivityHandler, TurnContext } from 'botbuilder';
import type { ActionRequest } from '../src/actions/handle-action.ts';
import type { Reply } from '../src/actions/reply.ts';
import { UnknownVerb } from '../src/cards/verbs.ts';
import type { People } from '../src/leads/desk.ts';
import { LeadError } from '../src/leads/lead-error.ts';
import type { Role } from '../src/leads/person.ts';
import type { Log } from '../src/platform/log.ts';
import { readCommand } from './commands/read-command.ts';
import { actionAnswer, refuseAction } from './invoke-answers.ts';
import { plainText } from './plain-text.ts';
import { replyMessage } from './reply-message.ts';
import { SeenActivities } from './seen-activities.ts';
import { teamsActor } from './teams-actor.ts';

type Options = {
  adapter: CloudAdapter;
  appId: string;
  people: People;
  defaultRole: Role;
  log: Log;
  handle: (request: ActionRequest) => Promise<Reply>;
};

/** Teams in, Teams out: an activity becomes (actor, verb, data), the card goes back the way it came. */
export class TeamsBot extends TeamsActivityHandler {
  readonly #options: Options;
  readonly #seen = new SeenActivities<unknown>();
  readonly #updates = new Set<Promise<void>>();

  constructor(options: Options) {
    super();
    this.#options = options;
    this.onMessage((context) => this.#once(context, () => this.#message(context)).then(() => undefined));
    this.onInstallationUpdateAdd((context) => this.#welcome(context));
    this.onMembersAdded(async (context) => {
      const { membersAdded, recipient } = context.activity;
      if (membersAdded?.some(({ id }) => id === recipient.id)) await this.#welcome(context);
    });
  }

  /** Resolves when no posted card waits to be updated. */
  async settled(): Promise<void> {
    await Promise.all(this.#updates);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const action = context.activity.value?.action;
    if (context.activity.name !== 'adaptiveCard/action') return super.onInvokeActivity(context);
    if (typeof action?.verb !== 'string') return refuseAction('The card action has no verb.');
    return (await this.#once(context, () => this.#action(context, action.verb, action.data))) as InvokeResponse;
  }

  async #action(context: TurnContext, verb: string, data: unknown): Promise<InvokeResponse> {
    try {
      const reply = await this.#act(context.activity, verb, data);
      // An automatic refresh only shows: updating the message would ask for the next refresh.
      const isChange = reply.kind === 'card' && reply.changed && context.activity.value.trigger !== 'automatic';
      if (isChange) this.#updatePosted(context, reply);
      return actionAnswer(reply);
    } catch (error) {
      if (error instanceof UnknownVerb) return refuseAction(`There is no button "${verb.slice(0, 100)}".`);
      if (error instanceof LeadError)
        return refuseAction(`This button carries data that cannot be used (${error.message}). Open the lead again.`);
      throw error;
    }
  }

  async #message(context: TurnContext): Promise<void> {
    const { activity } = context;
    // Hosts without Action.Execute send a button's fallback: a message with a value.
    const pressed = typeof activity.value?.verb === 'string' ? activity.value : undefined;
    const { verb, data } = pressed ? { verb: pressed.verb, data: pressed } : readCommand(plainText(activity));
    const reply = await this.#act(activity, verb, data);
    if (pressed && activity.replyToId) await context.updateActivity({ ...replyMessage(reply), id: activity.replyToId });
    else await context.sendActivity(replyMessage(reply));
  }

  async #act(activity: Activity, verb: string, data: unknown): Promise<Reply> {
    const { handle, people, defaultRole } = this.#options;
    const audience = activity.conversation.conversationType === 'personal' ? 'one' : 'many';
    return handle({
      actor: await teamsActor(people, activity, defaultRole),
      verb,
      data: data ?? {},
      view: {
        host: 'teams',
        audience,
        locale: activity.locale ?? 'en',
        timeZone: activity.localTimezone ?? 'UTC',
      },
    });
  }

  /** Without this the message falls back to its old card, e.g. after a reaction. Not awaited: the answer goes first. */
  #updatePosted(context: TurnContext, reply: Reply): void {
    const { replyToId } = context.activity;
    if (!replyToId) return;
    const { adapter, appId, log } = this.#options;
    const reference = TurnContext.getConversationReference(context.activity);
    const update = adapter
      .continueConversationAsync(appId, reference, async (later) => {
        await later.updateActivity({ ...replyMessage(reply), id: replyToId });
      })
      .catch((error) => log.warn({ err: error }, 'posted card not updated'))
      .finally(() => this.#updates.delete(update));
    this.#updates.add(update);
  }

  /** Installing sends two different activities for one conversation; people are greeted once. */
  async #welcome(context: TurnContext): Promise<void> {
    const { first, answer } = this.#seen.once(`welcome ${context.activity.conversation.id}`, async () => {
      const reply = await this.#act(context.activity, 'help', {});
      await context.sendActivity(replyMessage(reply));
    });
    if (first) await answer;
  }

  #once<T>(context: TurnContext, work: () => Promise<T>): Promise<T | unknown> {
    const { id, name, type, conversation } = context.activity;
    if (!id) return work();
    return this.#seen.once(`${conversation.id} ${type} ${name ?? ''} ${id}`, work).answer;
  }
}
