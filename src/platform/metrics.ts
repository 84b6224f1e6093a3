import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

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
  return {
    answered: (method: string, route: string, status: number, seconds: number) =>
      requests.observe({ method, route, status }, seconds),
    refused: (code: string) => refusals.inc({ code }),
    /** Everything in Prometheus' text format. */
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
