import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { leadsFound, open, paneOf, shot } from './pages.ts';
import { startProduct } from './product.ts';

type Asked = { method: string; forceRefresh: boolean };
type Answer = { success: true; token: object; account: object } | { success: false; error: { status: string } };

const CLIENT = '00000000-0000-4000-8000-0000000000c0';
const TENANT = '00000000-0000-4000-8000-0000000000d0';
const ENTRA = `data-sign-in="entra" data-client-id="${CLIENT}" data-tenant-id="${TENANT}"`;
const CREATE = { name: 'Create and log email' };

describe('signing in from the pane, with the real MSAL', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-sign-in-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'sign-in.db')}`);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });

  /** The preview with a pane as a tenant's server gives it out, beside an Outlook whose broker answers as told. */
  async function outlook(query: string, answers: Answer[]): Promise<{ page: Page; asked: Asked[] }> {
    const page = await open(browser, 'about:blank');
    const asked: Asked[] = [];
    await page.route('**/outlook/pane.html', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace('data-sign-in="local"', ENTRA) });
    });
    await page.exposeFunction('askBroker', (method: string, forceRefresh: boolean) => {
      if (method === 'GetInitContext') return { success: true, initContext: { capabilities: { queryAccount: true } } };
      asked.push({ method, forceRefresh });
      return answers.shift();
    });
    await page.addInitScript(BRIDGE);
    await page.goto(`${product.url}/preview?${query}`);
    return { page, asked };
  }

  it('shows the first card with the token that Outlook lends, and asks nobody', async () => {
    const { page, asked } = await outlook('mail=inquiry&nested=1', [lends('alex')]);
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).click();
    await pane.getByText(/This email was logged already: Alex Wilber/).waitFor();
    // The second request found the token in memory.
    assert.deepEqual(asked, [{ method: 'GetToken', forceRefresh: false }]);
    await page.close();
  });

  it('gets a fresh token when the service refuses the one there is, and does the work once', async () => {
    const { page, asked } = await outlook('mail=german&nested=1', [lends('expired'), lends('alex')]);
    await paneOf(page).getByRole('button', CREATE).click();
    await paneOf(page).getByText('This email was logged already').waitFor();
    assert.deepEqual(
      asked.map(({ forceRefresh }) => forceRefresh),
      [false, true],
    );
    assert.equal((await leadsFound(product.url, 'katrin')).length, 1);
    await page.close();
  });

  it('asks somebody only after a press, and can be asked again after the window was closed', async () => {
    const needsSomebody = refuses('USER_INTERACTION_REQUIRED');
    const { page, asked } = await outlook('mail=french&nested=1', [
      needsSomebody,
      ...[needsSomebody, refuses('USER_CANCEL')],
      ...[needsSomebody, lends('megan')],
    ]);
    const pane = paneOf(page);
    await shot(page, 'sign-in-asked', pane.getByText('You are signed out'));
    await pane.getByRole('button', { name: 'Sign in' }).click();
    await shot(page, 'sign-in-closed', pane.getByText(/Signing in did not work/));
    await pane.getByRole('button', { name: 'Sign in' }).click();
    await pane.getByRole('button', CREATE).waitFor();
    const ways = asked.map(({ method }) => method.replace('GetToken', '') || 'silent');
    assert.deepEqual(ways, ['silent', 'silent', 'Popup', 'silent', 'Popup']);
    await page.close();
  });

  it('opens a window of its own in an Outlook that does not lend its sign-in', async () => {
    const { page, asked } = await outlook('mail=tender', []);
    const pane = paneOf(page);
    await pane.getByText('You are signed out').waitFor();
    const asksFor = await entraStandIn(page.context());
    await page
      .frames()
      .find((frame) => frame.url().endsWith('/outlook/pane.html'))
      ?.evaluate(OFFICE_WINDOW);
    const opened = page.context().waitForEvent('page');
    await pane.getByRole('button', { name: 'Sign in' }).click();
    const window = await opened;
    await window.getByRole('link', { name: 'Megan Bowen' }).click();
    await pane.getByRole('button', CREATE).click();
    await pane.getByText(/This email was logged already: Megan Bowen/).waitFor();
    assert.ok(window.isClosed());
    assert.deepEqual(asked, []);
    assert.equal(asksFor.login_hint, 'alex@contoso.example');
    assert.equal(asksFor.redirect_uri, `${product.url}/outlook/sign-in.html`);
    assert.match(asksFor.scope ?? '', new RegExp(`api://${CLIENT}/access_as_user`));
    assert.equal((await page.context().cookies()).length, 0);
    await page.close();
  });
});

/** Entra ID in place of Microsoft's, for whoever is clicked: authorization code with PKCE. Tells what it was asked for. */
async function entraStandIn(context: BrowserContext): Promise<Record<string, string>> {
  const asksFor: Record<string, string> = {};
  await context.route('**/outlook/sign-in.html*', async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace('data-sign-in="local"', ENTRA);
    await route.fulfill({ response: answer, body: html.replace('/preview/office/office.js', '/outlook/dialog.js') });
  });
  await context.route('**/outlook/dialog.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: DIALOG }),
  );
  await context.route('https://login.microsoftonline.com/**', async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/authorize')) {
      Object.assign(asksFor, Object.fromEntries(url.searchParams));
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

function lends(person: string, more: Record<string, string | undefined> = {}): Answer & { success: true } {
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

function refuses(status: string): Answer {
  return { success: false, error: { status } };
}

/** What Outlook puts into the pane for MSAL to speak to; text, because functions are compiled for Node. */
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

/** Outlook's own window for add-ins, which the stand-in mailbox has not. */
const OFFICE_WINDOW = `
  const displayDialogAsync = (url, options, done) => {
    const handlers = {};
    const opened = window.open(url);
    addEventListener('message', ({ data, origin }) => {
      if (data?.toParent) handlers.dialogMessageReceived({ message: data.toParent, origin });
    });
    const addEventHandler = (kind, handler) => { handlers[kind] = handler; };
    done({ status: 'succeeded', value: { addEventHandler, close: () => opened.close() } });
  };
  // What office.js gives cannot be changed; what stands before it can.
  const context = Object.create(Office.context, { ui: { value: { displayDialogAsync } } });
  window.Office = Object.create(Office, { context: { value: context } });
`;
/** Office as a page in that window sees it. */
const DIALOG = `
  window.Office = {
    onReady: async () => {},
    context: { ui: { messageParent: (text, { targetOrigin }) => opener.postMessage({ toParent: text }, targetOrigin) } },
  };
`;
