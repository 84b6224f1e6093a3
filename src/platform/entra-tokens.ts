import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';

/**
 * Where a tenant's tokens come from: the issuers they may name, the address of the keys that sign them, and for how many
 * ms it is not asked again, whatever key a token names.
 */
export type Authority = {
  issuers: (tenantId: string) => string[];
  keys: (tenantId: string) => URL;
  keysRestMs: number;
};

/** Entra ID. Its two generations of tokens name different issuers and share their keys. */
export const ENTRA: Authority = {
  issuers: (tenantId) => [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
  keys: (tenantId) => new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`),
  keysRestMs: 30_000,
};

/** The one permission that apps ask for on somebody's behalf. */
const SCOPE = 'access_as_user';

/**
 * Microsoft's own apps that ask for tokens for a page they show: Teams (desktop and phone, web), Microsoft 365 (web,
 * desktop, phone) and Outlook (desktop, web, phone), as listed for single sign-on of tabs.
 */
export const MICROSOFT_HOSTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
];

const CLOCKS_DIFFER_SECONDS = 60;
// Entra ID's tokens live for an hour or so, and for a day where they can be called back.
const OLDEST = '2 days';
const KEYS_KEPT_MS = 60 * 60_000;
const KEYS_PATIENCE_MS = 5000;

/** A token that is not taken: `invalid` shows nobody, `forbidden` shows somebody who may not come in with it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly kind: 'invalid' | 'forbidden';
  constructor(kind: 'invalid' | 'forbidden', reason: string) {
    super(reason);
    this.kind = kind;
  }
}

/** Whether a token is good could not be found out: nobody told us the keys. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export type TokenRules = {
  /** What tokens may be for: our registration's id, and the addresses it is known by. */
  audiences: readonly string[];
  tenants: readonly string[];
  /** The apps that may present them. */
  clients: readonly string[];
  authority?: Authority;
  now?: () => Date;
};

/**
 * Checks access tokens of Entra ID: RS256, the keys of an allowed tenant, issuer, audience, lifetime, scope, the app that
 * presents it, and that it shows a member of the tenant.
 * @returns a function that gives a token's claims. @throws TokenRefused, KeysUnavailable
 */
export function createTokenCheck({ audiences, tenants, clients, authority = ENTRA, now }: TokenRules) {
  const keysOf = new Map(
    tenants.map((tenant) => [
      tenant,
      createRemoteJWKSet(authority.keys(tenant), {
        cacheMaxAge: KEYS_KEPT_MS,
        cooldownDuration: authority.keysRestMs,
        timeoutDuration: KEYS_PATIENCE_MS,
      }),
    ]),
  );
  return async (token: string): Promise<JWTPayload> => {
    const tenant = tenantOf(token);
    const keys = keysOf.get(tenant);
    if (!keys) throw new TokenRefused('invalid', 'tenant');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: authority.issuers(tenant),
      audience: [...audiences],
      requiredClaims: ['exp', 'oid', 'tid'],
      maxTokenAge: OLDEST,
      clockTolerance: CLOCKS_DIFFER_SECONDS,
      ...(now && { currentDate: now() }),
    }).catch((error) => {
      throw refusal(error);
    });
    mustBeForUs(payload, clients, authority.issuers(tenant));
    return payload;
  };
}

function tenantOf(token: string): string {
  try {
    return String(decodeJwt(token).tid ?? '').toLowerCase();
  } catch {
    // What does not read as a token is no more than that.
    throw new TokenRefused('invalid', 'malformed');
  }
}

function refusal(error: unknown): Error {
  const isAboutKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  const isAboutToken = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
  if (!isAboutToken || isAboutKeys)
    return new KeysUnavailable('The keys of the tenant are not to be had', { cause: error });
  const claim =
    error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired ? error.claim : '';
  return new TokenRefused('invalid', claim || error.code);
}

function mustBeForUs(payload: JWTPayload, clients: readonly string[], issuers: readonly string[]): void {
  const scopes = String(payload.scp ?? '').split(' ');
  if (!scopes.includes(SCOPE)) throw new TokenRefused('forbidden', 'scope');
  if (!clients.includes(String(payload.azp ?? payload.appid ?? '').toLowerCase())) {
    throw new TokenRefused('forbidden', 'client');
  }
  if (isGuest(payload, issuers)) throw new TokenRefused('forbidden', 'guest');
}

/** A guest was signed in by somebody else than the tenant, or is marked as one (`acct` where a registration asks for it). */
function isGuest({ idp, acct, upn, preferred_username: username }: JWTPayload, issuers: readonly string[]): boolean {
  const names = [upn, username].map((name) => String(name ?? ''));
  const isInvited = names.some((name) => name.toLowerCase().includes('#ext#'));
  return isInvited || Number(acct ?? 0) !== 0 || (idp !== undefined && !issuers.includes(String(idp)));
}
