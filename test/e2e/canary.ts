import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Browser, Frame, Page } from 'playwright-core';
import { CANARY_HOST } from '../trust/xss-payloads.ts';
import { open } from './pages.ts';

/** What only a word that was taken for markup could have put on a page. */
const PLANTED = [
  ...['src', 'href', 'data', 'action', 'formaction', 'style', 'srcdoc', 'content', 'poster'].map(
    (
      name, // A link that begins with a question mark leads to another place on the same page.
    ) => `:is([${name}*="${CANARY_HOST}"], [${name}*="__xss"]):not([href^="?"])`,
  ),
  '[href^="javascript:" i], [src^="javascript:" i], [href^="data:text" i], [href^="vbscript:" i]',
  ...['error', 'load', 'focus', 'mouseover', 'toggle', 'begin', 'start', 'pointerenter', 'animationstart'].map(
    (name) => `[on${name}]`,
  ),
  'base, marquee, object, embed, math, foreignObject, animate, mglyph',
].join(', ');

/** Scripts without an address of their own. A page has none but those that its policy allows by their hash. */
const WRITTEN = 'script:not([src])';

/** A page in which any script that came in with the data is noticed, in every frame, and every request it would make. */
export async function openWithCanary(browser: Browser, url: string) {
  const heard: string[] = [];
  const page = await open(browser, 'about:blank', { viewport: { width: 1400, height: 1400 } });
  const context = page.context();
  await context.exposeBinding('__xss', ({ frame }) => void heard.push(`a script ran in ${frame.url()}`));
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === CANARY_HOST) heard.push(`asked for ${request.url()}`);
  });
  page.on('dialog', (dialog) => heard.push(`a window: ${dialog.message()}`));
  page.on('popup', (popup) => heard.push(`went to ${popup.url()}`));
  page.on('pageerror', (error) => heard.push(`broke: ${error.message}`));
  const policies = new Map<Frame, string>();
  page.on('response', (response) => {
    if (!response.request().isNavigationRequest()) return;
    policies.set(response.frame(), response.headers()['content-security-policy'] ?? '');
  });
  await page.goto(url);
  const { origin } = new URL(url);
  return {
    page,
    /** Nothing ran, nothing was asked for, nothing went elsewhere, and no word became an element. */
    async isQuiet(): Promise<void> {
      for (const frame of page.frames()) {
        const isServed = /^https?:/.test(frame.url());
        if (isServed) assert.equal(new URL(frame.url()).origin, origin);
        const planted = await frame.locator(PLANTED).evaluateAll((found) => found.map(({ outerHTML }) => outerHTML));
        const written = await frame
          .locator(WRITTEN)
          .evaluateAll((found) => found.map(({ textContent }) => textContent));
        const policy = (isServed && policies.get(frame)) || '';
        planted.push(...written.filter((script) => !policy.includes(`'sha256-${sha256(script)}'`)));
        assert.deepEqual(planted, []);
      }
      assert.deepEqual(heard, []);
    },
    close: () => context.close(),
  };
}

/** Shows that the canary sings: what the payloads ask for does happen on a page that guards nothing. */
export async function drawUnguarded(page: Page, payload: string): Promise<void> {
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, payload);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
