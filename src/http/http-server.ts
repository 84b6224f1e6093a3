import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import restify from 'restify';
import type { Desk } from '../leads/desk.ts';
import { LeadError } from '../leads/lead-error.ts';
import type { Actor } from '../leads/person.ts';
import type { Answers } from '../outbox/answers.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { answerOnce } from './idempotency.ts';
import { beImpatient, PATIENCE, type Patience } from './impatience.ts';
import { Lines, type Room } from './lines.ts';
import { mustBeLocal } from './loopback-only.ts';
import { HttpError, toProblem } from './problem.ts';
import { RateLimits } from './rate-limits.ts';
import { readBytes, readForm, readJson } from './request-body.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { sendBytes, sendJson } from './send.ts';
import type { SignIn } from './sign-in.ts';

/** A handler that speaks to the framework's request and response itself: pages, and the bot's adapter. */
export type RawRoute = {
  method: 'get' | 'post';
  path: string;
  maxBody?: number;
  /** Whether browsers' forms are taken beside JSON. */
  forms?: true;
  /** Whether a request takes one of its address's turns; otherwise only one that is answered 401 does, or none. */
  counted?: 'unsigned' | 'never';
  handle: (req: restify.Request, res: restify.Response) => Promise<void>;
};

type Options = {
  desk: Desk;
  log: Log;
  metrics: Metrics;
  signIn: SignIn;
  answers: Answers;
  routes: readonly Route[];
  rawRoutes: readonly RawRoute[];
  /** How many requests are taken; by default any number. */
  limits?: RateLimits;
  /** Whether only programs and pages of this machine are answered. */
  localOnly?: boolean;
  /** Whether people reach the server by https. */
  tls?: boolean;
  patience?: Patience;
};

type Running = Options & { limits: RateLimits; lines: Lines };

/** What those may fill of whom nobody knows who they are: people who signed in have lines of their own. */
const DOOR_BYTES = 64 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** The web server: request ids, body limits, sign-in and one place where errors become answers. */
export function createHttpServer(given: Options): restify.Server {
  const options: Running = { limits: new RateLimits('off', 0), lines: new Lines(), ...given };
  const { log, metrics, routes, rawRoutes, limits, patience = PATIENCE } = options;
  const doors = new Lines({ bytes: DOOR_BYTES });
  const headers = securityHeaders({ tls: given.tls ?? false });
  const server = restify.createServer({ name: 'lead-desk', handleUncaughtExceptions: false });
  beImpatient(server.server, patience);
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.pre((req, res, next) => {
    const started = performance.now();
    for (const [name, value] of headers) res.setHeader(name, value);
    res.once('finish', () => {
      const ms = performance.now() - started;
      const method = req.method ?? '';
      const route = req.getRoute()?.path.toString() ?? 'unknown';
      metrics.answered(method, route, res.statusCode, ms / 1000);
      // The route, not the path: a path says whose lead somebody looked at, or holds whatever a stranger typed.
      log.info({ ms: Math.round(ms) }, `${method} ${route} ${res.statusCode}`);
    });
    next();
  });

  for (const route of rawRoutes) {
    const { method, maxBody = MEGABYTE, forms, counted, handle } = route;
    server[method](route.path, async (req: restify.Request, res: restify.Response) =>
      guarded(options, req, res, async (requestId) => {
        if (counted === 'unsigned') await limits.refuseIfSpent(req);
        else if (!counted) await limits.address(req);
        // Everything Teams sends comes from a few addresses, and nobody there waits for somebody else.
        const who = counted ? requestId : limits.addressOf(req);
        await doors.run(who, async (room) => {
          if (method === 'post') {
            const late = setTimeout(() => req.destroy(), patience.unsignedBody);
            req.body = await (forms ? readForm : readJson)(req, maxBody, room).finally(() => clearTimeout(late));
          }
          await handle(req, res);
        });
        if (counted === 'unsigned' && res.statusCode === 401) await limits.countUnsigned(req);
      }),
    );
  }
  for (const route of routes) {
    server[route.method](route.path, async (req: restify.Request, res: restify.Response) =>
      guarded(options, req, res, (requestId) => answer(options, route, req, res, requestId)),
    );
  }
  server.on('NotFound', (req, res, _error, done) => {
    const nothing = new HttpError('not-found', `There is nothing at ${req.getPath()}.`);
    void fail(options, req, res, nothing, randomUUID()).then(done);
  });
  server.on('MethodNotAllowed', (req, res, _error, done) => {
    const refused = new HttpError('method-not-allowed', 'This address does not take that method.');
    void fail(options, req, res, refused, randomUUID()).then(done);
  });
  return server;
}

