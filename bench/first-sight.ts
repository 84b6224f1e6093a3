import type { Browser, CDPSession, Page } from 'playwright-core';

/** When something was first painted, and what its page had fetched by then. Milliseconds since its navigation. */
export type Sight = { at: number; inPage: number; fetched: { name: string; asked: number; answered: number }[] };

const TELL = 'tellFirstSight';

/** Runs in every page and frame before anything else. */
const look = (selector: string) => `new MutationObserver((_, watch) => {
  if (!document.querySelector(${JSON.stringify(selector)})) return;
  watch.disconnect();
  const inPage = performance.now();
  requestAnimationFrame(() => setTimeout(() => {
    const at = performance.now();
    const fetched = performance.getEntriesByType('resource')
      .map(({ name, startTime, responseEnd }) => ({ name, asked: startTime, answered: responseEnd }));
    globalThis.${TELL}?.(JSON.stringify({ at, inPage, fetched }));
  }));
}).observe(document, { subtree: true, childList: true, attributes: true })`;

/**
 * Has a page and its frames tell when something is first seen in them. Nothing is asked of the page until then: what
 * Playwright brings into a page to ask it costs as much as what is measured.
 */
export async function watchFirstSight(
  page: Page,
  selector: string,
): Promise<{ session: CDPSession; next(): Promise<Sight> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: TELL });
  await page.addInitScript(look(selector));
  const next = async () => {
    const { payload } = await new Promise<{ payload: string }>((told) => session.once('Runtime.bindingCalled', told));
    return JSON.parse(payload);
  };
  return { session, next };
}

/** So much processor time within a look is none. In seconds, as Chromium tells it. */
const NONE = 0.01;
const LOOK_MS = 100;
const MOST_LOOKS = 100;

/**
 * Resolves when the browser does nothing any more. A window that was only just opened loads the pages of its address bar,
 * hundreds of files, for longer than ours take: whatever is measured meanwhile is measured by chance.
 */
export async function cameToRest(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const before = await used();
    await new Promise((over) => setTimeout(over, LOOK_MS));
    if ((await used()) - before < NONE) break;
  }
  await session.detach();
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
