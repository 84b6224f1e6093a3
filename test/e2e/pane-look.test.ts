import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import { words } from '../../src/words/words.ts';
import { launchChromium } from './chromium.ts';
import { leadsFound, open, paneOf, shot } from './pages.ts';
import { startProduct } from './product.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the look of the pane', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-look-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'look.db')}`);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });
  const preview = (query: string, options = {}) => open(browser, `${product.url}/preview?${query}`, options);

  // The two clicks are counted once, on the first mail; every other language finds the lead there already.
  let clicks = 0;
  for (const lang of ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'ja-JP', 'qps-plocm']) {
    it(`cuts no text at 320 pixels in ${lang}`, async () => {
      const w = words(lang);
      const page = await preview(`mail=french&lang=${lang}`, { locale: lang === 'qps-plocm' ? 'en-US' : lang });
      clicks = 1; // Somebody opened the pane.
      const pane = paneOf(page);
      const create = pane.getByRole('button', { name: w.createAndLog, exact: true });
      const known = pane.getByText(w.matched['this-mail']);
      await create.or(known).waitFor();
      if (await create.isVisible()) {
        await whole(page, `look-new-${lang}`);
        if (lang === 'en-US') {
          await create.click();
          clicks += 1;
          await known.or(pane.getByText(w.loggedBefore)).first().waitFor();
          assert.equal(clicks, 2);
          assert.equal((await leadsFound(product.url, 'lefevre')).length, 1);
          await page.reload();
          await known.waitFor();
        }
      }
      await whole(page, `look-lead-${lang}`);
      await pane.getByRole('button', { name: w.more, exact: true }).click();
      await whole(page, `look-more-${lang}`);
      await pane.getByRole('button', { name: w.qualify, exact: true }).click();
      await pane.getByText(w.fields.currency).first().waitFor();
      await whole(page, `look-qualify-${lang}`);
      await page.goto(`${product.url}/preview?mail=german&lang=${lang}`);
      await pane.getByRole('button', { name: w.createAndLog, exact: true }).waitFor();
      await whole(page, `look-form-${lang}`);
      await pane.getByRole('button', { name: w.details, exact: true }).click();
      await whole(page, `look-details-${lang}`);
      const html = await paneFrame(page).evaluate(() => ({
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
      }));
      assert.deepEqual(
        html,
        lang.startsWith('qps') ? { lang: 'en', dir: 'rtl' } : { lang: lang.slice(0, 2), dir: 'ltr' },
      );
      await page.close();
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe minds, in ${theme}`, async () => {
      const page = await preview(`mail=forward&theme=${theme}&pin=1`);
      const pane = paneOf(page);
      await pane.getByLabel(/^Topic/).waitFor();
      await whole(page, `look-form-${theme}`);
      const found: string[] = await complaints(page);
      await pane.getByRole('button', { name: 'Where from?' }).click();
      await pane.getByRole('button', { name: 'Details' }).click();
      await pane.getByText('Settings').click();
      found.push(...(await complaints(page)));
      await pane.getByLabel(/^Last name/).fill('');
      await pane.getByRole('button', { name: 'Create and log email' }).click();
      found.push(...(await complaints(page)));
      for (const [id, ready] of [
        ['meeting', 'This is a meeting'],
        ['encrypted', 'This mail is encrypted'],
        ['newsletter', 'does not look like'],
        ['french', 'timeline'],
      ] as const) {
        await page.evaluate((id) => window.previewHost.select(id), id);
        await pane.getByText(ready).first().waitFor();
        found.push(...(await complaints(page)));
      }
      await pane.getByRole('button', { name: 'More' }).click();
      await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
      await pane.getByText('Choose…').first().waitFor({ state: 'attached' });
      found.push(...(await complaints(page)));
      await whole(page, `look-qualify-${theme}`);
      await page.route('**/api/actions', (route) => route.abort());
      await pane.getByRole('button', { name: 'Qualify', exact: true }).click();
      await page.evaluate(() => window.previewHost.select('inquiry'));
      await pane.getByRole('button', { name: 'Retry' }).waitFor();
      found.push(...(await complaints(page)));
      assert.deepEqual(found, []);
      await page.close();
    });
  }

  it('can be read in high contrast, and stands still for those who ask for it', async () => {
    const page = await preview('mail=inquiry');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
    await paneOf(page).getByRole('button', { name: 'Create and log email' }).waitFor();
    await whole(page, 'look-high-contrast');
    // They move once it takes long.
    const motion = () =>
      paneFrame(page).evaluate(() => {
        document.querySelector('#slow')?.removeAttribute('hidden');
        return getComputedStyle(document.querySelector('.bone') ?? document.body).animationName;
      });
    assert.equal(await motion(), 'none');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.equal(await motion(), 'breathe');
    await page.close();
  });

  it('says what was done without hiding anything, until the next press', async () => {
    const page = await preview('mail=web-form');
    const pane = paneOf(page);
    await pane.getByRole('button', { name: 'Create and log email' }).click();
    const toast = pane.locator('#toast', { hasText: 'Lead created' });
    await shot(page, 'look-toast', toast);
    const covered = await paneFrame(page).evaluate(() => {
      const said = document.querySelector('#toast')?.getBoundingClientRect();
      return [...document.querySelectorAll('#mail-subject, #mail-people, #card button, #card .ac-textRun')].flatMap(
        (part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return said && top < said.bottom && bottom > said.top ? [part.textContent] : [];
        },
      );
    });
    assert.deepEqual(covered, []);
    await pane.getByRole('button', { name: 'Add note' }).click();
    await toast.waitFor({ state: 'detached' });
    await page.close();
  });

  it('lets people create, log and qualify with the keyboard alone', async () => {
    const page = await preview('mail=inquiry');
    const pane = paneOf(page);
    await pane.getByRole('button', { name: 'Create and log email' }).waitFor();
    await pane.getByLabel(/^Topic/).focus();
    await tabTo(page, 'Create and log email');
    await page.keyboard.press('Enter');
    await pane.getByText('This email was logged already').waitFor();
    await tabTo(page, 'Qualify');
    await page.keyboard.press('Enter');
    await pane.getByRole('combobox', { name: /Currency/ }).waitFor();
    await tabTo(page, /^Currency/);
    await page.keyboard.type('USD');
    await tabTo(page, 'Qualify');
    await page.keyboard.press('Enter');
    await pane.getByRole('button', { name: 'Reactivate' }).waitFor();

    await page.goto(`${product.url}/preview?mail=reply`);
    await pane.getByText('Matched: same conversation.').waitFor();
    await pane.getByRole('button', { name: 'Not about this lead' }).focus();
    await tabTo(page, 'Log email');
    await page.keyboard.press('Space');
    await pane.getByText('This email was logged already').waitFor();
    await page.close();
  });
});

function paneFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('/outlook/pane.html'));
  assert.ok(frame);
  return frame;
}

/** Takes a picture, and fails if something does not fit: a page wider than its window, or a button than its text. */
async function whole(page: Page, name: string): Promise<void> {
  await shot(page, name);
  const cut = await paneFrame(page).evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth} > ${root.clientWidth}`] : [];
    const parts = [...document.querySelectorAll<HTMLElement>('button, .ac-textBlock, .ac-textRun, label')];
    const tight = parts.filter(
      (part) => part.offsetParent && part.scrollWidth > part.clientWidth + 1 && part.clientWidth,
    );
    return [...wide, ...tight.map((part) => `${part.textContent}: ${part.scrollWidth} > ${part.clientWidth}`)];
  });
  assert.deepEqual(cut, [], name);
}

/** What axe finds wrong with the pane as it stands. */
async function complaints(page: Page): Promise<string[]> {
  const frame = paneFrame(page);
  await frame.evaluate(AXE);
  const { violations } = (await frame.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await paneFrame(page).evaluate(() => {
      const { activeElement } = document;
      const labels = (activeElement?.getAttribute('aria-labelledby') ?? '').split(' ');
      const label = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return activeElement?.getAttribute('aria-label') || label.trim() || activeElement?.textContent || '';
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    seen.push(focused);
  }
  assert.fail(`${name} cannot be reached; passed ${seen.join(', ')}`);
}
