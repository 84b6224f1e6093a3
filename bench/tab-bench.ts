import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/stores/sql/database.ts';
import { launchChromium } from '../test/e2e/chromium.ts';
import { end, startServerProcess } from '../test/server/server-process.ts';
import { openDesk } from '../test/temporary-desk.ts';
import { cameToRest, median, type Sight, watchFirstSight } from './first-sight.ts';
import type { Later } from './parts.ts';
import type { Report } from './report.ts';
import { seed } from './seed.ts';

const BARE = 'dist/public/tab/bare';
/** As little as shows the same page of leads: no framework, no style, no choice of who asks. */
const BARE_SCRIPT = `
const headers = { authorization: 'Bearer local:miriam', accept: 'application/json' };
const { items } = await (await fetch('/api/leads?view=all&sort=-created&limit=50', { headers })).json();
const body = document.querySelector('tbody');
for (const lead of items) {
  const row = body.insertRow();
  row.dataset.row = '';
  for (const name of ['fullName', 'companyName', 'topic', 'status', 'rating', 'source', 'ownerName', 'estimatedValue', 'createdAt'])
    row.insertCell().textContent = lead[name];
}`;
const BARE_PAGE = `<!doctype html><title>Bare</title><script type="module" src="/tab/bare.js"></script>
<table><tbody></tbody></table>`;

const ROWS = 'tbody tr[data-row] td';
const THROTTLE = 4;

/** The Leads tab over `size` leads: how soon its first rows are there beside a bare table, and how `scrolled` rows go by. */
export async function tabBench(
  report: Report,
  later: Later,
  folder: string,
  { size, rounds, scrolled }: { size: number; rounds: number; scrolled: number },
): Promise<void> {
  report.section(`Leads tab, ${size.toLocaleString('en')} leads`);
  const url = `file:${join(folder, 'tab.db')}`;
  const desk = await openDesk(url);
  const database = await openDatabase(url, createLog({ level: 'silent', local: false }));
  await seed(desk, database, 0, size);
  await database.close();
  await desk.store.close();
  const server = await startServerProcess(url, { LOG_LEVEL: 'warn' });
  later(() => end(server.process, 'SIGTERM'));
  const browser = await launchChromium();
  later(() => browser.close());
  // Served like any page of ours: the same server, the same policy, the same way. A build meanwhile takes the folder away.
  mkdirSync(dirname(BARE), { recursive: true });
  later(() => {
    for (const ending of ['html', 'js']) rmSync(`${BARE}.${ending}`, { force: true });
  });
  writeFileSync(`${BARE}.html`, BARE_PAGE);
  writeFileSync(`${BARE}.js`, BARE_SCRIPT);
  const tab = `${server.url}/tab/?person=miriam&view=all`;
  for (const cache of ['cold', 'warm'] as const) {
    const ours: Sight[] = [];
    const floor: Sight[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floor.push(await firstRows(browser, `${server.url}/tab/bare.html`, cache));
      ours.push(await firstRows(browser, tab, cache));
    }
    const [mine, bare] = [ours, floor].map((sights) => median(sights.map(({ at }) => at))) as [number, number];
    const ratio = mine / bare;
    const figure = `${Math.round(mine)} ms, bare table ${Math.round(bare)} ms`;
    report.line({ what: `first rows, ${cache} cache`, figure, ratio, aim: '≤ 1.5', met: ratio <= 1.5 });
    for (const [whose, sights] of Object.entries({ ours, 'bare table': floor }))
      report.remark(`${whose}: ${course(sights)}`);
  }
  const { longest, rows } = await scroll(browser, tab, scrolled);
  const figure = `longest task ${Math.round(longest)} ms over ${rows.toLocaleString('en')} rows`;
  report.line({ what: `scrolling, a processor ${THROTTLE}× slower`, figure, aim: '≤ 100 ms', met: longest <= 100 });
}

async function firstRows(browser: Browser, url: string, cache: 'cold' | 'warm'): Promise<Sight> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const { next } = await watchFirstSight(page, ROWS);
  // A second visit begins when the first has come to rest, or it would wait for what that one still does.
  if (cache === 'warm') await page.goto(url, { waitUntil: 'networkidle' });
  await cameToRest(browser);
  const sight = next();
  await page.goto(url);
  const seen = await sight;
  await context.close();
  return seen;
}

/** When what was there: the scripts, the leads, the rows, the picture of them. */
function course(sights: readonly Sight[]): string {
  const last = ({ fetched }: Sight, of: RegExp) =>
    Math.max(0, ...fetched.filter(({ name }) => of.test(name)).map(({ answered }) => answered));
  const at = (when: (sight: Sight) => number) => Math.round(median(sights.map(when)));
  const scripts = at((sight) => last(sight, /\/tab\/.*\.js$/));
  const leads = at((sight) => last(sight, /\/api\/leads\?/));
  return `scripts after ${scripts} ms, leads ${leads}, rows in the page ${at(({ inPage }) => inPage)}, painted ${at((sight) => sight.at)}`;
}

/**
 * Scrolls like an impatient wheel until so many rows went by. A task counts with the processor time it took, so that
 * what else runs on the machine does not; `longest` is what it takes on a machine so many times slower, in ms.
 */
async function scroll(browser: Browser, url: string, goal: number): Promise<{ longest: number; rows: number }> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  await page.waitForSelector('tbody tr[data-row]');
  await page.mouse.move(600, 400);
  await browser.startTracing(page, { categories: ['toplevel'] });
  let rows = 0;
  for (let turns = 0; rows < goal && turns < 5000; turns += 1) {
    await page.mouse.wheel(0, 1500);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(drawn))');
    rows = await lastRow(page);
  }
  const trace: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  await page.close();
  const pages = new Set(trace.traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf));
  const tasks = trace.traceEvents.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
  return { longest: (Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000) * THROTTLE, rows };
}

/** Of Chromium's trace; `tdur` is processor time in microseconds. */
type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

async function lastRow(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`document.querySelector('tbody tr[data-row]:nth-last-of-type(8)')?.dataset.row ?? 0`),
  );
}
