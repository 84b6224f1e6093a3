import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';

const pages = new Set<Page>();

afterEach(async function () {
  // What the screen showed when a test failed says more than the time-out.
  if (this.currentTest?.state === 'failed') {
    for (const page of pages) await shot(page, `failed-${pages.size}`).catch(() => undefined);
  }
});

export const SIGNED_IN = { authorization: 'Bearer local:alex' };

/** A page in a context of its own that reaches nothing but this machine; a script that a card smuggles in fails the test. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1200 }, ...options });
  await context.route(
    (address) => address.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return openIn(context, url);
}

/** One more page that shares cookies and storage with the others of its context. */
export async function openIn(context: Awaited<ReturnType<Browser['newContext']>>, url: string): Promise<Page> {
  const page = await context.newPage();
  pages.add(page);
  page.on('close', () => pages.delete(page));
  page.on('dialog', () => assert.fail('a script ran'));
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return page;
}

export function paneOf(page: Page): FrameLocator {
  return page.frameLocator('iframe#pane');
}

/** Keeps a picture, once `ready` is there, to be looked at. */
export async function shot(page: Page, name: string, ready?: Locator): Promise<void> {
  await ready?.waitFor();
  mkdirSync('test/e2e/screenshots', { recursive: true });
  await page.screenshot({ path: `test/e2e/screenshots/${name}.png` });
}

/** The lead service as seen by another program. */
export async function api<Answer>(url: string, path: string, body?: object, method = 'POST'): Promise<Answer> {
  const answer = await fetch(`${url}/api${path}`, {
    headers: { ...SIGNED_IN, 'content-type': 'application/json', 'if-match': '*' },
    ...(body && { method, body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return (await answer.json()) as Answer;
}

export async function leadsFound(url: string, q: string): Promise<{ id: string }[]> {
  return (await api<{ items: { id: string }[] }>(url, `/leads?view=all&q=${q}`)).items;
}
