import { isIP } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './problem.ts';

const MINUTE_SECONDS = 60;
/** A whole office may share one address. */
const PEOPLE_AT_AN_ADDRESS = 10;

type Caller = {
  headers: Record<string, string | string[] | undefined>;
  socket: { remoteAddress?: string | undefined };
};

/** How many requests one person, and one address, may send in a minute to this process. */
export class RateLimits {
  readonly #people: RateLimiterMemory | undefined;
  readonly #addresses: RateLimiterMemory | undefined;
  readonly #proxies: number;

  /** @param perMinute for one person @param proxies how many stand in front, each adding to X-Forwarded-For */
  constructor(perMinute: number | 'off', proxies: number) {
    this.#proxies = proxies;
    if (perMinute === 'off') return;
    this.#people = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
    this.#addresses = new RateLimiterMemory({ points: perMinute * PEOPLE_AT_AN_ADDRESS, duration: MINUTE_SECONDS });
  }

  /** @throws HttpError `too-many-requests` */
  async person(id: string): Promise<void> {
    if (this.#people) await takeTurn(this.#people, id);
  }

  /** Takes a turn of somebody whom another surface let in; false when there was none left. */
  async takeTurnOf(id: string): Promise<boolean> {
    return this.person(id).then(
      () => true,
      () => false,
    );
  }

  /** @throws HttpError `too-many-requests` */
  async address(caller: Caller): Promise<void> {
    if (this.#addresses) await takeTurn(this.#addresses, this.addressOf(caller));
  }

  /**
   * For what only counts once it turned out to be signed by nobody: the next of those, beyond the limit, is not looked at.
   */
  async countUnsigned(caller: Caller): Promise<void> {
    await this.#addresses?.penalty(this.addressOf(caller));
  }

  /** @throws HttpError `too-many-requests` when an address has none of its turns left; takes none */
  async refuseIfSpent(caller: Caller): Promise<void> {
    const taken = await this.#addresses?.get(this.addressOf(caller));
    if (taken && taken.remainingPoints <= 0) throw tooMany(taken);
  }

  /** Who calls: as the outermost of our own proxies saw it, because what stands before that anybody may have written. */
  addressOf({ headers, socket }: Caller): string {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    const seen = this.#proxies ? forwarded.at(-this.#proxies)?.trim() : undefined;
    return network(seen && plainAddress(seen)) ?? network(socket.remoteAddress) ?? '';
  }
}

/** Takes one turn of `who`. @throws HttpError `too-many-requests` */
export async function takeTurn(limiter: RateLimiterMemory, who: string): Promise<void> {
  await limiter.consume(who).catch((refused: RateLimiterRes) => {
    throw tooMany(refused);
  });
}

function tooMany({ msBeforeNext }: RateLimiterRes): HttpError {
  return new HttpError('too-many-requests', 'Too many requests; try again later.', [], {
    'retry-after': String(Math.max(1, Math.ceil(msBeforeNext / 1000))),
  });
}

/** Some proxies write the port, too: `192.0.2.1:50123`, `[2001:db8::1]:50123`. */
function plainAddress(text: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

/** An IPv4 address, or the network of an IPv6 address: whoever has one of those has all of it. */
function network(address: string | undefined): string | undefined {
  if (!address || !isIP(address)) return undefined;
  const v4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? (isIP(address) === 4 ? address : undefined);
  return v4 ?? new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')[0]?.split(':').slice(0, 4).join(':');
}
