import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';

export const CLIENT = '00000000-0000-4000-8000-0000000000c0';
const TENANT = '00000000-0000-4000-8000-0000000000d0';
const ENTRA = `data-sign-in="entra" data-client-id="${CLIENT}" data-tenant-id="${TENANT}"`;

export type Answer = { success: true; token: object; account: object } | { success: false; error: { status: string } };

/** A page of ours as a tenant's server gives it out. */
export function asInTenant(html: string): string {
  return html.replace('data-sign-in="local"', ENTRA);
}

/** Has the pages at an address given out as in a tenant. */
export async function signsInWithEntra(to: Page | BrowserContext, address: string | RegExp): Promise<void> {
  await to.route(address, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: asInTenant(await answer.text()) });
  });
}

/** Entra ID in place of Microsoft's, for whoever is clicked: authorization code with PKCE. Tells what it was asked for. */
export async function entraStandIn(context: BrowserContext): Promise<Record<string, string>> {
  const asksFor: Record<string, string> = {};
  await context.route('https://login.microsoftonline.com/**', async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/authorize')) {
      const asked = Object.fromEntries(url.searchParams);
      // Of a hidden frame, in which nobody can be asked.
      if (asked.prompt === 'none') return route.abort();
      Object.assign(asksFor, asked);
      assert.equal(asksFor.code_challenge_method, 'S256');
      const to = `${asksFor.redirect_uri}#code=code-1&state=${encodeURIComponent(asksFor.state ?? '')}`;
      return route.fulfill({ contentType: 'text/html', body: `<a href="${to}">Megan Bowen</a>` });
    }
    const { token } = lends('megan', { nonce: asksFor.nonce, iss: `https://login.microsoftonline.com/${TENANT}/v2.0` });
    const info = Buffer.from(JSON.stringify({ uid: 'object-1', utid: TENANT })).toString('base64url');
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({
      json: { ...token, token_type: 'Bearer', scope: asksFor.scope, client_info: info },
      headers,
    });
  });
  return asksFor;
}

/** What a broker gives out for somebody of the local people. */
export function lends(
  person: string,
  more: Record<string, string | undefined> = {},
): Extract<Answer, { success: true }> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    oid: 'object-1',
    tid: TENANT,
    preferred_username: `${person}@contoso.example`,
    name: person,
    aud: CLIENT,
    ...more,
  };
  return {
    success: true,
    token: { access_token: `local:${person}`, id_token: `${part({ alg: 'none' })}.${part(claims)}.`, expires_in: 3600 },
    account: { environment: 'login.microsoftonline.com', homeAccountId: `object-1.${TENANT}`, tenantId: TENANT },
  };
}

export function refuses(status: string): Answer {
  return { success: false, error: { status } };
}

/** The sign-in that Outlook or Teams lends to the pages within it, answering as told. Tells what it was asked for. */
export async function lendingHost(
  page: Page,
  answer: (method: string) => Answer | undefined | Promise<Answer | undefined>,
) {
  const asked: { method: string; forceRefresh: boolean }[] = [];
  await page.exposeFunction('askBroker', (method: string, forceRefresh: boolean) => {
    if (method === 'GetInitContext') return { success: true, initContext: { capabilities: { queryAccount: true } } };
    asked.push({ method, forceRefresh });
    return answer(method);
  });
  await page.addInitScript(BRIDGE);
  return asked;
}

/** What the host puts into the page for MSAL to speak to; text, because functions are compiled for Node. */
const BRIDGE = `
  let tell;
  window.nestedAppAuthBridge = {
    addEventListener(kind, listener) { tell = listener; },
    async postMessage(text) {
      const { method, requestId, tokenParams } = JSON.parse(text);
      const answer = await window.askBroker(method, tokenParams?.forceRefresh === true);
      tell(JSON.stringify({ requestId, ...answer }));
    },
  };
`;
