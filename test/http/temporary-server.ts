import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API_ROUTES } from '../../src/http/api-routes.ts';
import { closeServer, createHttpServer, type RawRoute } from '../../src/http/http-server.ts';
import type { Patience } from '../../src/http/impatience.ts';
import { notificationsRoute } from '../../src/http/notifications-route.ts';
import type { RateLimits } from '../../src/http/rate-limits.ts';
import { localSignIn } from '../../src/http/sign-in.ts';
import type { Desk } from '../../src/leads/desk.ts';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { createLog } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { temporaryDesk } from '../temporary-desk.ts';

/** The API over a real database of its own, on a port of its own; gone with `stop`. */
export async function temporaryServer(
  rawRoutes: (desk: Desk) => RawRoute[] = () => [],
  more: { localOnly?: boolean; limits?: RateLimits; patience?: Patience } = {},
) {
  const { desk, answers, close } = await temporaryDesk();
  const routes = [...API_ROUTES, notificationsRoute(desk.notifications)];
  const server = createHttpServer({
    desk,
    log: createLog({ level: 'silent', local: false }),
    metrics: createMetrics(),
    answers,
    signIn: localSignIn(desk.people, LOCAL_PEOPLE),
    routes,
    rawRoutes: rawRoutes(desk),
    ...more,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    await closeServer(server, 1000);
    await close();
  };
  return { desk, url, server: server.server as Server, routes, stop };
}
