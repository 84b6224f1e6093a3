import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { api, leadsFound, open, openIn, paneOf, shot } from './pages.ts';
import { startProduct } from './product.ts';

const ACTIONS = '**/api/actions';
const CREATE = { name: 'Create and log email' };

describe('the pane in trouble', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-trouble-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'trouble.db')}`);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });
  const preview = (query: string) => open(browser, `${product.url}/preview?${query}`);
  const count = async (q: string) => (await leadsFound(product.url, q)).length;

  it('drops an answer that comes when another mail is open, and says what became of a press', async () => {
    const page = await preview('mail=german&pin=1');
    const pane = paneOf(page);
    const topic = pane.getByLabel(/^Topic/);
    await topic.waitFor();
    const held = await hold(page);
    await page.evaluate(() => window.previewHost.select('french'));
    await held.asked;
    await page.evaluate(() => window.previewHost.select('inquiry'));
    await pane.locator('#mail-people', { hasText: 'Grady' }).waitFor();
    await held.release();
    await pane.getByRole('button', CREATE).waitFor();
    assert.match(await topic.inputValue(), /Espresso/);

    const pressed = await hold(page);
    await pane.getByRole('button', CREATE).click();
    await pressed.asked;
    await page.evaluate(() => window.previewHost.select('german'));
    await pressed.release();
    await shot(page, 'pane-late', pane.getByText(/^Earlier mail “Espresso machines.*Lead created, email logged$/));
    assert.match(await topic.inputValue(), /Wartungsvertrag/);
    assert.deepEqual([await count('grady'), await count('katrin')], [1, 0]);
    await page.close();
  });

  it('writes to the mail it names when Outlook does not tell of another one', async () => {
    const page = await preview('mail=web-form&pin=1');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    await page.evaluate(() => {
      window.previewHost.failNext('ItemChanged');
      window.previewHost.select('french');
    });
    const named = await pane.locator('#mail-subject').textContent();
    await pane.getByRole('button', CREATE).click();
    await pane.getByText('This email was logged already').waitFor();
    const [lead] = await leadsFound(product.url, 'holloway');
    const { items } = await api<{ items: { subject: string }[] }>(
      product.url,
      `/leads/${lead?.id}/timeline?kind=email`,
    );
    assert.equal(items[0]?.subject, named);
    await page.close();
  });

  it('writes nothing when another mail is open than the one its card belongs to', async () => {
    const page = await preview('mail=german&pin=1');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    const frame = page.frames().find((each) => each.url().includes('/outlook/pane.html'));
    // As Outlooks do that change the item and forget the event.
    await frame?.evaluate(() => {
      const { item } = Office.context.mailbox;
      const other = Object.create(item ?? null, { itemId: { value: 'another' }, subject: { value: 'Another' } });
      Object.defineProperty(Office.context.mailbox, 'item', { value: other });
    });
    await pane.getByRole('button', CREATE).click();
    await shot(page, 'pane-other-mail', pane.getByText(/^Nothing was changed/));
    await pane.locator('#mail-subject', { hasText: 'Another' }).waitFor();
    assert.equal(await count('katrin'), 0);
    await page.close();
  });

  it('waits while no mail is open, and goes on with the next', async () => {
    const page = await preview('mail=german&pin=1');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    await page.evaluate(() => window.previewHost.setItemNull());
    await shot(page, 'pane-no-mail', pane.getByText('No mail is open'));
    await pane.getByRole('button', { name: 'Find a lead' }).click();
    await pane.getByRole('textbox', { name: 'Find' }).waitFor();
    await page.evaluate(() => window.previewHost.select('french'));
    await pane.locator('#mail-people', { hasText: 'Lefèvre' }).waitFor();
    await page.close();
  });

  it('works in an Outlook of few methods, and when Outlook refuses what can be spared', async () => {
    const page = await preview('mail=french&sets=1.5');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    const asked = await page.evaluate(() => window.previewHost.calls.map(({ method }) => method));
    assert.ok(!asked.includes('getAllInternetHeadersAsync'));

    await page.goto(`${product.url}/preview?mail=files&pin=1&mailbox=sales@contoso.example`);
    await pane.getByRole('button', CREATE).waitFor();
    await page.evaluate(() => {
      const refused = ['getSharedPropertiesAsync', 'getAllInternetHeadersAsync', 'body.getAsync', 'ItemChanged'];
      for (const method of refused) window.previewHost.failNext(method);
    });
    await pane.getByText('Settings').click();
    await page.evaluate(() => window.previewHost.failNext('roamingSettings.saveAsync'));
    await pane.getByRole('checkbox', { name: /known lead/ }).click();
    await shot(page, 'pane-setting', pane.getByText('Outlook did not save this setting.'));
    assert.equal(await pane.getByRole('checkbox', { name: /known lead/ }).isChecked(), false);

    await page.evaluate(() => window.previewHost.failNext('getAttachmentContentAsync'));
    await pane.getByRole('button', CREATE).click();
    await pane.getByText(/Floor plan\.pdf \(could not be read from the mailbox\)/).waitFor();
    await pane.getByText(/Attachments: Price list\.csv/).waitFor();
    await page.close();
  });

  it('keeps the form while the service is away, and does the work once when it is back', async () => {
    const page = await preview('mail=no-signature');
    const pane = paneOf(page);
    await pane.getByLabel(/^Topic/).fill('Kept while away');
    await page.route(ACTIONS, (route) => route.abort());
    await pane.getByRole('button', CREATE).click();
    await shot(page, 'pane-away', pane.getByText(/Lead Desk could not be reached\..*What you typed is kept/));
    assert.equal(await pane.getByLabel(/^Topic/).inputValue(), 'Kept while away');
    await page.reload();
    await shot(page, 'pane-away-opened', pane.getByText('Lead Desk could not be reached.'));
    await page.unroute(ACTIONS);
    await pane.getByRole('button', { name: 'Retry' }).click();
    await pane.getByText('What you had typed here is back.').waitFor();

    // The work is done, and its answer is lost on the way.
    await page.route(ACTIONS, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await pane.getByRole('button', CREATE).click();
    await pane.getByText(/Lead Desk could not be reached/).waitFor();
    await page.unroute(ACTIONS);
    await pane.getByRole('button', CREATE).click();
    await pane.getByText('This lead was created already').waitFor();
    assert.equal(await count('kept while away'), 1);
    await page.close();
  });

  it('says that one is offline, and comes back by itself', async () => {
    const page = await preview('mail=forward&pin=1');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => window.previewHost.select('tender'));
    await shot(page, 'pane-offline', pane.getByText('You are offline.'));
    await page.context().setOffline(false);
    await pane.getByRole('button', CREATE).waitFor();
    await page.close();
  });

  it('says after a second that it is still working, and gives the reference of an error', async () => {
    const page = await preview('mail=tender');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    const held = await hold(page);
    await pane.getByRole('button', CREATE).click();
    await shot(page, 'pane-slow', pane.getByText('Still working…'));
    await held.release({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Something went wrong here', status: 500, instance: 'ref-4711' }),
    });
    await shot(page, 'pane-error', pane.getByText(/^The lead service answered with error 500.*Reference: ref-4711/));
    await page.close();
  });

  it('keeps the focus where one presses "Retry" again and again, and announces what it shows instead of a card', async () => {
    const page = await preview('mail=tender&pin=1');
    const pane = paneOf(page);
    const retry = pane.getByRole('button', { name: 'Retry' });
    await pane.getByRole('button', CREATE).waitFor();
    await page.route(ACTIONS, (route) => route.abort());
    await page.evaluate(() => window.previewHost.select('french'));
    await retry.waitFor();
    for (let nth = 0; nth < 2; nth += 1) {
      const tried = page.waitForEvent('requestfailed');
      await retry.press('Enter');
      await tried;
      await pane.locator('[data-press=retry]:focus').waitFor();
    }
    await page.unroute(ACTIONS);
    await page.keyboard.press('Enter');
    await pane.locator('#card:focus').waitFor();
    const said = pane.getByRole('status');
    await page.evaluate(() => window.previewHost.setItemNull());
    await said.filter({ hasText: 'No mail is open' }).waitFor();
    await page.evaluate(() => window.previewHost.select('meeting'));
    await said.filter({ hasText: 'This is a meeting' }).waitFor();
    await page.route(ACTIONS, refuse);
    await page.evaluate(() => window.previewHost.select('german'));
    await said.filter({ hasText: 'You are signed out' }).waitFor();
    await page.close();
  });

  it('creates one lead for two clicks on one button, and for two panels on one mail', async () => {
    const page = await preview('mail=forward');
    const other = await openIn(page.context(), page.url());
    for (const each of [page, other]) await paneOf(each).getByRole('button', CREATE).waitFor();
    const people = await paneOf(page)
      .getByLabel(/^Last name/)
      .inputValue();
    await paneOf(page).getByRole('button', CREATE).dblclick();
    await paneOf(page).getByText('This email was logged already').waitFor();
    await paneOf(other).getByRole('button', CREATE).click();
    await shot(other, 'pane-two-panels', paneOf(other).getByText(/This looks like somebody you know already/));
    // The card says why; what the refusal is called is for programs.
    assert.equal(await paneOf(other).getByText('duplicate-lead').count(), 0);
    assert.equal(await count(encodeURIComponent(people)), 1);
    await page.context().close();
  });

  it('asks to sign in when nobody is, and goes on with what was pressed when the sign-in expired', async () => {
    const page = await preview('mail=japanese');
    const pane = paneOf(page);
    await pane.getByRole('button', CREATE).waitFor();
    await page.route(ACTIONS, refuse);
    await page.reload();
    await shot(page, 'pane-signed-out', pane.getByText('You are signed out'));
    await page.unroute(ACTIONS);
    await pane.getByRole('button', { name: 'Sign in' }).click();
    await pane.getByLabel(/^Topic/).fill('Typed before it expired');

    await page.route(ACTIONS, refuse, { times: 2 });
    await pane.getByRole('button', CREATE).click();
    await shot(page, 'pane-expired', pane.getByText(/Your sign-in has expired\. What you typed is kept/));
    await pane.getByRole('button', { name: 'Sign in' }).click();
    await pane.getByText('Lead created').waitFor();
    assert.equal(await count('typed before it expired'), 1);

    // One that expired a moment ago is renewed without a word.
    await page.route(ACTIONS, refuse, { times: 1 });
    await pane.getByRole('button', { name: 'Add note' }).click();
    await pane.getByRole('textbox', { name: 'Note' }).waitFor();
    await page.close();
  });
});

/** Holds back the next request of the pane until it is released, with another answer if one is given. */
async function hold(page: Page) {
  let held: Route | undefined;
  let tell: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route(
    ACTIONS,
    (route) => {
      held = route;
      tell();
    },
    { times: 1 },
  );
  return {
    asked,
    async release(answer?: Parameters<Route['fulfill']>[0]) {
      await asked;
      await (answer ? held?.fulfill(answer) : held?.continue());
    },
  };
}

function refuse(route: Route): Promise<void> {
  const body = JSON.stringify({ title: 'Sign in first', status: 401 });
  return route.fulfill({ status: 401, contentType: 'application/problem+json', body });
}
