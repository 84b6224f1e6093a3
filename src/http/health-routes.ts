import type { LeadStore } from '../leads/lead-store.ts';
import type { RawRoute } from './http-server.ts';

/** Liveness: the process answers. Readiness: its store does too. */
export function healthRoutes(store: LeadStore): RawRoute[] {
  return [
    { method: 'get', path: '/healthz', handle: async (_req, res) => res.json(200, { status: 'ok' }) },
    {
      method: 'get',
      path: '/readyz',
      handle: async (_req, res) => {
        const ready = await store.ping().then(
          () => true,
          () => false,
        );
        res.json(ready ? 200 : 503, { status: ready ? 'ready' : 'store not reachable' });
      },
    },
  ];
}
