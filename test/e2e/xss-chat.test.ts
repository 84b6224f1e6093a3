import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { XSS_PAYLOADS } from '../trust/xss-payloads.ts';
import { openWithCanary } from './canary.ts';
import { card, say } from './chat.ts';
import { launchChromium } from './chromium.ts';
import { seedLeadWith } from './hostile-leads.ts';
import { shot } from './pages.ts';
import { startProduct } from './product.ts';

/** So many to a lead, so that a few cards show them all. */
const TOGETHER = 28;
const PARTS = Array.from({ length: Math.ceil(XSS_PAYLOADS.length / TOGETHER) }, (_, nth) =>
  XSS_PAYLOADS.slice(nth * TOGETHER, (nth + 1) * TOGETHER),
);
const address = (nth: number) => `hostile${'abcdefgh'[nth]}@fabrikam.example`;
/** What a text is kept as to the letter: none of it is a blank that is folded, or a letter nobody sees. */
const isPlain = (words: string) => /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(words);

describe('words of people who mean no good, in the chat', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-xss-chat-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'xss.db')}`);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });

  it('are words on the lead, in its form, in its history and in the list, and the chat goes on', async () => {
    for (const [nth, words] of PARTS.entries()) await seedLeadWith(product.url, words, address(nth));
    const { page: chat, isQuiet, close } = await openWithCanary(browser, product.chat);
    await say(chat, 'find hostile');
    await card(chat)
      .getByRole('button', { name: 'Show', exact: true })
      .nth(PARTS.length - 1)
      .waitFor();
    await isQuiet();
    for (const [nth, words] of PARTS.entries()) {
      await say(chat, `lead ${address(nth)}`);
      await card(chat).getByText(address(nth)).first().waitFor();
      await isQuiet();
      await card(chat).getByRole('button', { name: 'More' }).click();
      await card(chat).getByRole('button', { name: 'History' }).click();
      await card(chat).getByText('changed the lead').first().waitFor();
      await isQuiet();
      await card(chat).getByRole('button', { name: 'Back to the lead' }).click();
      await card(chat).getByRole('button', { name: 'Edit', exact: true }).click();
      await card(chat).getByLabel('Last name').waitFor();
      await isQuiet();
      const typed = await card(chat).locator('input, textarea').evaluateAll(valuesOf);
      for (const one of words.filter(isPlain)) assert.ok(typed.includes(one), one);
    }
    await shot(chat, 'xss-chat');
    await say(chat, 'help');
    await card(chat).getByText('bulk qualify').waitFor();
    await isQuiet();
    await close();
  });
});

function valuesOf(inputs: Element[]): string {
  return inputs.map((input) => ('value' in input ? input.value : '')).join('\n');
}
