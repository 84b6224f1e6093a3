import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { openDesk } from '../temporary-desk.ts';
import { launchChromium } from './chromium.ts';
import { api, leadsFound, open, paneOf, shot } from './pages.ts';
import { startProduct } from './product.ts';
import { seedLeads } from './tab-server.ts';

const FIRST = ['Adele', 'Diego', 'Grady', 'Isaiah', 'Johanna', 'Lee', 'Lidia', 'Nestor', 'Patti', 'Pradeep'];
const LAST = ['Siciliani', 'Archie', 'Langer', 'Lorenz', 'Gu', 'Holloway', 'Wilke', 'Fernandez', 'Gupta', 'Robbins'];
/** The last of them but one, in a list by name. */
const FAR = 'Pradeep Siciliani 1909';

describe('giving leads to one of two thousand colleagues', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-colleagues-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  before(async () => {
    const file = `file:${join(folder, 'colleagues.db')}`;
    const { people, store } = await openDesk(file);
    const many = Array.from({ length: 2000 }, (_, n) => ({
      id: `colleague-${n}`,
      tenantId: 'local',
      name: `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]} ${n}`,
      email: `colleague.${n}@contoso.example`,
      role: 'salesperson' as const,
    }));
    await Promise.all(many.map((person) => people.remember(person)));
    await store.close();
    browser = await launchChromium();
    product = await startProduct(file);
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });

  const option = (on: FrameLocator | Page, name: string) => on.getByRole('option', { name, exact: true });
  const ownerOf = async (id: string) => (await api<{ ownerName: string }>(product.url, `/leads/${id}`)).ownerName;
  /** The form beside a mail whose lead is there already or made now. */
  const formBeside = async (page: Page) => {
    const pane = paneOf(page);
    const create = pane.getByRole('button', { name: 'Create and log email', exact: true });
    const more = pane.getByRole('button', { name: 'More', exact: true });
    await create.or(more).first().waitFor();
    if (await create.isVisible()) await create.click();
    await more.click();
    await pane.getByRole('button', { name: 'Assign', exact: true }).click();
    return { pane, owner: pane.getByRole('combobox', { name: 'Owner' }) };
  };

  for (const [theme, name] of [
    ['light', FAR],
    ['dark', 'Patti Siciliani 1908'],
  ] as const) {
    it(`finds them beside a mail as one types, with the keyboard alone, in ${theme}`, async () => {
      const page = await open(browser, `${product.url}/preview?mail=inquiry&person=miriam&theme=${theme}`);
      const { pane, owner } = await formBeside(page);
      await owner.focus();
      await page.keyboard.press('ArrowDown');
      await option(pane, 'Adele Archie 110').waitFor();
      await shot(page, `assign-pane-first-${theme}`);
      await page.keyboard.type('siciliani 19');
      await option(pane, name).waitFor();
      assert.equal(await option(pane, 'Adele Archie 110').count(), 0);
      await shot(page, `assign-pane-found-${theme}`);
      while ((await activeOption(owner)) !== name) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal(await owner.inputValue(), name);
      await shot(page, `assign-pane-chosen-${theme}`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await pane.getByText(`Assigned to ${name}`).waitFor();
      const [lead] = await leadsFound(product.url, 'archie');
      assert.equal(await ownerOf(lead?.id ?? ''), name);
      await page.close();
    });
  }

  it('takes nobody who was not chosen, says so, and brings back whom one chose before another mail', async () => {
    const page = await open(browser, `${product.url}/preview?mail=inquiry&person=miriam&pin=1`);
    const { pane, owner } = await formBeside(page);
    await owner.fill('siciliani');
    await option(pane, FAR).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await pane.getByRole('button', { name: 'Assign', exact: true }).click();
    await pane.getByText('Choose somebody from the list.').waitFor();
    await owner.fill('colleague.1909@');
    await option(pane, FAR).click();
    assert.equal(await pane.getByText('Choose somebody from the list.').count(), 0);
    await page.evaluate(() => window.previewHost.select('meeting'));
    await pane.getByText('This is a meeting').waitFor();
    await page.evaluate(() => window.previewHost.select('inquiry'));
    await pane.getByText('What you had typed here is back.').waitFor();
    assert.equal(await owner.inputValue(), FAR);
    await pane.getByRole('button', { name: 'Assign', exact: true }).click();
    await pane.getByText(`Assigned to ${FAR}`).waitFor();
    await page.close();
  });

  it('says when nobody is found or cannot be asked for, and goes on from there', async () => {
    const page = await open(browser, `${product.url}/preview?mail=inquiry&person=miriam`);
    const { pane, owner } = await formBeside(page);
    await owner.fill('zzz');
    await pane.getByText('Nobody found.').waitFor();
    await page.route('**/api/actions', (route) => route.abort());
    await owner.fill('siciliani 1909');
    await pane.getByText('Lead Desk could not be reached.').waitFor();
    await page.unroute('**/api/actions');
    await owner.fill('siciliani 190');
    await option(pane, FAR).waitFor();
    await page.close();
  });

  it('is not misled by an answer that comes late', async () => {
    const page = await open(browser, `${product.url}/preview?mail=inquiry&person=miriam`);
    const { pane, owner } = await formBeside(page);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/actions', async (route) => {
      const { data } = route.request().postDataJSON();
      if (data.q === 'lidia') await held;
      await route.continue();
    });
    const late = page.waitForResponse((response) => response.request().postData()?.includes('"lidia"') ?? false);
    const asked = page.waitForRequest((request) => request.postData()?.includes('"lidia"') ?? false);
    await owner.fill('lidia');
    await asked;
    await owner.fill('siciliani 1909');
    await option(pane, FAR).waitFor();
    letGo();
    await (await late).finished();
    await owner.fill('siciliani 190');
    await option(pane, FAR).waitFor();
    assert.equal(await pane.getByRole('option', { name: /^Lidia/ }).count(), 1);
    await page.close();
  });

  it('finds them on a card of the tab on a small screen', async () => {
    const [lead] = await seedLeads(product.url, 1);
    const page = await open(browser, `${product.url}/tab/?lead=${lead?.id}`, {
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    const owner = page.getByRole('combobox', { name: 'Owner' });
    await owner.fill('siciliani 190');
    await option(page, FAR).waitFor();
    await shot(page, 'assign-tab-320');
    await option(page, FAR).click();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText(`Assigned to ${FAR}`).first().waitFor();
    assert.equal(await ownerOf(lead?.id ?? ''), FAR);
    await page.close();
  });

  it('calls whoever has a lead by name, in the pipeline and as a filter', async () => {
    const [lead] = await seedLeads(product.url, 1);
    await api(product.url, `/leads/${lead?.id}/assign`, { ownerId: 'colleague-1909' });
    const page = await open(browser, `${product.url}/tab/?person=miriam&page=pipeline&by=owner&view=open`);
    await page.getByRole('link', { name: FAR }).click();
    const shown = page.getByLabel('Owner', { exact: true }).locator('option:checked');
    await page.getByText(/^Leads: [1-9]/).waitFor();
    assert.equal(await shown.textContent(), FAR);
    // With none of their leads in sight they are called the same.
    await page.getByLabel('View').selectOption('closed');
    await page.getByText('No lead found.').waitFor();
    assert.equal(await shown.textContent(), FAR);
    await page.close();
  });

  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    it(`finds them for many leads at once, ${width} pixels wide`, async () => {
      const source = width === 320 ? 'seminar' : 'word-of-mouth';
      const leads = await seedLeads(product.url, 3, { source });
      const page = await open(browser, `${product.url}/tab/?source=${source}`, {
        viewport: { width, height: 640 },
        colorScheme,
      });
      await page.locator('tbody tr[data-row]').first().waitFor();
      for (const row of [0, 1, 2]) await page.locator(`[data-row="${row}"] input`).click();
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      const dialog = page.getByRole('dialog');
      const owner = dialog.getByRole('combobox', { name: 'Owner' });
      await owner.click();
      await dialog.getByRole('option').first().waitFor();
      await shot(page, `assign-many-first-${width}`);
      await owner.fill('siciliani 190');
      await option(page, FAR).waitFor();
      await shot(page, `assign-many-found-${width}`);
      // Of the list, not of the dialog.
      await page.keyboard.press('Escape');
      assert.equal(await dialog.getByRole('option').count(), 0);
      await dialog.getByRole('button', { name: 'Assign' }).click();
      assert.equal(await dialog.getByText('Done for').count(), 0);
      await owner.fill('siciliani 1909');
      while ((await activeOption(owner)) !== FAR) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shot(page, `assign-many-chosen-${width}`);
      await page.keyboard.press('Enter');
      await dialog.getByText('Done for 3 of 3.').waitFor();
      assert.equal(await ownerOf(leads[2]?.id ?? ''), FAR);
      await page.close();
    });
  }
});

/** What the field says is highlighted in its list. */
function activeOption(field: Locator): Promise<string | null | undefined> {
  return field.evaluate((input) => {
    const id = input.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.textContent : undefined;
  });
}
