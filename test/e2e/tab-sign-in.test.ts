import assert from 'node:assert/strict';
import { type Answer, CLIENT, entraStandIn, lendingHost, lends, refuses, signsInWithEntra } from './entra-stand-in.ts';
import { open, shot } from './pages.ts';
import { seedLeads, tabServer } from './tab-server.ts';
import { openInTeams } from './teams-host.ts';

const TAB_PAGE = /\/tab\/(\?.*)?$/;
const SIGN_IN = { name: 'Sign in' };
const SIGNED_OUT = { name: 'You are signed out' };

describe('signing in to the Leads tab, with the real MSAL', function () {
  this.timeout(120_000);
  const server = tabServer();
  before(() => seedLeads(server.url, 3));

  it('goes to Microsoft from a browser after a press, comes back to where it was, and asks no more', async () => {
    const page = await open(server.browser, 'about:blank');
    await signsInWithEntra(page, TAB_PAGE);
    const asksFor = await entraStandIn(page.context());
    await page.goto(`${server.url}/tab/?view=all&sort=name`);
    await shot(page, 'tab-sign-in-asked', page.getByRole('heading', SIGNED_OUT));
    assert.deepEqual(asksFor, {});
    await page.getByRole('button', SIGN_IN).click();
    await page.getByRole('link', { name: 'Megan Bowen' }).click();
    await page.getByText('Leads: 3', { exact: true }).waitFor();
    assert.equal(new URL(page.url()).search, '?view=all&sort=name');
    assert.equal(new URL(page.url()).hash, '');
    assert.equal(asksFor.redirect_uri, `${server.url}/tab/`);
    assert.match(asksFor.scope ?? '', new RegExp(`api://${CLIENT}/access_as_user`));

    delete asksFor.scope;
    await page.reload();
    await page.getByText('Leads: 3', { exact: true }).waitFor();
    assert.equal(asksFor.scope, undefined);
    assert.equal((await page.context().cookies()).length, 0);
    await page.close();
  });

  it('goes to Microsoft again when what it was given is used up', async () => {
    const page = await open(server.browser, 'about:blank');
    await signsInWithEntra(page, TAB_PAGE);
    await entraStandIn(page.context());
    await page.goto(`${server.url}/tab/?view=all`);
    for (const _ of ['first', 'again']) {
      await page.getByRole('button', SIGN_IN).click();
      await page.getByRole('link', { name: 'Megan Bowen' }).click();
      await page.getByText('Leads: 3', { exact: true }).waitFor();
      await page.evaluate(LATER);
      await page.getByRole('button', { name: 'Refresh' }).click();
    }
    await page.getByRole('heading', { name: 'Your sign-in has expired.' }).waitFor();
    await page.close();
  });

  it('shows its leads with the token of single sign-on in a Teams that lends nothing more', async () => {
    const sent: (string | undefined)[] = [];
    const { page, frame } = await openInTeams(server.browser, server.url, {
      token: 'local:megan',
      async prepare(opened) {
        await signsInWithEntra(opened, TAB_PAGE);
        opened.on('request', (request) => {
          if (request.url().includes('/api/')) sent.push(request.headers().authorization);
        });
      },
    });
    await frame.getByText(/^Leads: /).waitFor();
    assert.deepEqual([...new Set(sent)], ['Bearer local:megan']);
    await page.close();
  });

  it('opens a window only after a press where Teams lends its sign-in and needs somebody', async () => {
    const { page, frame, asked } = await lendingTeams(needsSomebody());
    await frame.getByRole('heading', SIGNED_OUT).waitFor();
    assert.ok(asked.every(({ method }) => method === 'GetToken'));
    await frame.getByRole('button', SIGN_IN).click();
    await frame.getByText(/^Leads: /).waitFor();
    assert.ok(asked.some(({ method }) => method === 'GetTokenPopup'));
    await page.close();
  });

  it('shows its leads with single sign-on, or after a press, where Teams cannot lend its sign-in after all', async () => {
    const refused = (method: string) => (method === 'GetTokenPopup' ? lends('megan') : refuses('ACCOUNT_UNAVAILABLE'));
    const known = await lendingTeams(() => refuses('DISABLED'), 'local:megan');
    await known.frame.getByText(/^Leads: /).waitFor();
    await known.page.close();
    const { page, frame } = await lendingTeams(refused);
    await frame.getByRole('button', SIGN_IN).click();
    await frame.getByText(/^Leads: /).waitFor();
    await page.close();
  });

  it('says that the sign-in has expired when the service refuses it, and goes on with another', async () => {
    let person = 'expired';
    const { page, frame, asked } = await lendingTeams(() => lends(person));
    await shot(page, 'tab-sign-in-expired', frame.getByRole('heading', { name: 'Your sign-in has expired.' }));
    assert.ok(asked.some(({ forceRefresh }) => forceRefresh));
    person = 'megan';
    await frame.getByRole('button', SIGN_IN).click();
    await frame.getByText(/^Leads: /).waitFor();
    await page.close();
  });

  /** The tab in a Teams that lends its sign-in. */
  async function lendingTeams(answer: (method: string) => Answer, token?: string) {
    let asked: Awaited<ReturnType<typeof lendingHost>> = [];
    const opened = await openInTeams(server.browser, server.url, {
      nests: true,
      ...(token && { token }),
      async prepare(page) {
        await signsInWithEntra(page, TAB_PAGE);
        asked = await lendingHost(page, answer);
      },
    });
    return { ...opened, asked };
  }
});

/** Nobody without a window; Megan with one. */
function needsSomebody() {
  return (method: string) => (method === 'GetTokenPopup' ? lends('megan') : refuses('USER_INTERACTION_REQUIRED'));
}

/** Ages the access token that MSAL keeps. */
const LATER = `
  for (const [name, text] of Object.entries(sessionStorage)) {
    if (!text.includes('"AccessToken')) continue;
    const aged = { cachedAt: '1', expiresOn: '2', extendedExpiresOn: '2' };
    sessionStorage.setItem(name, JSON.stringify({ ...JSON.parse(text), ...aged }));
  }
`;
