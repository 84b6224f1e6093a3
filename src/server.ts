import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Channel } from '../bot/adapter.ts';
import { createMessagesHandler } from '../bot/messages-route.ts';
import { API_ROUTES } from './http/api-routes.ts';
import { docsRoutes } from './http/docs-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { closeServer, createHttpServer } from './http/http-server.ts';
import { forgetOldAnswers } from './http/idempotency.ts';
import { INQUIRIES, inquiryRoute } from './http/inquiry-route.ts';
import { leadLinkRoute } from './http/lead-link-route.ts';
import { notificationsRoute } from './http/notifications-route.ts';
import { pageRoutes } from './http/page-routes.ts';
import { RateLimits } from './http/rate-limits.ts';
import { localSignIn } from './http/sign-in.ts';
import { tenantSignIn } from './http/tenant-sign-in.ts';
import { denialForLog } from './leads/denial.ts';
import { DenialTrail } from './leads/denial-trail.ts';
import type { Desk } from './leads/desk.ts';
import { eraseExpired } from './leads/retention.ts';
import { announcingStore } from './outbox/announcing-store.ts';
import { outboxFigures } from './outbox/outbox-figures.ts';
import { readConfig } from './platform/config.ts';
import { consoleToLog } from './platform/console-to-log.ts';
import { placeOf, reasonOf } from './platform/database-url.ts';
import type { Authority } from './platform/entra-tokens.ts';
import { LOCAL_PEOPLE } from './platform/local-people.ts';
import { createLog } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { newId } from './platform/new-id.ts';
import { openStore } from './stores/open-store.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MINUTE = 60 * 1000;

/** How long a server that stops waits, in milliseconds: what is longer is another process' or the next start's. */
const STOP_PATIENCE = {
  /** For requests under way. */
  requests: 10_000,
  /** For what they leave behind, and for cards that have to wait for their turn. */
  work: 10_000,
  /** For the store, which may be silent. */
  close: 5000,
};

/** What the build wrote for browsers. */
const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));

/** Whose word is taken for who somebody is, where it is not Microsoft's: only tests have an identity provider of their own. */
export type Trust = { authority?: Authority; channel?: Channel };

/**
 * Lead Desk, running: config → store → desk → surfaces → listen.
 * @throws ConfigError when settings are missing or wrong, and an error that names the database when that cannot be used
 */
export async function startServer(
  env: Record<string, string | undefined>,
  trust: Trust = {},
  stopPatience = STOP_PATIENCE,
) {
  const config = readConfig(env);
  const log = createLog({ level: config.LOG_LEVEL, local: config.local });
  if (!config.local && !config.PUBLIC_URL)
    log.warn('PUBLIC_URL is not set: links lead nowhere, and classic Outlook logs no sent mail');
  const metrics = createMetrics();
  const opened = await openStore(config.DATABASE_URL, log).catch((cause) => {
    throw new Error(`DATABASE_URL (${placeOf(config.DATABASE_URL)}): ${reasonOf(cause)}`, { cause });
  });
  const { people, privacy, attachments, denials, answers, turns, notifications } = opened;
  // No other server works on an embedded database: what has no answer yet was left by one that died.
  if (config.DATABASE_URL.startsWith('file:')) {
    await Promise.all([answers.releaseUnfinished(), turns.releaseUnfinished()]);
  }
  if (config.local) await Promise.all(Object.values(LOCAL_PEOPLE).map((person) => people.remember(person)));
  const { ownDomains, FREE_MAIL_DOMAINS: freeMailDomains } = config;
  const store = announcingStore(opened.store, () => bot.worker.soon());
  const now = () => new Date();
  const failed = (error: unknown) => log.error({ err: error }, 'a denial is not on record');
  const denialTrail = new DenialTrail({ denials, now, failed });
  const desk: Desk = {
    ...{ store, people, privacy, attachments, denials, now, newId, ownDomains, freeMailDomains },
    denied(denial) {
      log.warn(denialForLog(denial), 'denied');
      denialTrail.add(denial);
    },
  };

  const limits = new RateLimits(config.rateLimit, config.TRUST_PROXY);

  // Known once it listens, and still while what is under way is finished.
  let port = 0;
  const bot = createMessagesHandler({
    desk: { ...opened, ...desk },
    log,
    defaultRole: config.DEFAULT_ROLE,
    report: metrics.followedUp,
    credentials: config.local ? undefined : config,
    tenants: config.tenants,
    channel: trust.channel,
    mayAct: (id) => limits.takeTurnOf(id),
    publicUrl: () => config.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
  });
  const routes = [...API_ROUTES, notificationsRoute(notifications)];
  const server = createHttpServer({
    desk,
    log,
    metrics,
    answers,
    signIn: config.local ? localSignIn(people, LOCAL_PEOPLE) : tenantSignIn(config, people, trust.authority),
    limits,
    localOnly: config.local,
    tls: !config.local,
    routes,
    rawRoutes: [
      { method: 'post', path: '/api/messages', counted: 'unsigned', handle: (req, res) => bot.handle(req, res) },
      ...healthRoutes(store, metrics),
      inquiryRoute(desk, config.inquiryKeys, limits),
      leadLinkRoute,
      ...pageRoutes(PUBLIC, config),
      ...docsRoutes(PUBLIC, [...routes, INQUIRIES]),
    ],
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.local ? '127.0.0.1' : '0.0.0.0', 4096, resolve);
  });
  port = server.address().port;
  const giveConsoleBack = consoleToLog(log);
  bot.worker.start();
  metrics.watch(outboxFigures(opened));
  const ago = (ms: number) => new Date(Date.now() - ms);
  const tidy = () =>
    Promise.all([
      forgetOldAnswers(answers, desk.now()),
      turns.forget(ago(HOUR)),
      notifications.forget(ago(30 * DAY)),
      attachments.tidy(ago(DAY)),
      config.RETENTION_DAYS && eraseExpired(desk, config.RETENTION_DAYS),
    ]);
  const housekeeping = setInterval(() => tidy().catch((error) => log.warn({ err: error }, 'not tidied up')), HOUR);
  const everyMinute = setInterval(() => denialTrail.endMinutes(), MINUTE);

  return {
    url: `http://127.0.0.1:${port}`,
    local: config.local,
    playground: config.PLAYGROUND === 'on' && config.local,
    async stop() {
      clearInterval(housekeeping);
      clearInterval(everyMinute);
      await closeServer(server, stopPatience.requests);
      const followedUp = bot.settled().then(() => bot.worker.stop());
      await atMost(stopPatience.work, Promise.all([followedUp, denialTrail.settle()]));
      await atMost(stopPatience.close, store.close());
      giveConsoleBack();
    },
  };
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(ms, undefined, { ref: false })]);
}
