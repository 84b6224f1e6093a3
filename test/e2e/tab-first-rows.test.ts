import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { open } from './pages.ts';
import { seedLeads, tabServer } from './tab-server.ts';

/** The rest of the tab. */
const TAB_SCRIPT = /\/tab\/tab-[A-Z\d]{8}\.js$/;

describe('the first rows of the Leads tab', function () {
  this.timeout(120_000);
  const server = tabServer();
  before(() => seedLeads(server.url, 8));

  it('are asked for before its scripts are there, once, and for nobody else', async () => {
    const page = await open(server.browser, 'about:blank');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/leads?')) asked.push(request.headers().authorization ?? '');
    });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(TAB_SCRIPT, async (route) => {
      await held;
      await route.continue();
    });
    const early = page.waitForResponse((answer) => answer.url().includes('/api/leads?'));
    await page.goto(`${server.url}/tab/?view=all&person=megan`, { waitUntil: 'commit' });
    assert.equal((await early).status(), 200);
    release();
    await page.getByText(/^Leads: \d/).waitFor();
    assert.deepEqual(asked, ['Bearer local:megan']);
    // What was asked early is an answer of then; from now on the lead service is asked.
    const [lead] = await seedLeads(server.url, 1, { topic: 'Come in the meantime' });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.locator(`a[href*="${lead?.id}"]`).waitFor();
    await page.close();
  });

  it('are drawn without bones where they come in a moment, and where bones were if they take longer', async () => {
    const page = await open(server.browser, 'about:blank');
    // A moment that does not pass by itself.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.addInitScript(`new MutationObserver(() => {
      if (document.querySelector('.bone-row')) window.hadBones = true;
    }).observe(document, { subtree: true, childList: true })`);
    const row = page.locator('tbody tr[data-row]').first();
    await page.goto(`${server.url}/tab/?view=all`);
    await row.waitFor();
    assert.equal(await page.evaluate('window.hadBones'), undefined);

    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/leads?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${server.url}/tab/?view=open`);
    assert.equal(await page.locator('table').count(), 0);
    await page.clock.resume();
    await page.locator('.bone-row').first().waitFor();
    release();
    await row.waitFor();
    await page.close();
  });

  /** Opens the tab with its first rows drawn and all else held back. */
  const openHeld = async (query: string, { locale = 'en-US', width = 1000 } = {}) => {
    const page = await open(server.browser, 'about:blank', { locale, viewport: { width, height: 600 } });
    let release: (comes: boolean) => void = () => undefined;
    const held = new Promise<boolean>((resolve) => {
      release = resolve;
    });
    await page.route(TAB_SCRIPT, async (route) => ((await held) ? route.continue() : route.abort()));
    await page.goto(`${server.url}/tab/?person=miriam&view=all${query}`);
    await page.locator('tbody tr[data-row]').first().waitFor();
    const complete = async () => {
      release(true);
      await page.getByRole('navigation').waitFor();
    };
    return { page, complete, fail: () => release(false) };
  };

  const places = [
    ...[{ query: '&sort=name' }, { query: '&rating=hot', width: 1280 }],
    ...['de', 'es', 'fr', 'ja', 'pt', 'pt-BR', 'it', 'ar'].map((locale) => ({ query: '', locale, width: 1100 })),
  ];
  for (const { query, ...window } of places) {
    const where = Object.values({ query, ...window }).join(' ');
    it(`are there before its scripts are, the very ones it works with later, and stay where they are: ${where}`, async () => {
      const { page, complete } = await openHeld(query, window);
      const look = () =>
        page.evaluate(`JSON.stringify([...document.querySelectorAll('html, .scroller, .scroller *, .count')].map((each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          const attributes = [...each.attributes].map(({ name, value }) => name + '=' + value).sort();
          return [each.tagName, attributes, each.children.length ? '' : each.textContent, x, y, width, height];
        }))`);
      const before = await look();
      const row = await page.locator('tbody tr[data-row="2"]').elementHandle();
      await page.locator('tbody a').nth(2).focus();
      await complete();
      // Where Tab comes to has followed the focus; it goes back for the comparison.
      assert.equal(await page.evaluate('document.activeElement.closest("tr").dataset.row'), '2');
      await page.keyboard.press('ArrowDown');
      await focusIn(page, 3);
      await page.locator('tbody tr[data-row="0"] input').focus();
      await page.locator('tbody tr[data-row="0"] input[tabindex="0"]').waitFor();
      assert.equal(await look(), before);
      assert.equal(await row?.evaluate((each) => each.isConnected), true);
      await page.close();
    });
  }

  it('lose no click that comes before its scripts', async () => {
    const { page, complete } = await openHeld('');
    const name = await page.locator('tbody a').nth(1).textContent();
    await page.locator('tbody tr[data-row="3"] input').click();
    await page.locator('tbody a').nth(1).click();
    await complete();
    await page.getByRole('complementary').getByText(String(name)).first().waitFor();
    assert.equal(await page.locator('tbody tr[data-row="3"]').getAttribute('aria-selected'), 'true');
    assert.equal(await page.locator('tbody tr[data-row="1"]').getAttribute('aria-current'), 'true');
    await page.close();
  });

  it('lose no key that comes before its scripts', async () => {
    const { page, complete } = await openHeld('');
    await page.locator('tbody tr[data-row="0"] input').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('tr[aria-selected="true"]').count(), 0);
    await complete();
    await page.getByText('2 selected').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Name'));
    await page.close();

    const other = await openHeld('');
    await other.page.locator('tbody a').first().focus();
    await other.page.keyboard.press('ArrowUp');
    await other.page.keyboard.press('Enter');
    await other.complete();
    await other.page.locator('th[aria-sort="ascending"]').waitFor();
    assert.equal(new URL(other.page.url()).searchParams.get('sort'), 'name');
    await other.page.close();
  });

  it('keep the order of keys of which some come before its scripts and some while those come again', async () => {
    const { page, complete } = await openHeld('');
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('ArrowUp');
    // What is to come again comes when its turn is given to it.
    await page.evaluate(`{
      const later = window.setTimeout, held = [];
      window.setTimeout = (work, ms) => (ms ? later(work, ms) : held.push(work));
      window.letGo = () => {
        window.setTimeout = later;
        for (const work of held) later(work);
      };
    }`);
    await complete();
    await page.keyboard.press('Enter');
    await page.evaluate('letGo()');
    await page.locator('th[aria-sort="ascending"]').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('lead'), null);
    await page.close();
  });

  it('lose no jump to the last row, and leave the browser its own keys', async () => {
    const { page, complete } = await openHeld('');
    await page.evaluate(`window.left = []; addEventListener('keydown', (event) => {
      if (!event.defaultPrevented) window.left.push(event.key);
    })`);
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('Control+End');
    // Pressed for this: none of them does anything in a browser without windows.
    for (const key of ['F2', 'Control+Enter', 'Alt+ArrowDown', 'Meta+k']) await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(`window.left.filter((key) => !/Control|Alt|Meta/.test(key))`), [
      'F2',
      'Enter',
      'ArrowDown',
      'k',
    ]);
    await complete();
    const last = (await page.locator('tbody tr[data-row]').count()) - 1;
    await focusIn(page, last);
    await page.close();
  });

  it('say that the rest did not come, and begin anew by themselves or with a press', async () => {
    for (const offline of [true, false]) {
      const { page, fail } = await openHeld('');
      await page.context().setOffline(offline);
      fail();
      await page.getByText(offline ? /^You are offline\. / : /^Lead Desk could not be reached\. /).waitFor();
      assert.ok(await page.locator('tbody tr[data-row]').first().isVisible());
      await page.unroute(TAB_SCRIPT);
      const retry = page.getByRole('button', { name: 'Retry' });
      assert.equal(await retry.isVisible(), !offline);
      await (offline ? page.context().setOffline(false) : retry.click());
      await page.getByRole('navigation').waitFor();
      assert.equal(await page.locator('.bar').count(), 0);
      await page.close();
    }
  });

  it('do not come after it was said that the rest did not', async () => {
    const page = await open(server.browser, 'about:blank');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/leads?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.route(TAB_SCRIPT, (route) => route.abort());
    await page.goto(`${server.url}/tab/?view=all`);
    await page.getByText(/^Lead Desk could not be reached\. /).waitFor();
    assert.equal(await page.locator('.bone').count(), 0);
    const answered = page.waitForResponse('**/api/leads?*');
    release();
    await (await answered).finished();
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
    assert.equal(await page.locator('table').count(), 0);
    await page.close();
  });
});

/** Waits until the focus is in a row. A function: the page's policy lets no words become a script. */
async function focusIn(page: Page, row: number): Promise<void> {
  await page.waitForFunction((at) => document.activeElement?.closest('tr')?.dataset.row === String(at), row);
}
