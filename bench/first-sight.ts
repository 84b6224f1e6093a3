import type { CDPSession, Page } from 'playwright-core';

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

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
