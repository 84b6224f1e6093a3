import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { api, leadsFound, open, openIn, paneOf, SIGNED_IN, shot } from './pages.ts';
import { startProduct } from './product.ts';

/** Presses a button of the card in the very task it is drawn in, and says how much of the details was there by then. */
const PRESS_AT_ONCE = (title: string) =>
  new MutationObserver((_, watch) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('#card:not([hidden]) button:enabled')];
    const button = buttons.find(({ textContent }) => textContent === title);
    if (!button) return;
    watch.disconnect();
    document.body.dataset.foldedThen = String(document.getElementById('details')?.childElementCount);
    button.click();
  }).observe(document, { subtree: true, childList: true, attributes: true });

type Timeline = { items: { mailbox: string; createdBy: { name: string }; attachments: { name: string }[] }[] };

describe('the pane beside a mail that is read', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-pane-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'pane.db')}`);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });
  const preview = (query: string) => open(browser, `${product.url}/preview?${query}`);

  it('fetches each of its files once, those that office.js asks for included', async () => {
    const page = await preview('mail=inquiry');
    await paneOf(page).getByRole('button', { name: 'Create and log email' }).waitFor();
    const pane = page.frames().find((frame) => frame.url().includes('/outlook/pane.html?'));
    const fetched = await pane?.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.ok(fetched?.some((url) => url.endsWith('/outlook-web-16.01.js')));
    assert.deepEqual(fetched, [...new Set(fetched)]);
  });

  it('shows at once where the lead will be, before office.js is there', async () => {
    const page = await browser.newPage();
    let letGo = (): void => undefined;
    const seen = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/office.js', (route) => seen.then(() => route.continue()));
    await page.goto(`${product.url}/preview?mail=inquiry`, { waitUntil: 'commit' });
    await paneOf(page).getByRole('status', { name: 'Loading' }).waitFor();
    letGo();
    await paneOf(page).getByRole('button', { name: 'Create and log email' }).waitFor();
    await page.close();
  });

  it('is whole for whoever presses it the moment it is there, though what is folded away is drawn later', async () => {
    const page = await open(browser, 'about:blank');
    await page.addInitScript(PRESS_AT_ONCE, 'Create and log email');
    const request = page.waitForRequest((sent) => sent.postData()?.includes('lead.create') ?? false);
    await page.goto(`${product.url}/preview?mail=forward`);
    const { data } = (await request).postDataJSON();
    assert.equal(data.rating, 'warm');
    assert.equal(data.industry, '');
    const pane = paneOf(page);
    assert.equal(await pane.locator('body').getAttribute('data-folded-then'), '0');
    await pane.getByText('Lead created').first().waitFor();
    await page.close();
  });

  it('unfolds for whoever asks the moment it is there, and keeps what is typed there', async () => {
    const page = await open(browser, 'about:blank');
    await page.addInitScript(PRESS_AT_ONCE, 'Details');
    await page.goto(`${product.url}/preview?mail=german`);
    const rating = paneOf(page).getByRole('combobox', { name: 'Rating' });
    await rating.selectOption('Hot');
    await paneOf(page).getByRole('button', { name: 'Details', expanded: true }).waitFor();
    await paneOf(page).getByRole('button', { name: 'Where from?', expanded: false }).waitFor();
    await paneOf(page).getByRole('button', { name: 'Details' }).click();
    await paneOf(page).getByRole('button', { name: 'Details', expanded: false }).waitFor();
    assert.equal(await paneOf(page).locator('body').getAttribute('data-folded-then'), '0');
    const again = await openIn(page.context(), `${product.url}/preview?mail=german`);
    await paneOf(again).getByText('What you had typed here is back.').waitFor();
    assert.equal(
      await paneOf(again).getByRole('combobox', { name: 'Rating' }).locator('option:checked').textContent(),
      'Hot',
    );
    await page.close();
    await again.close();
  });

  it('keeps the files that were chosen, and says what became of the others', async () => {
    const page = await preview('mail=files');
    const pane = paneOf(page);
    await pane.getByText('setup.exe (runs when opened)').waitFor();
    await pane.getByText('Small pictures in the text, not kept: 1').waitFor();
    await pane.getByRole('checkbox', { name: /Price list/ }).uncheck();
    await pane.getByRole('checkbox', { name: /Price list/ }).scrollIntoViewIfNeeded();
    await shot(page, 'pane-files');
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await shot(page, 'pane-files-logged', pane.getByText(/Attachments: Floor plan\.pdf/));
    await pane.getByText(/Price list\.csv \(not chosen\)/).waitFor();
    const [lead] = await leadsFound(product.url, 'deyoung');
    const { items } = await api<Timeline>(product.url, `/leads/${lead?.id}/timeline?kind=email`);
    assert.deepEqual(
      items[0]?.attachments.map(({ name }) => name),
      ['Floor plan.pdf'],
    );
    await page.close();
  });

  it('asks which of several leads is meant', async () => {
    const page = await preview('mail=french');
    const pane = paneOf(page);
    const email = await pane.getByRole('textbox', { name: /^Email/ }).inputValue();
    for (const topic of ['One', 'Two'])
      await api(product.url, '/leads?duplicates=allow', { topic, lastName: 'Lefèvre', email });
    await page.reload();
    await shot(page, 'pane-several', pane.getByText('Several leads match this mail. Which one is it about?'));
    await pane.getByRole('button', { name: 'Show' }).first().click();
    await pane.getByRole('button', { name: 'Log email' }).waitFor();
    await page.close();
  });

  it('names the contact and the account it knows the sender and the company by', async () => {
    const page = await preview('mail=web-form');
    const pane = paneOf(page);
    const email = await pane.getByRole('textbox', { name: /^Email/ }).inputValue();
    const website = `www.${email.split('@')[1]}`;
    const lead = { topic: 'Earlier', lastName: 'Earlier', companyName: 'Earlier & Sons', email, website };
    const { id } = await api<{ id: string }>(product.url, '/leads?duplicates=allow', lead);
    await api(product.url, `/leads/${id}/qualify`, {
      ...{ createAccount: true, createContact: true, createOpportunity: false, currency: 'EUR', duplicates: 'allow' },
    });
    await fetch(`${product.url}/api/leads/${id}`, { method: 'DELETE', headers: { ...SIGNED_IN, 'if-match': '*' } });
    await page.reload();
    await shot(page, 'pane-known', pane.getByText('Contact Earlier (same address)'));
    await pane.getByText('Account Earlier & Sons (same mail domain)').waitFor();
    await page.close();
  });

  it('says that a mail is no inquiry, and still offers everything by hand', async () => {
    const page = await preview('mail=newsletter');
    const pane = paneOf(page);
    await shot(page, 'pane-no-inquiry', pane.getByText(/does not look like an inquiry/));
    await pane.getByRole('button', { name: 'Find a lead' }).click();
    await pane.getByRole('textbox', { name: 'Find' }).fill('deyoung');
    await pane.getByRole('button', { name: 'Find', exact: true }).click();
    await shot(page, 'pane-find', pane.getByText('Allan Deyoung'));
    await pane.getByRole('button', { name: 'Show' }).click();
    await pane.getByRole('button', { name: 'Log email' }).click();
    await pane.getByText('This email was logged already').waitFor();
    await page.close();
  });

  it('reads what can be had of an encrypted mail, and says so', async () => {
    const page = await preview('mail=encrypted');
    const pane = paneOf(page);
    await shot(page, 'pane-encrypted', pane.getByText(/This mail is encrypted/));
    assert.equal(await pane.getByLabel(/^Last name/).inputValue(), 'Holloway');
    await page.close();
  });

  it('says that a meeting is none, and lets people make a lead by hand', async () => {
    const page = await preview('mail=meeting');
    const pane = paneOf(page);
    await shot(page, 'pane-meeting', pane.getByText('This is a meeting'));
    await pane.getByRole('button', { name: 'New lead' }).click();
    await pane.getByLabel(/^Topic/).fill('Tasting in Redmond');
    await pane.getByLabel(/^Last name/).fill('Jordan');
    await pane.getByRole('button', { name: 'Create', exact: true }).click();
    await pane.getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    assert.equal((await leadsFound(product.url, 'tasting')).length, 1);
    await page.close();
  });

  it('goes on without a text that Outlook does not hand over', async () => {
    const page = await preview('mail=inquiry&pin=1');
    const pane = paneOf(page);
    await pane.getByRole('button', { name: 'Create and log email' }).waitFor();
    await page.evaluate(() => {
      for (let twice = 0; twice < 2; twice += 1) window.previewHost.failNext('body.getAsync');
      window.previewHost.select('german');
    });
    await shot(page, 'pane-unreadable', pane.getByText('Outlook could not show this mail to Lead Desk.'));
    await pane.getByRole('button', { name: 'Go on without the text' }).click();
    await shot(page, 'pane-without-text', pane.getByText(/did not hand over the text/));
    assert.match(await pane.getByLabel(/^Last name/).inputValue(), /Müller/);
    await page.close();
  });

  it('keeps half-typed forms per mail, through other mails and a reload', async () => {
    const page = await preview('mail=inquiry&pin=1');
    const pane = paneOf(page);
    await pane.getByLabel(/^Topic/).fill('Half typed');
    await page.locator('[data-mail=german]').click();
    await pane.locator('#mail-people', { hasText: 'Katrin' }).waitFor();
    // The card of the mail before stays on the page, hidden, until the next one is there.
    const topic = pane.getByLabel(/^Topic/).filter({ visible: true });
    assert.match(await topic.inputValue(), /Wartungsvertrag/);
    await page.locator('[data-mail=inquiry]').click();
    await shot(page, 'pane-typed-before', pane.getByText('What you had typed here is back.'));
    assert.equal(await pane.getByLabel(/^Topic/).inputValue(), 'Half typed');
    await page.reload();
    await pane.getByText('What you had typed here is back.').waitFor();
    assert.equal(await pane.getByLabel(/^Topic/).inputValue(), 'Half typed');
    await pane.getByRole('button', { name: 'Start again' }).click();
    await pane.getByText('What you had typed here is back.').waitFor({ state: 'hidden' });
    await pane.getByLabel(/^Topic/).waitFor();
    assert.match(await pane.getByLabel(/^Topic/).inputValue(), /Espresso/);

    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await pane.getByRole('button', { name: 'Add note' }).click();
    await pane.getByLabel('Note').fill('A note not saved yet');
    await page.reload();
    await pane.getByText('What you had typed here is back.').waitFor();
    assert.equal(await pane.getByLabel('Note').inputValue(), 'A note not saved yet');
    await pane.getByRole('button', { name: 'Save' }).click();
    await pane.getByText(/A note not saved yet/).waitFor();
    await page.reload();
    await pane.getByText('This mail is on this lead’s timeline.').waitFor();
    assert.equal(await pane.getByText('What you had typed here is back.').count(), 0);
    await page.close();
  });

  it('keeps a new lead that was begun without a mail until it is created', async () => {
    const page = await preview('mail=inquiry&pin=1');
    const pane = paneOf(page);
    await pane.locator('#mail-people').waitFor();
    const beginWithoutMail = async () => {
      await page.evaluate(() => window.previewHost.setItemNull());
      await pane.getByText('No mail is open').waitFor();
      await pane.getByRole('button', { name: 'New lead' }).click();
      await pane.getByRole('button', { name: 'Create', exact: true }).waitFor();
    };
    const topic = pane.getByLabel(/^Topic/).filter({ visible: true });
    await beginWithoutMail();
    await topic.fill('Begun without a mail');
    await pane.getByLabel(/^Last name/).fill('Archie');
    await page.evaluate(() => window.previewHost.select('german'));
    await pane.locator('#mail-people', { hasText: 'Katrin' }).waitFor();
    // Other leads are none of its business.
    await page.evaluate(() => window.previewHost.setItemNull());
    await pane.getByText('No mail is open').waitFor();
    await pane.getByRole('button', { name: 'Find a lead' }).click();
    await pane.getByRole('textbox', { name: 'Find' }).fill('nobody');
    await pane.getByRole('button', { name: 'Find', exact: true }).click();
    await page.evaluate(() => window.previewHost.select('german'));
    await pane.locator('#mail-people', { hasText: 'Katrin' }).waitFor();
    await beginWithoutMail();
    await pane.getByText('What you had typed here is back.').waitFor();
    assert.equal(await topic.inputValue(), 'Begun without a mail');
    await pane.getByRole('button', { name: 'Create', exact: true }).click();
    await pane.getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    await page.evaluate(() => window.previewHost.select('german'));
    await pane.locator('#mail-people', { hasText: 'Katrin' }).waitFor();
    await beginWithoutMail();
    assert.equal(await topic.inputValue(), '');
    await page.close();
  });

  it('keeps all of a form that was refused, and what was typed on it since', async () => {
    const page = await preview('mail=no-signature');
    const pane = paneOf(page);
    await pane.getByLabel(/^Topic/).fill('Typed before the refusal');
    await pane.getByRole('textbox', { name: /^Email/ }).fill('no address');
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await pane.getByText(/Email must be an email address/).waitFor();
    await pane.getByLabel(/^Company/).fill('Typed after it');
    await page.reload();
    await pane.getByText('What you had typed here is back.').waitFor();
    await pane.getByText(/Email must be an email address/).waitFor();
    assert.equal(await pane.getByLabel(/^Topic/).inputValue(), 'Typed before the refusal');
    assert.equal(await pane.getByRole('textbox', { name: /^Email/ }).inputValue(), 'no address');
    assert.equal(await pane.getByLabel(/^Company/).inputValue(), 'Typed after it');
    await pane.getByRole('button', { name: 'Start again' }).click();
    await pane.getByText('What you had typed here is back.').waitFor({ state: 'hidden' });
    await page.close();
  });

  it('leads back to the form from a likely duplicate that was looked at', async () => {
    const email = 'nestor.wilke@proseware.example';
    await api(product.url, '/leads', { topic: 'Looked at', lastName: 'Wilke', email });
    const page = await preview('mail=no-signature');
    const pane = paneOf(page);
    await pane.getByLabel(/^Topic/).fill('Half typed');
    await pane.getByRole('textbox', { name: /^Email/ }).fill(email);
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await pane.getByRole('button', { name: 'Show', exact: true }).first().click();
    await pane.getByText('Looked at', { exact: true }).first().waitFor();
    await shot(page, 'pane-looked-at', pane.getByText('The form you began is kept.'));
    await pane.getByRole('button', { name: 'Back to it' }).click();
    await pane.getByRole('button', { name: 'Create anyway' }).waitFor();
    assert.equal(await pane.getByLabel(/^Topic/).inputValue(), 'Half typed');
    assert.equal(await pane.getByRole('textbox', { name: /^Email/ }).inputValue(), email);
    await pane.getByRole('button', { name: 'Start again' }).click();
    await pane.getByText('What you had typed here is back.').waitFor({ state: 'hidden' });
    await page.close();
  });

  it('offers the lead of a conversation until somebody says it is another matter', async () => {
    const page = await preview('mail=reply');
    const pane = paneOf(page);
    await shot(page, 'pane-conversation', pane.getByText('Matched: same conversation.'));
    await pane.getByRole('button', { name: 'Not about this lead' }).click();
    await pane.getByText('This conversation no longer leads to that lead').waitFor();
    await page.reload();
    await pane.getByText('Matched: same address.').waitFor();
    await page.close();
  });

  it('records who logged a mail, and whose mailbox it lay in', async () => {
    const page = await preview('mail=tender&person=megan&mailbox=sales@contoso.example');
    const pane = paneOf(page);
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await pane.getByText(/This email was logged already: Megan Bowen/).waitFor();
    const [lead] = await leadsFound(product.url, 'langer');
    const { items } = await api<Timeline>(product.url, `/leads/${lead?.id}/timeline?kind=email`);
    assert.deepEqual([items[0]?.mailbox, items[0]?.createdBy.name], ['sales@contoso.example', 'Megan Bowen']);
    await page.close();
  });
});
