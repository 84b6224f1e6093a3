import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { end, type ServerProcess, startServerProcess } from '../server/server-process.ts';
import { XSS_PAYLOADS } from '../trust/xss-payloads.ts';
import { drawUnguarded, openWithCanary } from './canary.ts';
import { launchChromium } from './chromium.ts';
import {
  addressOf,
  GROUPS,
  type HostileLead,
  hostileHtml,
  hostileMail,
  seedLeadPerGroup,
  seedLeadPerPayload,
} from './hostile-leads.ts';
import { shot } from './pages.ts';

const ROW = 40;

describe('words of people who mean no good', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-xss-'));
  let browser: Browser;
  let server: ServerProcess;
  let each: HostileLead[];
  let grouped: HostileLead[];
  before(async () => {
    browser = await launchChromium();
    server = await startServerProcess(`file:${join(folder, 'xss.db')}`, { LOG_LEVEL: 'warn' });
    each = await seedLeadPerPayload(server.url);
    grouped = await seedLeadPerGroup(server.url);
  });
  after(async () => {
    await browser?.close();
    await end(server.process, 'SIGTERM');
    rmSync(folder, { recursive: true });
  });

  it('would act on a page that takes them for markup', async () => {
    assert.ok(new Set(XSS_PAYLOADS).size >= 100);
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/healthz`);
    await drawUnguarded(page, '<img src=x onerror=__xss()>');
    await assert.rejects(isQuiet);
    await close();
  });

  it('would be noticed as a script of a page that has one of its own', async () => {
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/tab/?view=all`);
    await page.locator('tr[data-row]').first().waitFor();
    assert.equal(await page.locator('script:not([src])').count(), 1);
    await isQuiet();
    for (const own of [true, false]) {
      await page.evaluate((begins) => {
        const script = document.body.appendChild(document.createElement('script'));
        const [first] = document.scripts;
        script.textContent = `${begins ? first?.textContent : ''};1`;
      }, own);
      await assert.rejects(isQuiet);
      await page.evaluate(() => document.body.querySelector('script')?.remove());
      await isQuiet();
    }
    await close();
  });

  it('are words in the list', async () => {
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/tab/?view=all`);
    const wanted = new Map([...each, ...grouped].map((lead) => [lead.id, lead]));
    await page.locator('tr[data-row]').first().waitFor();
    for (let last = -1; wanted.size; ) {
      last = await page
        .waitForFunction(
          ({ before, height }) => {
            document.querySelector('.scroller')?.scrollTo(0, before * height);
            const rows = [...document.querySelectorAll<HTMLElement>('tr[data-row]:has(a)')];
            const now = Math.max(...rows.map(({ dataset }) => Number(dataset.row)));
            return now > before && { now };
          },
          { before: last, height: ROW },
        )
        .then(async (found) => ((await found.jsonValue()) || { now: last }).now);
      const drawn = await page.locator('tr[data-row]:has(a)').evaluateAll((rows) =>
        rows.map((row) => ({
          id: new URL(row.querySelector('a')?.href ?? '').searchParams.get('lead') ?? '',
          said: ['name', 'company', 'topic'].map((name) => row.querySelector(`.cell-${name}`)?.textContent),
        })),
      );
      for (const { id, said } of drawn) {
        const lead = wanted.get(id);
        if (lead) assert.deepEqual(said, [lead.fullName, lead.companyName, lead.topic]);
        wanted.delete(id);
      }
      await isQuiet();
    }
    await close();
  });

  it('are words on the lead, on its timeline, in its audit trail and in the search', async () => {
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/tab/?view=all`);
    for (const [nth, { topic }] of grouped.entries()) {
      const words = GROUPS[nth] ?? [];
      await page.getByRole('searchbox').fill(`${addressOf(nth)}`);
      const row = page.locator('tr[data-row]').filter({ hasText: topic });
      await row.locator('.cell-name a').click();
      await page.locator('.card-place .ac-adaptiveCard').getByText(addressOf(nth)).waitFor();
      await page
        .locator('.entry')
        .nth(words.length * 3)
        .waitFor();
      await isQuiet();
      await page.getByRole('tab', { name: 'Audit' }).click();
      await page.getByText('added to the timeline').first().waitFor();
      await isQuiet();
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('searchbox').fill(words.join(' '));
    }
    await shot(page, 'xss-tab');
    await close();
  });

  it('are words in a mail, whatever its body does', async () => {
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/preview?mail=inquiry`);
    for (const [nth, words] of XSS_PAYLOADS.entries()) {
      const mail = { id: `html-${nth}`, ...hostileMail([words], `html-${nth}@b.example`, hostileHtml(words)) };
      await page.evaluate(async (given) => {
        window.previewHost.receive(given);
        const frame = document.querySelector('iframe.mail-body');
        await new Promise((drawn) => frame?.addEventListener('load', drawn, { once: true }));
      }, mail);
      await page.frameLocator('iframe.mail-body').getByText('We would like an offer.').waitFor();
      if (nth % 10 === 0) await isQuiet();
    }
    await isQuiet();
    await close();
  });

  it('are words beside the mail they came with, in the form and on the lead', async () => {
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/preview?mail=inquiry&pin=1`);
    const pane = page.frameLocator('iframe#pane');
    for (const [nth, words] of GROUPS.entries()) {
      for (const address of [addressOf(nth), `stranger@stranger-${nth}.example`]) {
        const mail = { id: address, ...hostileMail(words, address) };
        await pane.locator('#card .ac-adaptiveCard').waitFor();
        await page.evaluate((given) => window.previewHost.receive(given), mail);
        await pane.locator('#mail-people', { hasText: address }).waitFor();
        await pane.locator('#card .ac-adaptiveCard').waitFor();
        await isQuiet();
      }
    }
    await shot(page, 'xss-pane');
    await close();
  });

  it('are words in the address of the pages, and in the documentation', async () => {
    const { page, isQuiet, close } = await openWithCanary(browser, `${server.url}/docs`);
    const all = encodeURIComponent(XSS_PAYLOADS.join(' '));
    for (const path of ['/docs?q=', '/tab/?view=', '/tab/?lead=', '/preview?mail=', '/preview?person=']) {
      await page.goto(`${server.url}${path}${all.slice(0, 3000)}#${all}`);
      await isQuiet();
    }
    for (const words of XSS_PAYLOADS) {
      const answer = await fetch(`${server.url}/api/leads/${encodeURIComponent(words)}`);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    }
    await close();
  });
});
