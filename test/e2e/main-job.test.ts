import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
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
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    await pane.getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    await pane.getByText('This email was logged already').waitFor();
    await shot(page, 'pane-lead');
    await page.reload();
    await pane.getByText('This mail is on this lead’s timeline.').waitFor();
    assert.equal(await pane.getByRole('button', { name: 'Log email' }).count(), 0);
    await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
    await pane.getByLabel('Currency').selectOption('USD');
    await shot(page, 'pane-qualify');
    await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
    await pane.getByRole('button', { name: 'Reactivate' }).waitFor();
    await shot(page, 'pane-qualified');
    await page.close();
  });

  it('creates, qualifies, annotates and finds leads in the chat, and has them after a restart', async () => {
    let chat = await open(browser, product.chat);
    await say(chat, 'new lead Jane Doe, Tailspin, jane@tailspin.example, +1 425 555 0100');
    await chat.getByLabel('Topic').last().fill('Fifty licences');
    await shot(chat, 'chat-form');
    await chat.getByRole('button', { name: 'Create' }).last().click();
    await chat.getByRole('button', { name: 'Qualify', exact: true }).last().click();
    await chat.getByLabel('Currency').last().click();
    await chat.getByRole('option', { name: /EUR/ }).first().click();
    await shot(chat, 'chat-qualify');
    await chat.getByRole('button', { name: 'Qualify', exact: true }).last().click();
    await chat.getByRole('button', { name: 'Reactivate' }).last().waitFor();
    await shot(chat, 'chat-qualified');
    await chat.getByRole('button', { name: 'Add note' }).last().click();
    await chat.getByRole('textbox', { name: 'Note' }).last().fill('Call back on Monday');
    await chat.getByRole('button', { name: 'Save' }).last().click();
    await chat
      .getByText(/Call back on Monday/)
      .first()
      .waitFor();
    await chat.close();

    await product.stop();
    product = await startProduct(database);
    chat = await open(browser, product.chat);
    await say(chat, 'lead tailspin');
    await chat
      .getByText(/Call back on Monday/)
      .last()
      .waitFor();
    await shot(chat, 'chat-after-restart');
    await chat.close();
  });
});

async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1200 } });
  await context.route(
    (address) => address.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

async function say(chat: Page, text: string): Promise<void> {
  const send = chat.getByRole('button', { name: 'Send Message' });
  await send.waitFor();
  await chat.getByText('Leads, without leaving the conversation').first().waitFor();
  const box = chat.getByRole('textbox').last();
  await box.click();
  await chat.keyboard.type(text, { delay: 10 });
  // The Playground redraws its box while the welcome arrives; what was typed has to be there before it is sent.
  await chat.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text);
  await send.click();
}

async function shot(page: Page, name: string): Promise<void> {
  mkdirSync('test/e2e/screenshots', { recursive: true });
  await page.screenshot({ path: `test/e2e/screenshots/${name}.png` });
}
