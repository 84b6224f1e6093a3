import assert from 'node:assert/strict';
import { open } from './pages.ts';
import { seedLeads, tabServer } from './tab-server.ts';

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
    await page.route(/\/tab\/tab-[A-Z\d]{8}\.js$/, async (route) => {
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

  it('are drawn at once with the rest where they come in a moment, and where bones were if they take longer', async () => {
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
    await page.clock.runFor(100);
    await page.locator('.bone-row').first().waitFor();
    release();
    await row.waitFor();
    await page.close();
  });
});
