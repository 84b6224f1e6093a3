import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { de } from '../../src/words/tab/de.ts';
import { en } from '../../src/words/tab/en.ts';
import { es } from '../../src/words/tab/es.ts';
import { fr } from '../../src/words/tab/fr.ts';
import { ja } from '../../src/words/tab/ja.ts';
import { pt } from '../../src/words/tab/pt.ts';
import { open, shot } from './pages.ts';
import { type SeededLead, seedLeads, tabServer } from './tab-server.ts';
import { openInTeams } from './teams-host.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [320, 480, 768, 1024, 1366, 1600];

describe('the look of the Leads tab', function () {
  this.timeout(120_000);
  const server = tabServer();
  let leads: SeededLead[];
  before(async () => {
    leads = await seedLeads(server.url, 40);
    const body = JSON.stringify({ kind: 'task', text: 'Send the offer', dueAt: '2027-01-15T10:00:00Z' });
    const headers = { authorization: 'Bearer local:alex', 'content-type': 'application/json' };
    await fetch(`${server.url}/api/leads/${leads[0]?.id}/timeline`, { method: 'POST', headers, body });
  });

  for (const theme of ['default', 'dark', 'contrast']) {
    it(`has nothing that axe minds, in Teams' theme ${theme}`, async () => {
      const { page, frame } = await openInTeams(server.browser, server.url, { theme });
      const found: string[] = [];
      await frame.locator('tbody tr[data-row]').first().waitFor();
      await shot(page, `tab-list-${theme}`);
      found.push(...(await complaints(frame)));
      await frame.locator('tbody tr[data-row] .cell-name a').last().click();
      await frame.locator('.entry').first().waitFor();
      await frame.locator('.lead-card .ac-pushButton').first().waitFor();
      await shot(page, `tab-open-${theme}`);
      found.push(...(await complaints(frame)));
      await frame.getByRole('button', { name: 'Qualify', exact: true }).click();
      await frame.getByLabel('Currency').waitFor();
      found.push(...(await complaints(frame)));
      await frame.getByRole('tab', { name: en.audit }).click();
      await frame.locator('.audit .entry').first().waitFor();
      found.push(...(await complaints(frame)));
      await frame.getByRole('button', { name: en.close }).click();
      await frame.getByRole('button', { name: en.shortcuts }).click();
      found.push(...(await complaints(frame)));
      await frame.getByRole('dialog').getByRole('button', { name: en.close }).click();
      await frame.locator('tbody tr[data-row] .cell-select input').first().click();
      await frame.getByRole('button', { name: 'Qualify', exact: true }).click();
      await frame.getByRole('dialog').waitFor();
      await shot(page, `tab-bulk-${theme}`);
      found.push(...(await complaints(frame)));
      await page.keyboard.press('Escape');
      await frame.getByRole('button', { name: en.clearSelection }).click();
      await frame.getByRole('link', { name: en.pipeline }).click();
      await frame.locator('.figures-table tbody tr').first().waitFor();
      await shot(page, `tab-pipeline-${theme}`, frame.locator('canvas'));
      found.push(...(await complaints(frame)));
      await frame.getByRole('link', { name: en.leads, exact: true }).click();
      await frame.getByRole('searchbox').fill('nobody');
      await frame.getByText('No lead found.').waitFor();
      found.push(...(await complaints(frame)));
      assert.deepEqual(found, []);
      await page.close();
    });
  }

  for (const width of WIDTHS) {
    it(`fits ${width} pixels`, async () => {
      const page = await open(server.browser, `${server.url}/tab/`, { viewport: { width, height: 800 } });
      await page.locator('tbody tr[data-row]').first().waitFor();
      await whole(page, page, `tab-${width}-list`);
      await page.locator('.cell-name a').first().click();
      await page.locator('.lead-card .ac-pushButton').first().waitFor();
      await page.locator('.entry').first().waitFor();
      await whole(page, page, `tab-${width}-lead`);
      await page.getByRole('button', { name: en.close }).click();
      await page.locator('[data-row="0"] input').click();
      await page.getByRole('button', { name: 'Qualify', exact: true }).click();
      await whole(page, page, `tab-${width}-bulk`);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: en.pipeline }).click();
      await page.locator('.figures-table tbody tr').first().waitFor();
      await whole(page, page, `tab-${width}-pipeline`);
      await page.close();
    });
  }

  for (const [language, told] of Object.entries({ en, de, es, fr, ja, pt })) {
    it(`cuts no text at 320 pixels in ${language}`, async () => {
      const page = await open(server.browser, `${server.url}/tab/?lead=${leads[0]?.id}`, {
        viewport: { width: 320, height: 800 },
        locale: language,
      });
      await page.locator('.lead-card .ac-pushButton').first().waitFor();
      await page.locator('.entry').first().waitFor();
      await whole(page, page, `tab-lead-${language}`);
      await page.getByRole('button', { name: told.close }).click();
      await page.locator('tbody tr[data-row]').first().waitFor();
      await whole(page, page, `tab-list-${language}`);
      await page.getByRole('link', { name: told.pipeline }).click();
      await page.locator('.figures-table tbody tr').first().waitFor();
      await whole(page, page, `tab-pipeline-${language}`);
      // Japanese breaks between any two characters.
      if (language !== 'ja') assert.deepEqual(await brokenWords(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      await page.close();
    });
  }

  for (const language of ['en', 'de', 'es', 'fr', 'ja', 'pt']) {
    it(`cuts nothing of what its bars say, set or not, in ${language}`, async () => {
      const page = await open(server.browser, 'about:blank', { locale: language });
      const set = '&q=a&source=public-relations&industry=broadcasting-printing-and-publishing';
      for (const width of [1000, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        for (const query of ['?view=all', `?view=all${set}`, `?view=all&lead=${leads[0]?.id}`]) {
          await page.goto(`${server.url}/tab/${query}`);
          await page.locator('.refresh').waitFor();
          await page.locator('.top .primary').waitFor();
          await whole(page, page, `tab-${width}-bars-${language}`);
          assert.deepEqual(await tightControls(page), [], `${width} ${query}`);
        }
      }
      await page.close();
    });
  }

  it('runs from right to left, with arrows that go where they point', async () => {
    const { page, frame } = await openInTeams(server.browser, server.url, { locale: 'qps-plocm' });
    await frame.locator('tbody tr[data-row]').first().waitFor();
    await whole(page, frame, 'tab-rtl');
    const plain = await frame.evaluate(() =>
      [...document.querySelectorAll('th, button, .status, .count, option')].flatMap((part) => {
        const text = part.textContent?.trim() ?? '';
        return /\p{L}/u.test(text) && !text.startsWith('[') ? [text] : [];
      }),
    );
    const names = ['Alex Wilber', 'Megan Bowen', 'Miriam Graham', 'Adele Vance', 'MOD Administrator'];
    assert.deepEqual(
      plain.filter((text) => !names.includes(text)),
      [],
    );
    await frame.locator('[data-row="0"] .cell-name a').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await frame.evaluate(() => document.activeElement?.className), 'cell-company');
    await page.close();
  });

  it('can be read in high contrast, and stands still for those who ask for it', async () => {
    const page = await open(server.browser, `${server.url}/tab/?lead=${leads[0]?.id}`);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('.entry').first().waitFor();
    await page.locator('[data-row="1"] .cell-select input').click();
    await whole(page, page, 'tab-forced-colors');
    const motion = await page.evaluate(() => {
      const bone = document.body.appendChild(document.createElement('span'));
      bone.className = 'bone';
      return getComputedStyle(bone).animationName;
    });
    assert.equal(motion, 'none');
    await page.close();
  });

  it('follows the browser into the dark', async () => {
    const page = await open(server.browser, `${server.url}/tab/`, { colorScheme: 'dark' });
    await page.locator('tbody tr[data-row]').first().waitFor();
    await shot(page, 'tab-browser-dark');
    const { r, text } = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { r: Number(/\d+/.exec(backgroundColor)?.[0]), text: Number(/\d+/.exec(color)?.[0]) };
    });
    assert.ok(r < 60 && text > 200);
    await page.close();
  });
});

