import { timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Desk } from '../leads/desk.ts';
import { receiveInquiry } from '../leads/receive-inquiry.ts';
import type { RawRoute } from './http-server.ts';
import { HttpError } from './problem.ts';
import { type RateLimits, takeTurn } from './rate-limits.ts';
import { sendJson } from './send.ts';

const PER_ADDRESS = { points: 10, duration: 60 };
const PER_SITE = { points: 300, duration: 60 };

/**
 * `POST /api/inquiries`: a website's form, JSON or form-encoded. The site says who it is with its key, in `X-Inquiry-Key`
 * or a field `key`. `keys` is site name by key.
 */
export function inquiryRoute(desk: Desk, keys: ReadonlyMap<string, string>, limits: RateLimits): RawRoute {
  const byAddress = new RateLimiterMemory(PER_ADDRESS);
  const bySite = new RateLimiterMemory(PER_SITE);
  return {
    method: 'post',
    path: '/api/inquiries',
    forms: true,
    handle: async (req, res) => {
      const { key, ...input } = (req.body ?? {}) as Record<string, unknown>;
      const site = siteOf(keys, String(req.header('x-inquiry-key') ?? key ?? ''));
      if (!site) throw new HttpError('unauthorized', 'Send the key of your site in X-Inquiry-Key.');
      await takeTurn(byAddress, limits.addressOf(req));
      await takeTurn(bySite, site);
      await receiveInquiry(desk, site, input);
      await sendJson(req, res, 202, { received: true });
    },
  };
}

function siteOf(keys: ReadonlyMap<string, string>, sent: string): string | undefined {
  const given = Buffer.from(sent);
  for (const [key, site] of keys) {
    const known = Buffer.from(key);
    if (known.length === given.length && timingSafeEqual(known, given)) return site;
  }
  return undefined;
}
