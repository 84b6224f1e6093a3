import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { card, chooseIn, say } from './chat.ts';
import { launchChromium } from './chromium.ts';
import { leadsFound, open, SIGNED_IN, shot } from './pages.ts';
import { startProduct } from './product.ts';

describe('the main job on real clients', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-e2e-'));
  const database = `file:${join(folder, 'e2e.db')}`;
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(database);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });

  it('turns a mail into a lead with two clicks, and knows it the next time', async () => {
    const page = await open(browser, `${product.url}/preview?mail=inquiry&person=alex`);
    const pane = page.frameLocator('iframe#pane');
    await shot(page, 'pane-new-lead', pane.getByRole('button', { name: 'Create and log email' }));
    // The first click opened the pane; this is the second.
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await shot(page, 'pane-lead', pane.getByText('This email was logged already'));

    await pane.getByRole('button', { name: 'More' }).click();
    await pane.getByRole('button', { name: 'History' }).click();
    await shot(page, 'pane-history', pane.getByText('Company: Fabrikam, Inc.'));
    assert.equal(
      await pane
        .getByText(/^Lead created/)
        .filter({ visible: true })
        .count(),
      0,
    );
    await pane.getByRole('button', { name: 'Back to the lead' }).click();

    await page.reload();
    await pane.getByText('This mail is on this lead’s timeline.').waitFor();
    assert.equal(await pane.getByRole('button', { name: 'Log email' }).count(), 0);
    const [lead, ...others] = await leadsFound(product.url, 'grady');
    assert.ok(lead && !others.length);
    const timeline = await fetch(`${product.url}/api/leads/${lead.id}/timeline?kind=email`, { headers: SIGNED_IN });
    assert.equal((await timeline.json()).items.length, 1);

    await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
    await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
    await pane.getByText('Choose a currency.').waitFor();
    await pane.getByLabel('Currency').selectOption('USD');
    await shot(page, 'pane-qualify');
    await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
    await shot(page, 'pane-qualified', pane.getByRole('button', { name: 'Reactivate' }));
    await page.close();

    const chat = await open(browser, product.chat);
    await say(chat, 'lead grady');
    await card(chat).getByText('Qualified', { exact: true }).waitFor();
    await card(chat).getByText('Fabrikam, Inc.', { exact: true }).last().waitFor();
    await chat.close();
  });

  it('creates, qualifies, disqualifies, annotates and finds leads in the chat, and has them after a restart', async () => {
    let chat = await open(browser, product.chat);
    await say(chat, 'new lead Jane Doe, Tailspin, jane@tailspin.example, +1 425 555 0100');
    await card(chat).getByLabel('Topic').fill('Fifty licences');
    await shot(chat, 'chat-new-lead');
    await card(chat).getByRole('button', { name: 'Create' }).click();
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).click();
    await chooseIn(card(chat).getByLabel('Currency'), chat, /EUR/);
    await shot(chat, 'chat-qualify');
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).click();
    await shot(chat, 'chat-qualified', card(chat).getByRole('button', { name: 'Reactivate' }));
    await card(chat).getByText('Fifty licences, EUR').waitFor();
    await card(chat).getByRole('button', { name: 'Add note' }).click();
    await card(chat).getByRole('textbox', { name: 'Note' }).fill('Call back on Monday');
    await card(chat).getByRole('button', { name: 'Save' }).click();
    await card(chat)
      .getByText(/Call back on Monday/)
      .waitFor();

    await card(chat).getByRole('button', { name: 'More' }).click();
    await card(chat).getByRole('button', { name: 'History' }).click();
    await shot(chat, 'chat-history', card(chat).getByText('Status: Open → Qualified'));

    await say(chat, 'new lead Patti Fernandez, Litware');
    await card(chat).getByLabel('Topic').fill('Trial');
    await card(chat).getByRole('button', { name: 'Create' }).click();
    await card(chat).getByRole('button', { name: 'Disqualify', exact: true }).click();
    await chooseIn(card(chat).getByLabel('Reason'), chat, /No Longer Interested/);
    await shot(chat, 'chat-disqualify');
    await card(chat).getByRole('button', { name: 'Disqualify', exact: true }).click();
    await shot(chat, 'chat-disqualified', card(chat).getByText('No Longer Interested', { exact: true }));
    await card(chat).getByRole('button', { name: 'Reactivate' }).click();
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    await chat.close();

    await product.stop();
    product = await startProduct(database);
    chat = await open(browser, product.chat);
    await say(chat, 'lead tailspin');
    await shot(chat, 'chat-after-restart', card(chat).getByText(/Call back on Monday/));
    await say(chat, 'find litware');
    await shot(chat, 'chat-find', card(chat).getByText('Patti Fernandez'));
    await chat.close();
  });

  it('follows the selected mail while pinned and writes to the one it shows', async () => {
    const page = await open(browser, `${product.url}/preview?mail=french&person=megan&pin=1`);
    const pane = page.frameLocator('iframe#pane');
    await pane.getByLabel('First name').waitFor();
    await page.locator('[data-mail=german]').click();
    await pane.locator('#mail-people', { hasText: 'Katrin' }).waitFor();
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await pane.getByText('This email was logged already').waitFor();
    const german = await leadsFound(product.url, 'katrin');
    assert.equal(german.length, 1);
    assert.equal((await leadsFound(product.url, 'lefevre')).length, 0);

    // The reply lies in the same conversation as the mail the first test made a lead of.
    await page.locator('[data-mail=reply]').click();
    await pane.getByText('Matched: same conversation.').waitFor();
    await pane.getByRole('button', { name: 'Log email' }).click();
    await shot(page, 'pane-reply-logged', pane.getByText('This email was logged already'));
    await page.close();
  });

  it('shows a hostile name to the letter, on every client', async () => {
    const name = '[click](https://evil.example) <img src=x onerror=alert(1)> **x**';
    const lead = {
      lastName: name.slice(0, 50),
      firstName: '**bold**',
      companyName: name,
      topic: name,
      email: 'a@b.example',
    };
    await fetch(`${product.url}/api/leads`, { method: 'POST', headers: SIGNED_IN, body: JSON.stringify(lead) });
    const chat = await open(browser, product.chat);
    await say(chat, 'lead evil.example');
    await shot(chat, 'chat-hostile', card(chat).getByText(name, { exact: true }).first());
    await say(chat, 'find evil.example');
    await card(chat)
      .getByText(/\*\*bold\*\*/)
      .first()
      .waitFor();
    assert.equal(await card(chat).locator('img, a[href*=evil]').count(), 0);
    await chat.close();

    const page = await open(browser, `${product.url}/preview?mail=hostile&person=alex&theme=dark`);
    const pane = page.frameLocator('iframe#pane');
    await shot(page, 'pane-hostile', pane.getByRole('button', { name: 'Create and log email' }));
    assert.equal(await pane.locator('img, script[src*=evil], a[href*=evil]').count(), 0);
    await page.close();
  });
});
