import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import {
  type Answer,
  asInTenant,
  CLIENT,
  entraStandIn,
  lendingHost,
  lends,
  refuses,
  signsInWithEntra,
} from './entra-stand-in.ts';
import { leadsFound, open, paneOf, shot } from './pages.ts';
import { startProduct } from './product.ts';

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
  async function outlook(query: string, answers: Answer[] | ((method: string) => Promise<Answer>)) {
    const page = await open(browser, 'about:blank');
    await signsInWithEntra(page, '**/outlook/pane.html?*');
    const asked = await lendingHost(page, typeof answers === 'function' ? answers : () => answers.shift());
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

  for (const [then, needsToo] of [
    ['has a card', false],
    ['needs it, too', true],
  ] as const) {
    it(`does nothing beside a mail that was opened while somebody signed in, when that one ${then}`, async () => {
      // For a second: each request asks anew.
      const { account, token, success } = lends('alex');
      const brief = { success, account, token: { ...token, expires_in: 1 } };
      let isNeeded = false;
      const said = new EventEmitter();
      const [asked, signsIn] = [once(said, 'asked'), once(said, 'signs in')];
      const { page } = await outlook('mail=french&nested=1&pin=1', async (method) => {
        if (method !== 'GetTokenPopup') return isNeeded ? refuses('USER_INTERACTION_REQUIRED') : brief;
        said.emit('asked');
        await signsIn;
        return brief;
      });
      const pane = paneOf(page);
      await pane.getByLabel(/^Topic/).fill('Typed beside the first mail');
      const json = { title: 'Sign in first', status: 401 };
      await page.route('**/api/actions', (route) => route.fulfill({ status: 401, json }), { times: 2 });
      await pane.getByRole('button', CREATE).click();
      await pane.getByText('Your sign-in has expired.').waitFor();
      isNeeded = true;
      await pane.getByRole('button', { name: 'Sign in' }).click();
      await asked;
      isNeeded = needsToo;
      await page.evaluate(() => window.previewHost.select('tender'));
      await (needsToo
        ? pane.getByText('You are signed out')
        : pane.locator('#mail-people', { hasText: 'Isaiah' })
      ).waitFor();
      isNeeded = false;
      said.emit('signs in');
      await pane.getByText(/^Nothing was changed/).waitFor();
      await pane.getByRole('button', CREATE).waitFor();
      assert.equal((await leadsFound(product.url, 'typed')).length, 0);
      await page.close();
    });
  }

  it('opens a window of its own in an Outlook that does not lend its sign-in', async () => {
    const { page, asked } = await outlook('mail=tender', []);
    const pane = paneOf(page);
    await pane.getByText('You are signed out').waitFor();
    await signInWindow(page.context());
    const asksFor = await entraStandIn(page.context());
    await page
      .frames()
      .find((frame) => frame.url().includes('/outlook/pane.html'))
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

/** Our page in Outlook's window for add-ins, as a tenant's server gives it out. */
async function signInWindow(context: BrowserContext): Promise<void> {
  await context.route('**/outlook/sign-in.html*', async (route) => {
    const answer = await route.fetch();
    const html = asInTenant(await answer.text());
    await route.fulfill({ response: answer, body: html.replace('/preview/office/office.js', '/outlook/dialog.js') });
  });
  await context.route('**/outlook/dialog.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: DIALOG }),
  );
}

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