/**
 * Stops listening and lets requests under way finish.
 * @param patience ms after which connections still open are cut
 */
export async function closeServer(server: restify.Server, patience: number): Promise<void> {
  const http: Server = server.server;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection kept alive has nothing under way between two requests, but only says so afterwards.
  const idle = setInterval(() => http.closeIdleConnections(), 50);
  const cut = setTimeout(() => http.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

async function answer(
  options: Running,
  route: Route,
  req: restify.Request,
  res: restify.Response,
  requestId: string,
): Promise<void> {
  const { signIn, limits, lines } = options;
  await limits.address(req);
  const actor = { ...(await signIn(req.header('authorization'), 'api')), requestId };
  await limits.person(actor.id);
  await lines.run(actor.id, (room) => answerInTurn(options, route, actor, room, req, res));
}

async function answerInTurn(
  { desk, answers }: Options,
  route: Route,
  actor: Actor,
  room: Room,
  req: restify.Request,
  res: restify.Response,
): Promise<void> {
  const body = await bodyOf(route, req, room);
  const headers = req.headers as Record<string, string | undefined>;
  const request = { desk, actor, params: req.params, query: req.query ?? {}, headers, body, stream: req };
  const tried = `${route.method} ${route.path}`;
  const given = await (route.method === 'post'
    ? answerOnce(answers, tried, request, route.answer)
    : route.answer(request)
  ).catch((error) => {
    if (error instanceof LeadError && error.code === 'not-permitted') {
      const leadId = tried.includes('/leads/:id') ? req.params.id : undefined;
      desk.denied?.({ by: actor, tried, leadId });
    }
    throw error;
  });
  for (const [name, value] of Object.entries(given.headers ?? {})) res.header(name, value);
  if (given.bytes) await sendBytes(res, given.status, given.bytes);
  else await sendJson(req, res, given.status, given.body);
}

function bodyOf(
  { method, takes, maxBody = MEGABYTE }: Route,
  req: restify.Request,
  room: Room,
): Promise<unknown> | undefined {
  if (method === 'get' || takes === 'files') return undefined;
  return (takes === 'csv' ? readBytes : readJson)(req, maxBody, room);
}

async function guarded(
  options: Options,
  req: restify.Request,
  res: restify.Response,
  work: (requestId: string) => Promise<void>,
): Promise<void> {
  const requestId = randomUUID();
  res.header('x-request-id', requestId);
  try {
    if (options.localOnly) mustBeLocal(req.headers);
    await work(requestId);
  } catch (error) {
    await fail(options, req, res, error, requestId);
  }
}

async function fail(
  { log, metrics, patience = PATIENCE }: Options,
  req: restify.Request,
  res: restify.Response,
  error: unknown,
  requestId: string,
): Promise<void> {
  const problem = toProblem(error, requestId);
  metrics.refused(problem.type);
  if (problem.status === 401) log.warn({ requestId }, 'nobody signed in');
  if (problem.status >= 500) log.error({ err: error, requestId }, 'request failed');
  if (problem.status === 429) await sleep(patience.tooMany, undefined, { ref: false });
  if (res.headersSent) return;
  if (error instanceof HttpError) for (const [name, value] of Object.entries(error.headers)) res.header(name, value);
  await sendJson(req, res, problem.status, problem, 'application/problem+json');
}
