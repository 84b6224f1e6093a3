import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { launchChromium } from '../test/e2e/chromium.ts';
import { end, startServerProcess } from '../test/server/server-process.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';

const SLOWER = 4;
const AIM = 1.5;

/** Notes when a card can be pressed: a button is there, and the frame that shows it has been drawn. */
const NOTE_FIRST_CARD = `
  const look = new MutationObserver(() => {
    if (!document.querySelector('#card:not([hidden]) button:enabled')) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstCardAt = performance.now(); }));
  });
  look.observe(document, { subtree: true, childList: true, attributes: true });
`;

/**
 * From navigation to the first card that can be pressed, on a machine four times as slow and with nothing cached: the
 * pane in the preview, office.js and the mail's reading included, beside a bare page that draws the same card with
 * the same renderer and style sheet.
 */
export async function paneBench(report: Report, later: Later, database: string, rounds: number): Promise<void> {
  report.section(`The pane's first card, CPU ${SLOWER}× slower`);
  const server = await startServerProcess(`file:${database}`, { LOG_LEVEL: 'warn' });
  later(() => end(server.process, 'SIGTERM'));
  const browser = await launchChromium();
  later(() => browser.close());
  const pane = await slowPage(browser);
  const answered = pane.page.waitForResponse('**/api/actions');
  await pane.page.goto(`${server.url}/preview?mail=inquiry&person=alex`);
  const { card } = await (await answered).json();
  await pane.page.frameLocator('#pane').locator('#card button').first().waitFor();
  const bare = await slowPage(browser);
  const floor = await serveBarePage(card);
  later(floor.stop);

  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await pane.session.send('Network.clearBrowserCache');
    const navigated = pane.page.waitForEvent('framenavigated', isPane);
    await pane.page.getByRole('button', { name: 'Reload' }).click();
    ours.push(await firstCardAt(await navigated));
    await bare.session.send('Network.clearBrowserCache');
    await bare.page.goto(floor.url);
    theirs.push(await firstCardAt(bare.page.mainFrame()));
  }
  const ratio = median(ours) / median(theirs);
  const figure = `${Math.round(median(ours))} ms, bare page ${Math.round(median(theirs))} ms`;
  report.line({ what: 'navigation to first card', figure, ratio, aim: `≤ ${AIM}×`, met: ratio <= AIM });
}

async function slowPage(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  await page.addInitScript(NOTE_FIRST_CARD);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, session };
}

function isPane(frame: Frame): boolean {
  return frame.url().endsWith('/outlook/pane.html');
}

/** Milliseconds since that page was navigated to. */
async function firstCardAt(frame: Frame): Promise<number> {
  const at = await frame.waitForFunction(() => Reflect.get(globalThis, 'firstCardAt'));
  return Number(await at.jsonValue());
}

async function serveBarePage(card: object): Promise<{ url: string; stop: () => void }> {
  const contents = `import { drawCard } from './addin/shared/card-view.ts';
    const nothing = () => {};
    drawCard(document.getElementById('card'), ${JSON.stringify(card)}, { onExecute: nothing, onOpenUrl: nothing, onTyped: nothing });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2020' },
  });
  const style = await build({ entryPoints: ['addin/outlook/pane.css'], bundle: true, minify: true, write: false });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="/bare.css">
    <script type="module" src="/bare.js"></script></head><body><section id="card" class="card"></section></body></html>`;
  const files: Record<string, [type: string, body: Buffer]> = {
    '/': ['text/html', gzipSync(html)],
    '/bare.js': ['text/javascript', gzipSync(outputFiles[0]?.contents ?? '')],
    '/bare.css': ['text/css', gzipSync(style.outputFiles[0]?.contents ?? '')],
  };
  const server = createServer((req, res) => {
    const [type, body] = files[req.url ?? ''] ?? ['text/plain', gzipSync('')];
    res.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
