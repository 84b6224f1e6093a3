import type { LeadStore } from '../leads/lead-store.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { RawRoute } from './http-server.ts';
import { send, sendJson } from './send.ts';

/** Liveness: the process answers. Readiness: its store does too. Metrics: what Prometheus reads. */
export function healthRoutes(store: LeadStore, metrics: Metrics): RawRoute[] {
  return [
    {
      method: 'get',
      path: '/metrics',
      handle: async (req, res) => send(req, res, 200, await metrics.text(), { 'content-type': metrics.contentType }),
    },
    {
      method: 'get',
      path: '/healthz',
      counted: 'never',
      handle: (req, res) => sendJson(req, res, 200, { status: 'ok' }),
    },
    {
      method: 'get',
      path: '/readyz',
      counted: 'never',
      handle: async (req, res) => {
        const ready = await store.ping().then(
          () => true,
          () => false,
        );
        await sendJson(req, res, ready ? 200 : 503, { status: ready ? 'ready' : 'store not reachable' });
      },
    },
  ];
}
