import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/e2e/chromium.ts';
import { end, startServerProcess } from '../test/server/server-process.ts';
import { cameToRest, median, type Sight, watchFirstSight } from './first-sight.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';

const SLOWER = 4;
const AIM = 1.5;

/** A card that can be pressed. */
const CARD = '#card:not([hidden]) button:enabled';

/**
 * From navigation to the first card that can be pressed, on a machine four times as slow and with nothing cached: the
 * pane in the preview, office.js and the mail's reading included, beside a bare page that draws the same card with
 * the same renderer and style sheet, as the renderer does by itself: what is folded away along with the rest. The bare
 * page is the stricter floor: it runs no office.js and asks nobody for its card, which every add-in must.
 */
export async function paneBench(report: Report, later: Later, database: string, rounds: number): Promise<void> {
  report.section(`The pane's first card, CPU ${SLOWER}× slower`);
  const server = await startServerProcess(`file:${database}`, { LOG_LEVEL: 'warn' });
  later(() => end(server.process, 'SIGTERM'));
  const browser = await launchChromium();
  later(() => browser.close());
  const pane = await watchedPage(browser);
  const answered = pane.page.waitForResponse('**/api/actions');
  const before = pane.next();
  await pane.page.goto(`${server.url}/preview?mail=inquiry&person=alex`);
  const { card } = await (await answered).json();
  await before;
  const bare = await watchedPage(browser);
  const floor = await serveBarePage(card);
  later(floor.stop);

  const ours: Sight[] = [];
  const theirs: Sight[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(
      await slowly(browser, pane, () =>
        pane.session.send('Runtime.evaluate', { expression: `document.getElementById('reload').click()` }),
      ),
    );
    theirs.push(await slowly(browser, bare, () => bare.page.goto(floor.url)));
  }
  const [mine, floors] = [ours, theirs].map((sights) => median(sights.map(({ at }) => at))) as [number, number];
  // What else the machine does comes in waves: it weighs on both of a pair, and on the next pair not at all.
  const pairs = ours.map(({ at }, round) => at / (theirs[round]?.at ?? Number.NaN));
  const ratio = median(pairs);
  const figure = `${Math.round(mine)} ms, bare page ${Math.round(floors)} ms`;
  report.line({ what: 'navigation to first card', figure, ratio, aim: `≤ ${AIM}×`, met: ratio <= AIM });
  const range = `${Math.min(...pairs).toFixed(2)} to ${Math.max(...pairs).toFixed(2)}`;
  report.remark(`median of ${rounds} pairs (${range}); of the medians ${(mine / floors).toFixed(2)}×`);
  report.remark(course(ours));
}

/** What the time goes into. */
function course(sights: readonly Sight[]): string {
  const part = (took: (sight: Sight, request: Sight['fetched'][number]) => number) =>
    Math.round(median(sights.map((sight) => took(sight, requestOf(sight)))));
  const office = part((_, { asked }) => asked);
  const request = part((_, { asked, answered }) => answered - asked);
  const drawing = part(({ at }, { answered }) => at - answered);
  return `until office.js was ready and the mail read ${office} ms, our request ${request}, drawing ${drawing}`;
}

function requestOf({ fetched }: Sight): Sight['fetched'][number] {
  const request = fetched.find(({ name }) => name.endsWith('/api/actions'));
  if (!request) throw new Error('A card without a request');
  return request;
}

type Watched = { page: Page } & Awaited<ReturnType<typeof watchFirstSight>>;

async function watchedPage(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  return { page, ...(await watchFirstSight(page, CARD)) };
}

/**
 * What is seen first when nothing is cached and the page alone is slow: Chromium slows a page down by keeping its processor
 * busy, also while the page does nothing, so that two slow pages leave none for the server and the browser itself.
 */
async function slowly(browser: Browser, { session, next }: Watched, navigate: () => Promise<unknown>): Promise<Sight> {
  await session.send('Network.clearBrowserCache');
  await cameToRest(browser);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const seen = next();
  await navigate();
  const sight = await seen;
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return sight;
}

async function serveBarePage(card: object): Promise<{ url: string; stop: () => void }> {
  const contents = `import { AdaptiveCard } from 'adaptivecards';
    import { hostConfig } from './addin/shared/host-config.ts';
    const card = new AdaptiveCard();
    card.hostConfig = hostConfig;
    card.parse(${JSON.stringify(card)});
    document.getElementById('card').append(card.render());`;
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
