import type { Request, Response } from 'botbuilder';
import { handleAction } from '../src/actions/handle-action.ts';
import type { Desk } from '../src/leads/desk.ts';
import type { Role } from '../src/leads/person.ts';
import type { Log } from '../src/platform/log.ts';
import { type Credentials, createAdapter } from './adapter.ts';
import { TeamsBot } from './teams-bot.ts';

type Options = { desk: Desk; log: Log; credentials?: Credentials | undefined; defaultRole: Role };
type WebResponse = Response & {
  sendRaw(status: number, body: string, headers: Record<string, string>): void;
  headersSent: boolean;
};

/** `POST /api/messages`: what Teams sends, checked for its shape before the SDK sees it. */
export function createMessagesHandler({ desk, log, credentials, defaultRole }: Options) {
  const adapter = createAdapter(credentials, log);
  const bot = new TeamsBot({
    adapter,
    appId: credentials?.MicrosoftAppId ?? '',
    people: desk.people,
    defaultRole,
    log,
    handle: (request) => handleAction(desk, request),
  });

  return {
    async handle(req: Request, res: WebResponse): Promise<void> {
      if (!isActivity(req.body)) return problem(res, 400, 'malformed-request', 'The body is not an activity.');
      try {
        await adapter.process(req, res, (context) => bot.run(context));
      } catch (error) {
        log.error({ err: error }, 'activity not processed');
        if (!res.headersSent) problem(res, 500, 'internal-error', 'The activity could not be processed.');
      }
    },
    settled: () => bot.settled(),
  };
}

function isActivity(body: unknown): boolean {
  const { type, channelId, conversation, from, recipient } = (body ?? {}) as Record<string, { id?: unknown }>;
  const hasId = (party: { id?: unknown } | undefined) => typeof party?.id === 'string';
  return (
    typeof type === 'string' && typeof channelId === 'string' && hasId(conversation) && hasId(from) && hasId(recipient)
  );
}

function problem(res: WebResponse, status: number, code: string, detail: string): void {
  const body = { type: `/problems/${code}`, title: code.replaceAll('-', ' '), status, detail };
  res.sendRaw(status, JSON.stringify(body), { 'content-type': 'application/problem+json' });
}
