import { timingSafeEqual } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod';
import type { Desk } from '../leads/desk.ts';
import { inquiryInput, receiveInquiry } from '../leads/receive-inquiry.ts';
import type { RawRoute } from './http-server.ts';
import { HttpError } from './problem.ts';
import { type RateLimits, takeTurn } from './rate-limits.ts';
import type { Described } from './route.ts';
import { sendJson } from './send.ts';

/** A visitor's browser, which can send the key only as a field. */
const PER_VISITOR = { points: 10, duration: 60 };
/** A site's own server, which passes on what many visitors sent. */
const PER_SERVER = { points: 60, duration: 60 };
const PER_SITE = { points: 300, duration: 60 };

/** The route as its description tells of it. */
export const INQUIRIES: Described = {
  method: 'post',
  path: '/api/inquiries',
  summary:
    "A website's form makes an unassigned lead. The site's key goes into X-Inquiry-Key or a field key; fields that are no " +
    "lead's are ignored, those no visitor sets refused; whatever fills in homepage is a program, and forgotten",
  body: inquiryInput.extend({ key: z.string().optional() }),
  gives: { 202: z.object({ received: z.literal(true) }) },
  forWebsites: true,
};

/**
 * `POST /api/inquiries`: a website's form, JSON or form-encoded. The site says who it is with its key, in `X-Inquiry-Key`
 * or a field `key`. `keys` is site name by key.
 */
export function inquiryRoute(desk: Desk, keys: ReadonlyMap<string, string>, limits: RateLimits): RawRoute {
  const visitors = new RateLimiterMemory(PER_VISITOR);
  const servers = new RateLimiterMemory(PER_SERVER);
  const bySite = new RateLimiterMemory(PER_SITE);
  return {
    method: 'post',
    path: INQUIRIES.path,
    forms: true,
    handle: async (req, res) => {
      const { key, ...input } = (req.body ?? {}) as Record<string, unknown>;
      const header = req.header('x-inquiry-key');
      const site = siteOf(keys, String(header ?? key ?? ''));
      if (!site) throw new HttpError('unauthorized', 'Send the key of your site in X-Inquiry-Key.');
      await takeTurn(header ? servers : visitors, limits.addressOf(req));
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
