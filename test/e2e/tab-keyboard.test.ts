import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { api, open } from './pages.ts';
import { seedLeads, tabServer } from './tab-server.ts';

describe('the Leads tab with the keyboard alone', function () {
  this.timeout(120_000);
  const server = tabServer();
  before(() => seedLeads(server.url, 200));

  it('is reached in a few steps, moves through the table, opens a lead, adds a note, and comes back', async () => {
    const page = await open(server.browser, `${server.url}/tab/`, { viewport: { width: 1400, height: 800 } });
    await page.locator('tbody tr[data-row]').first().waitFor();
    await page.getByRole('button', { name: 'New lead' }).waitFor();
    const passed = await tabTo(page, () => document.activeElement?.closest('[role=grid]') !== null);
    assert.ok(passed < 14, `${passed} stops before the table`);
    assert.deepEqual(await focused(page), { row: '0', column: '0' });

    await press(page, 'ArrowRight', 'ArrowDown', 'ArrowDown');
    assert.deepEqual(await focused(page), { row: '2', column: '1' });
    await press(page, 'PageDown');
    assert.ok(Number((await focused(page)).row) > 10);
    // The last row there is so far; the rest is fetched on the way.
    await press(page, 'Control+End');
    const far = Number((await focused(page)).row);
    assert.ok(far >= 49);
    await page.getByText(/^Leads: (150|200)/).waitFor();
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    assert.deepEqual(await focused(page), { row: '2', column: '1' });

    await press(page, 'Enter');
    await page.locator('.lead-card .ac-pushButton').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'lead');
    await tabTo(page, () => document.activeElement instanceof HTMLTextAreaElement);
    await page.keyboard.type('Said with the keyboard');
    await press(page, 'Control+Enter');
    await page.getByRole('list', { name: 'Timeline' }).getByText('Said with the keyboard').waitFor();
    await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    await tabTo(page, () => document.activeElement?.textContent === 'Save');
    await press(page, 'Escape');
    await page.locator('.lead').waitFor({ state: 'detached' });
    assert.deepEqual(await focused(page), { row: '2', column: '1' });
    await page.close();
  });

  it('goes on in the table when a lead that came by a link is closed', async () => {
    const [lead] = await seedLeads(server.url, 1);
    const page = await open(server.browser, `${server.url}/tab/?view=all&lead=${lead?.id}`, {
      viewport: { width: 1400, height: 800 },
    });
    await page.locator('tbody tr[data-row]').first().waitFor();
    await page.locator('.lead-card .ac-pushButton').first().waitFor();
    await press(page, 'Escape');
    await page.locator('.lead').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.closest('[data-row="0"]'));
    await press(page, 'ArrowDown');
    assert.equal((await focused(page)).row, '1');
    await page.close();
  });

  it('keeps the focus in its row when the rows above are drawn after it', async () => {
    const page = await open(server.browser, `${server.url}/tab/?view=all`, { viewport: { width: 1400, height: 800 } });
    await page.locator('[data-row="0"] a').focus();
    await press(page, 'Control+End');
    await page.locator('[data-row="0"]').waitFor({ state: 'detached' });
    // Within one frame: no row but that with the focus has been drawn when the next key comes.
    await page.evaluate(async () => {
      for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowRight']) {
        const pressed = { key, ctrlKey: key === 'Home', bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed));
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
    });
    await page.locator('[data-row="9"]').waitFor();
    assert.deepEqual(await focused(page), { row: '2', column: '1' });
    await page.close();
  });

  it('chooses with Space and Shift, and does something to many', async () => {
    const page = await open(server.browser, `${server.url}/tab/`, { viewport: { width: 1400, height: 800 } });
    await page.locator('[data-row="0"] a').focus();
    await press(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByText('3 selected').first().waitFor();
    await press(page, 'ArrowDown', 'Space');
    await page.getByText('4 selected').first().waitFor();
    await press(page, 'Space', 'Escape');
    await page.getByText('selected').first().waitFor({ state: 'detached' });
    await press(page, 'Control+Home', 'Space', 'ArrowDown', 'Space');
    await page.getByText('2 selected').first().waitFor();
    const ids = await page
      .locator('tr[aria-selected="true"] a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('lead')));
    await tabTo(page, () => document.activeElement?.textContent === 'Disqualify', 'Shift+Tab');
    await press(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, () => document.activeElement instanceof HTMLSelectElement);
    await page.keyboard.type('Lost');
    await tabTo(page, () => document.activeElement?.textContent === 'Disqualify');
    await press(page, 'Enter');
    await page.getByText('Done for 2 of 2.').waitFor();
    await press(page, 'Escape');
    for (const id of ids)
      assert.equal((await api<{ statusReason: string }>(server.url, `/leads/${id}`)).statusReason, 'lost');
    await page.close();
  });

  it('goes on where it was when what was pressed is gone or off', async () => {
    const page = await open(server.browser, `${server.url}/tab/?rating=hot`, {
      viewport: { width: 1400, height: 800 },
    });
    const enter = async (button: Locator) => button.press('Enter');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const isIn = (selector: string) =>
      page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector, { timeout: 10_000 });
    await enter(button('Clear filters'));
    await isIn('main.leads');
    await page.getByRole('checkbox').nth(1).press('Space');
    await enter(button('Clear selection'));
    await isIn('main.leads');

    await page.getByRole('checkbox').nth(1).press('Space');
    await enter(button('Disqualify'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('lost');
    await enter(dialog.getByRole('button', { name: 'Disqualify' }));
    await dialog.getByText('Done for 1 of 1.').waitFor();
    await isIn('dialog button');
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await isIn('main.leads');

    await page.route('**/api/leads?**', (route) => route.abort(), { times: 1 });
    await enter(button('Refresh'));
    await enter(button('Retry'));
    await button('Retry').waitFor({ state: 'detached' });
    await isIn('main.leads');
    await enter(button('Refresh'));
    await isIn('.refresh:enabled');

    const [lead] = await seedLeads(server.url, 1);
    await api(server.url, `/leads/${lead?.id}/timeline`, { kind: 'task', text: 'Call again' });
    await page.goto(`${server.url}/tab/?lead=${lead?.id}`);
    await enter(page.locator('.timeline').getByRole('button', { name: 'Complete' }));
    await isIn('.entry');
    await page.close();
  });

  it('chooses before it is known who looks, and lets go when that is nobody who may do things to many', async () => {
    for (const person of ['alex', 'adele']) {
      const page = await open(server.browser, 'about:blank', { viewport: { width: 1400, height: 800 } });
      let answer = () => Promise.resolve();
      const asked = new Promise<void>((resolve) => {
        void page.route('**/api/me', (route) => {
          answer = () => route.continue();
          resolve();
        });
      });
      await page.goto(`${server.url}/tab/?view=all&person=${person}`);
      await page.locator('[data-row="0"] a').focus();
      await press(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await page.getByText('3 selected').first().waitFor();
      await asked;
      await answer();
      if (person === 'alex') {
        await page.getByRole('button', { name: 'New lead' }).waitFor();
        assert.equal(await page.locator('tr[aria-selected="true"]').count(), 3);
      } else await page.getByText('3 selected').first().waitFor({ state: 'detached' });
      await page.close();
    }
  });

  it('keeps its place when other rows come', async () => {
    const page = await open(server.browser, `${server.url}/tab/?view=all`, { viewport: { width: 1400, height: 800 } });
    const first = page.locator('[data-row="0"] a');
    const before = await first.innerText();
    let answer = () => Promise.resolve();
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    await page.route('**/api/leads?*sort=name*', (route) => {
      answer = () => route.continue();
      isAsked();
    });
    await first.focus();
    await press(page, 'ArrowUp', 'Enter');
    await asked;
    await first.focus();
    await answer();
    await page.locator('[data-row="0"] a').getByText(before, { exact: true }).waitFor({ state: 'detached' });
    assert.deepEqual(await focused(page), { row: '0', column: '1' });
    await press(page, 'ArrowDown');
    assert.deepEqual(await focused(page), { row: '1', column: '1' });
    await page.close();
  });

  it('searches with a slash, sorts from the headings, and begins a new lead with N', async () => {
    const page = await open(server.browser, `${server.url}/tab/?view=all`, { viewport: { width: 1400, height: 800 } });
    await page.locator('[data-row="0"] a').focus();
    await press(page, 'ArrowUp', 'Enter');
    await page.locator('th[aria-sort="ascending"]').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('sort'), 'name');
    await page.locator('[data-row="0"] a').focus();
    await press(page, '/');
    await page.keyboard.type('Wingtip 42 Toys');
    await page.getByText('Leads: 1', { exact: true }).waitFor();
    await tabTo(page, () => document.activeElement?.closest('[role=grid]') !== null);
    await press(page, 'ArrowRight', 'n');
    await page.getByLabel(/^Topic/).waitFor();
    await page.close();
  });
});

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until `arrived`; answers how often. */
async function tabTo(page: Page, arrived: () => boolean, key = 'Tab'): Promise<number> {
  for (let presses = 1; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate(arrived)) return presses;
  }
  return assert.fail(`not reached with ${key}`);
}

/** The cell of the table that has the focus. */
function focused(page: Page): Promise<{ row: string | undefined; column: string | undefined }> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return {
      row: activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row,
      column: activeElement?.closest<HTMLElement>('[data-column]')?.dataset.column,
    };
  });
}
