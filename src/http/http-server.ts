import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import restify from 'restify';
import type { Desk } from '../leads/desk.ts';
import type { Answers } from '../outbox/answers.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { answerOnce } from './idempotency.ts';
import { HttpError, toProblem } from './problem.ts';
import { readBytes, readForm, readJson } from './request-body.ts';
import type { Route } from './route.ts';
import { sendBytes, sendJson } from './send.ts';
import type { SignIn } from './sign-in.ts';

/** A handler that speaks to the framework's request and response itself: pages, and the bot's adapter. */
export type RawRoute = {
  method: 'get' | 'post';
  path: string;
  maxBody?: number;
  /** Whether browsers' forms are taken beside JSON. */
  forms?: true;
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
};

const MEGABYTE = 1024 * 1024;

/** The web server: request ids, body limits, sign-in and one place where errors become answers. */
export function createHttpServer(options: Options): restify.Server {
  const { log, metrics, routes, rawRoutes } = options;
  const server = restify.createServer({ name: 'lead-desk', handleUncaughtExceptions: false });
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.pre((req, res, next) => {
    const started = performance.now();
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
    const { method, maxBody = MEGABYTE, forms, handle } = route;
    server[method](route.path, async (req: restify.Request, res: restify.Response) =>
      guarded(options, req, res, async () => {
        if (method === 'post') req.body = await (forms ? readForm : readJson)(req, maxBody);
        await handle(req, res);
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
  { desk, signIn, answers }: Options,
  route: Route,
  req: restify.Request,
  res: restify.Response,
  requestId: string,
): Promise<void> {
  const actor = { ...(await signIn(req.header('authorization'), 'api')), requestId };
  const body = await bodyOf(route, req);
  const headers = req.headers as Record<string, string | undefined>;
  const request = { desk, actor, params: req.params, query: req.query ?? {}, headers, body, stream: req };
  const given = await (route.method === 'post'
    ? answerOnce(answers, `${route.method} ${route.path}`, request, route.answer)
    : route.answer(request));
  for (const [name, value] of Object.entries(given.headers ?? {})) res.header(name, value);
  if (given.bytes) await sendBytes(res, given.status, given.bytes);
  else await sendJson(req, res, given.status, given.body);
}

function bodyOf({ method, takes, maxBody = MEGABYTE }: Route, req: restify.Request): Promise<unknown> | undefined {
  if (method === 'get' || takes === 'files') return undefined;
  return (takes === 'csv' ? readBytes : readJson)(req, maxBody);
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
    await work(requestId);
  } catch (error) {
    await fail(options, req, res, error, requestId);
  }
}

async function fail(
  { log, metrics }: Options,
  req: restify.Request,
  res: restify.Response,
  error: unknown,
  requestId: string,
): Promise<void> {
  const problem = toProblem(error, requestId);
  metrics.refused(problem.type);
  if (problem.status >= 500) log.error({ err: error, requestId }, 'request failed');
  if (res.headersSent) return;
  if (error instanceof HttpError) for (const [name, value] of Object.entries(error.headers)) res.header(name, value);
  await sendJson(req, res, problem.status, problem, 'application/problem+json');
}
