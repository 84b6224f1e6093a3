import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads of a running server. */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'lead_desk_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'lead_desk_refusals_total',
    help: 'Requests refused, by problem',
    labelNames: ['code'] as const,
    registers: [registry],
  });
  const followed = new Counter({
    name: 'lead_desk_followed_up_total',
    help: 'Posted cards brought up to date and notifications sent, by result',
    labelNames: ['what', 'result'] as const,
    registers: [registry],
  });
  return {
    /** What became of a posted card or a notification. */
    followedUp: (what: string, result: string) => followed.inc({ what, result }),
    /** Figures that are read when they are asked for, by what they are called. */
    watch(figures: readonly { name: string; help: string; read: () => Promise<number> }[]): void {
      for (const { read, ...named } of figures) {
        const collect = async function (this: Gauge) {
          // What cannot be read just now says so, and the other figures stand.
          this.set(await read().catch(() => Number.NaN));
        };
        new Gauge({ ...named, registers: [registry], collect });
      }
    },
    answered: (method: string, route: string, status: number, seconds: number) =>
      requests.observe({ method, route, status }, seconds),
    refused: (code: string) => refusals.inc({ code }),
    /** Everything in Prometheus' text format. */
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
