import { generateKeyPair } from 'jose';
import { FOREIGN_TENANT, type IdentityProvider, TENANT } from './identity-provider.ts';

/** Every kind of Authorization header that must not get in, by what is wrong with it, and the status that answers it. */
export async function badHeaders(provider: IdentityProvider): Promise<[string, string | undefined, 401 | 403][]> {
  const { token, seconds, issuer, url } = provider;
  const bearer = async (made: Promise<string> | string) => `Bearer ${await made}`;
  const now = seconds();
  return [
    ['no token', undefined, 401],
    ['a local token', 'Bearer local:admin', 401],
    ['nonsense', 'Bearer a.b.c', 401],
    ['another scheme', 'Basic YWRtaW46YWRtaW4=', 401],
    ['an expired token', await bearer(token({ exp: now - 3600 })), 401],
    ['a token without an end', await bearer(token({ exp: undefined })), 401],
    ['a token of the future', await bearer(token({ nbf: now + 3600, iat: now + 3600, exp: now + 7200 })), 401],
    ['a token issued in the future', await bearer(token({ nbf: undefined, iat: now + 3600, exp: now + 7200 })), 401],
    ['a token kept for days', await bearer(token({ iat: now - 7 * 86_400, nbf: now - 7 * 86_400 })), 401],
    ['another audience', await bearer(token({ aud: 'https://graph.microsoft.com' })), 401],
    ['another tenant', await bearer(token({ tid: FOREIGN_TENANT, iss: issuer(FOREIGN_TENANT) })), 401],
    ['another tenant’s issuer', await bearer(token({ iss: issuer(FOREIGN_TENANT) })), 401],
    ['an issuer of its own', await bearer(token({ iss: `${url}/evil/v2.0` })), 401],
    ['nobody in it', await bearer(token({ oid: undefined })), 401],
    ['no signature', `Bearer ${provider.unsigned()}`, 401],
    ['a key nobody knows', await bearer(token({}, { key: await generateKeyPair('RS256'), kid: 'unknown' })), 401],
    ['a wrong key under a known name', await bearer(token({}, { key: await generateKeyPair('RS256') })), 401],
    ['the public key as a secret', await bearer(provider.signedWithPublicKey()), 401],
    ['another scope', await bearer(token({ scp: 'User.Read' })), 403],
    ['no scope, as apps on their own have', await bearer(token({ scp: undefined, idtyp: 'app' })), 403],
    ['another app', await bearer(token({ azp: '55555555-5555-4555-8555-555555555555' })), 403],
    ['a guest by identity provider', await bearer(token({ idp: `https://sts.windows.net/${FOREIGN_TENANT}/` })), 403],
    ['a guest with a private account', await bearer(token({ idp: 'live.com' })), 403],
    ['a guest by account status', await bearer(token({ acct: 1 })), 403],
    ['a guest by name', await bearer(token({ upn: `eve_fabrikam.example#EXT#@${TENANT}.example` })), 403],
  ];
}
