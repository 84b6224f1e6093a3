import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MicrosoftAppCredentials, PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { exportJWK, exportSPKI, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Authority } from '../../src/platform/entra-tokens.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const FOREIGN_TENANT = '99999999-9999-4999-8999-999999999999';
export const CLIENT = '22222222-2222-4222-8222-222222222222';
export const BOT = '33333333-3333-4333-8333-333333333333';

/** What a token may be made of, beyond its claims. */
type Making = { key?: GenerateKeyPairResult; kid?: string };

/** Claims to add or change; `undefined` takes one out. */
type Claims = Record<string, unknown>;

/** The bot's own requests go out unsigned: there is nobody here who would check them. */
class NoCredentials extends PasswordServiceClientCredentialFactory {
  override async createCredentials() {
    return MicrosoftAppCredentials.Empty;
  }
}

/** An identity provider with real RS256 keys on loopback: it answers for tenants as Entra ID does, and for the Teams channel. */
export async function startIdentityProvider({ keysRestMs = 30_000 } = {}) {
  let current = { kid: 'key-1', pair: await generateKeyPair('RS256') };
  let isAway = false;
  let fetches = 0;
  const server = createServer(async (req, res) => {
    res.statusCode = isAway ? 500 : 200;
    if (isAway) return void res.end();
    const base = `http://${req.headers.host}`;
    res.setHeader('content-type', 'application/json');
    if (req.url?.endsWith('/openidconfiguration')) {
      return void res.end(JSON.stringify({ issuer: base, jwks_uri: `${base}/channel/keys` }));
    }
    fetches++;
    const jwk = { ...(await exportJWK(current.pair.publicKey)), kid: current.kid, use: 'sig' };
    // The SDK of bots looks for what a key is endorsed for.
    const key = req.url === '/channel/keys' ? { ...jwk, endorsements: ['msteams', 'directline'] } : jwk;
    res.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = (tenant: string) => `${url}/${tenant}/v2.0`;
  const authority: Authority = {
    issuers: (tenant) => [issuer(tenant), `${url}/v1/${tenant}/`],
    keys: (tenant) => new URL(`${url}/${tenant}/discovery/v2.0/keys`),
    keysRestMs,
  };
  const seconds = () => Math.floor(Date.now() / 1000);
  const claims = (more: Claims = {}): JWTPayload => ({
    ...{ ver: '2.0', iss: issuer(TENANT), aud: CLIENT, tid: TENANT, azp: CLIENT, scp: 'access_as_user' },
    ...{ oid: '44444444-4444-4444-8444-444444444444', name: 'Diego Siciliani' },
    ...{ preferred_username: 'Diego@contoso.example', roles: ['SalesManager'] },
    ...{ iat: seconds() - 10, nbf: seconds() - 10, exp: seconds() + 600 },
    ...more,
  });
  const sign = (payload: JWTPayload, { key = current.pair, kid = current.kid }: Making = {}) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key.privateKey);

  return {
    url,
    authority,
    issuer,
    seconds,
    claims,
    sign,
    /** What a bot must be told to take this provider for Microsoft's, with connectors on this machine. */
    channel: {
      openIdMetadata: `${url}/.well-known/openidconfiguration`,
      issuer: url,
      credentials: new NoCredentials(BOT, 'none'),
      isConnector: ({ hostname }: URL) => hostname === '127.0.0.1' || hostname === 'localhost',
    },
    /** What Teams sends with an activity for our bot. */
    channelToken: (serviceUrl: string, more: Claims = {}, making: Making = {}) =>
      sign({ iss: url, aud: BOT, serviceurl: serviceUrl, nbf: seconds() - 10, exp: seconds() + 600, ...more }, making),
    /** A token of Entra ID for our API. */
    token: (more: Claims = {}, making: Making = {}) => sign(claims(more), making),
    /** Tokens nobody signed, or signed with what everybody may know. */
    unsigned: () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims())}.`,
    signedWithPublicKey: async () => {
      const content = `${encode({ alg: 'HS256', typ: 'JWT', kid: current.kid })}.${encode(claims())}`;
      const secret = await exportSPKI(current.pair.publicKey);
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    },
    rotate: async () => {
      current = { kid: `key-${fetches + 2}`, pair: await generateKeyPair('RS256') };
    },
    goAway: (away: boolean) => {
      isAway = away;
    },
    fetches: () => fetches,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
