import { randomUUID } from 'node:crypto';
import restify from 'restify';
import type { Desk } from '../leads/desk.ts';
import type { Answers } from '../outbox/answers.ts';
import type { Log } from '../platform/log.ts';
import { answerOnce } from './idempotency.ts';
import { HttpError, toProblem } from './problem.ts';
import type { Route } from './route.ts';
import type { SignIn } from './sign-in.ts';

/** A handler that speaks to the framework's request and response itself: pages, and the bot's adapter. */
export type RawRoute = {
  method: 'get' | 'post';
  path: string;
  maxBody?: number;
  handle: (req: restify.Request, res: restify.Response) => Promise<void>;
};

type Options = {
  desk: Desk;
  log: Log;
  signIn: SignIn;
  answers: Answers;
  routes: readonly Route[];
  rawRoutes: readonly RawRoute[];
};

const MEGABYTE = 1024 * 1024;

/** The web server: request ids, body limits, sign-in and one place where errors become answers. */
export function createHttpServer({ desk, log, signIn, answers, routes, rawRoutes }: Options): restify.Server {
  const server = restify.createServer({ name: 'lead-desk', handleUncaughtExceptions: false });
  server.use(restify.plugins.queryParser({ mapParams: false }));
  server.pre((req, res, next) => {
    const started = performance.now();
    res.once('finish', () => {
      const path = req.getPath().replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
      log.info({ ms: Math.round(performance.now() - started) }, `${req.method} ${path} ${res.statusCode}`);
    });
    next();
  });

  for (const route of rawRoutes) {
    server[route.method](route.path, async (req: restify.Request, res: restify.Response) => {
      const requestId = randomUUID();
      try {
        if (route.method === 'post') req.body = await readJson(req, route.maxBody ?? MEGABYTE);
        await route.handle(req, res);
      } catch (error) {
        fail(log, res, error, requestId);
      }
    });
  }
  for (const route of routes) {
    server[route.method](route.path, async (req: restify.Request, res: restify.Response) => {
      const requestId = randomUUID();
      res.header('x-request-id', requestId);
      try {
        const actor = { ...(await signIn(req.header('authorization'), 'api')), requestId };
        const body = route.method === 'get' ? undefined : await readJson(req, route.maxBody ?? MEGABYTE);
        const headers = req.headers as Record<string, string | undefined>;
        const request = { desk, actor, params: req.params, query: req.query ?? {}, headers, body };
        const name = `${route.method} ${route.path}`;
        const answer = await (route.method === 'post'
          ? answerOnce(answers, name, request, route.answer)
          : route.answer(request));
        for (const [name, value] of Object.entries(answer.headers ?? {})) res.header(name, value);
        send(res, answer.status, answer.body, 'application/json');
      } catch (error) {
        fail(log, res, error, requestId);
      }
    });
  }
  const lost = (req: restify.Request, res: restify.Response, _error: Error, done: () => void) => {
    fail(log, res, new HttpError('not-found', `There is nothing at ${req.getPath()}.`), randomUUID());
    done();
  };
  server.on('NotFound', lost);
  server.on('MethodNotAllowed', (_req, res, _error, done) => {
    fail(log, res, new HttpError('method-not-allowed', 'This address does not take that method.'), randomUUID());
    done();
  });
  return server;
}

/** The body as JSON, whatever flavour of it the content type names; an empty one is `undefined`. */
async function readJson(req: restify.Request, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    // The rest is read and dropped, so that the sender gets to see the answer.
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes)
    throw new HttpError('body-too-large', `The body may have ${maxBytes} bytes, this one has ${size}.`);
  if (!size) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    // What was wrong with it is of no use to the sender beyond this sentence.
    throw new HttpError('malformed-request', 'The body is not JSON.');
  }
}

function fail(log: Log, res: restify.Response, error: unknown, requestId: string): void {
  const problem = toProblem(error, requestId);
  if (problem.status >= 500) log.error({ err: error, requestId }, 'request failed');
  if (!res.headersSent) send(res, problem.status, problem, 'application/problem+json');
}

function send(res: restify.Response, status: number, body: unknown, contentType: string): void {
  res.header('x-content-type-options', 'nosniff');
  if (body === undefined) res.sendRaw(status, '');
  else res.sendRaw(status, JSON.stringify(body), { 'content-type': contentType });
}