/** Takes a picture, and fails if something does not fit: a page wider than its window, or a button than its text. */
async function whole(page: Page, tab: Page | Frame, name: string): Promise<void> {
  await shot(page, name);
  const cut = await tab.evaluate(() => {
    const root = document.documentElement;
    const wide = [root, ...document.querySelectorAll('.scroller, .lead, .pipeline, .top, .filters')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `${box.className || 'page'}: ${box.scrollWidth} > ${box.clientWidth}`);
    const parts = [
      ...document.querySelectorAll<HTMLElement>('.button, .ac-pushButton, label, .parts button, .pages a'),
    ];
    const tight = parts.filter(
      (part) => part.offsetParent && part.clientWidth && part.scrollWidth > part.clientWidth + 1,
    );
    return [...wide, ...tight.map((part) => `${part.textContent}: ${part.scrollWidth} > ${part.clientWidth}`)];
  });
  assert.deepEqual(cut, [], name);
}

/** What is chosen or asked for in the bars with too little room to be read. */
function tightControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(':is(.top, .filters) :is(select, input)')].flatMap((control) => {
      const { width } = control.getBoundingClientRect();
      control.style.cssText = 'flex: none; field-sizing: content; width: max-content; min-width: 0; max-width: none';
      const { width: needed } = control.getBoundingClientRect();
      control.style.cssText = '';
      return needed > width + 1 ? [`${control.ariaLabel}: ${needed} > ${width}`] : [];
    }),
  );
}

/** What axe finds wrong with the tab as it stands. */
async function complaints(tab: Frame): Promise<string[]> {
  await tab.evaluate(AXE);
  const { violations } = (await tab.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Words of the figures' headings that stand on two lines. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.figures-table :is(thead, tfoot) th')].flatMap(({ firstChild }) =>
      [...(firstChild?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        if (!firstChild) return [];
        range.setStart(firstChild, index);
        range.setEnd(firstChild, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      }),
    ),
  );
}
