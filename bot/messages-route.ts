import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { type ActionRequest, handleAction } from '../src/actions/handle-action.ts';
import type { Desk } from '../src/leads/desk.ts';
import type { Role } from '../src/leads/person.ts';
import type { Answers } from '../src/outbox/answers.ts';
import type { Conversation } from '../src/outbox/conversations.ts';
import type { OutboxStores, WorkerPorts } from '../src/outbox/worker-ports.ts';
import type { Log } from '../src/platform/log.ts';
import { type Channel, type Credentials, createAdapter } from './adapter.ts';
import { chatSubscription } from './chat-subscription.ts';
import { isColleague } from './colleague.ts';
import { createWorker } from './create-worker.ts';
import { Posts, type PutCard } from './posts.ts';
import { isActivity } from './read-activity.ts';
import { SeenActivities } from './seen-activities.ts';
import { cardSender } from './send-card.ts';
import { NotOurs } from './teams-adapter.ts';
import { teamsApp } from './teams-app.ts';
import { TeamsBot } from './teams-bot.ts';

type Options = {
  desk: Desk & OutboxStores & { turns: Answers };
  log: Log;
  defaultRole: Role;
  /** Without them, in local mode, everybody on this machine is believed. */
  credentials?: Credentials | undefined;
  /** Whose conversations are served, outside local mode. */
  tenants?: readonly string[];
  channel?: Channel | undefined;
  /** Tells the metrics what became of a card or a notification. */
  report?: WorkerPorts['report'];
  /** Whether somebody has a request left in this minute. */
  mayAct?: (personId: string) => Promise<boolean>;
  /** Where people reach this server, known once it listens. */
  publicUrl: () => string;
};
type WebRequest = { body?: unknown; headers: Record<string, string | string[] | undefined> };
type WebResponse = {
  sendRaw(status: number, body: string, headers: Record<string, string>): void;
  getHeader(name: string): unknown;
};
type Outcome = { status: number; body?: object; headers?: Record<string, string> };

const STATUS = { unauthorized: 401, 'not-permitted': 403, 'sign-in-unavailable': 503 } as const;
const DETAIL = {
  unauthorized: 'The activity is not signed by Teams for this bot.',
  'not-permitted': 'The activity comes from a conversation or somebody this bot does not serve.',
  'sign-in-unavailable': 'Whether the activity is signed cannot be found out at the moment.',
} as const;

const JSON_HEADERS = { 'content-type': 'application/json' };
const TOO_MANY = refused(429, 'too-many-requests', 'Too many requests; try again later.', { 'retry-after': '60' });

/** `POST /api/messages`: what Teams sends, checked for its shape, its signature and where it comes from. */
export function createMessagesHandler(options: Options) {
  const { desk, log, credentials, tenants = [], channel, defaultRole, mayAct = async () => true, publicUrl } = options;
  const reach = {
    tenants: credentials && tenants,
    ...(channel && { isConnector: channel.isConnector }),
  };
  const adapter = createAdapter(credentials, reach, log, channel);
  const authorization = (chat: Conversation) =>
    adapter.authorization(originOf(chat), credentials?.MicrosoftAppId ?? '');
  const send = cardSender(authorization, log);
  const app = teamsApp(Boolean(credentials), publicUrl);
  const worker = createWorker({ desk, log, defaultRole, send, app, report: options.report });
  const { conversations, postedCards, turns, people, now } = desk;
  const put: PutCard = async (message, chat, card) => {
    const { kind } = await send(message, chat, card);
    if (kind !== 'done') log.warn({ kind }, 'message not brought up to date');
  };
  const posts = new Posts({ conversations, postedCards, now, log, put, wake: () => worker.soon() });
  const seen = new SeenActivities({ turns, log });
  const handle = (request: ActionRequest) => handleAction(desk, request);
  const chat = (activity: Activity) => chatSubscription(desk.subscriptions, activity, now);
  const bot = new TeamsBot({ people, defaultRole, posts, seen, chat, handle, app, publicUrl });

  const turn = (context: TurnContext) =>
    answered(context).catch(async (error) => {
      if (!(await bot.sayAway(context, error))) throw error;
    });
  const answered = async (context: TurnContext) => {
    // In local mode everybody there is has been introduced.
    if (!credentials || (await isColleague(context, { people: desk.people, defaultRole, tenants })))
      return bot.run(context);
    log.warn({ why: 'not a colleague' }, 'activity refused');
    if (context.activity.type !== ActivityTypes.Invoke) return;
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 403 } });
  };

  async function work({ body, headers }: WebRequest): Promise<Outcome> {
    if (!isActivity(body)) return refused(400, 'malformed-request', 'The body is not an activity.');
    try {
      const known = await adapter.authenticate(body, String(headers.authorization ?? ''));
      if (!(await mayAct(body.from.aadObjectId ?? body.from.id))) return TOO_MANY;
      const answer = await adapter.answer(known, body, turn);
      // What no handler knows is a mistake of whoever sent it, not of ours.
      return answer?.status === 501 ? { status: 400 } : (answer ?? { status: 200 });
    } catch (error) {
      if (error instanceof NotOurs) {
        log.warn({ why: error.message }, 'activity refused');
        return refused(STATUS[error.code], error.code, DETAIL[error.code]);
      }
      log.error({ err: error }, 'activity not processed');
      return refused(500, 'internal-error', 'The activity could not be processed.');
    }
  }

  return {
    async handle(req: WebRequest, res: WebResponse): Promise<void> {
      const { status, body, headers = JSON_HEADERS } = await work(req);
      if (body === undefined) return res.sendRaw(status, '', {});
      const isProblem = headers !== JSON_HEADERS;
      const told = isProblem ? { ...body, instance: res.getHeader('x-request-id') } : body;
      res.sendRaw(status, JSON.stringify(told), headers);
    },
    /** Follows up what changes, from the moment it is started. */
    worker,
    /** Resolves when everything a turn leaves behind is written. */
    async settled(): Promise<void> {
      await posts.settled();
      await seen.settled();
    },
  };
}

function originOf({ channelId, serviceUrl, tenantId }: Conversation) {
  return { channelId, serviceUrl, conversation: { tenantId } };
}

function refused(status: number, code: string, detail: string, more: Record<string, string> = {}): Outcome {
  const body = { type: `/problems/${code}`, title: code.replaceAll('-', ' '), status, detail };
  return { status, body, headers: { 'content-type': 'application/problem+json', ...more } };
}
