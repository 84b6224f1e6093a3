import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/stores/sql/database.ts';
import { launchChromium } from '../test/e2e/chromium.ts';
import { end, startServerProcess } from '../test/server/server-process.ts';
import { openDesk } from '../test/temporary-desk.ts';
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

/** Runs in the page before anything else: when the first rows were painted. Milliseconds since it was asked for. */
const WHEN_ROWS = `new MutationObserver((_, watch) => {
  if (!document.querySelector('tbody tr[data-row] td')) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.firstRows = performance.now(); }));
}).observe(document, { childList: true, subtree: true })`;
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
    const ours: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floor.push(await firstRows(browser, `${server.url}/tab/bare.html`, cache));
      ours.push(await firstRows(browser, tab, cache));
    }
    const ratio = median(ours) / median(floor);
    const figure = `${Math.round(median(ours))} ms, bare table ${Math.round(median(floor))} ms`;
    report.line({ what: `first rows, ${cache} cache`, figure, ratio, aim: '≤ 1.5', met: ratio <= 1.5 });
  }
  const { longest, rows } = await scroll(browser, tab, scrolled);
  const figure = `longest task ${Math.round(longest)} ms over ${rows.toLocaleString('en')} rows`;
  report.line({ what: `scrolling, a processor ${THROTTLE}× slower`, figure, aim: '≤ 100 ms', met: longest <= 100 });
}

async function firstRows(browser: Browser, url: string, cache: 'cold' | 'warm'): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(WHEN_ROWS);
  const page = await context.newPage();
  const visit = async () => {
    await page.goto(url);
    await page.waitForSelector('tbody tr[data-row] td');
    const painted =
      'new Promise((done) => { const look = () => (window.firstRows ? done(window.firstRows) : setTimeout(look, 5)); look(); })';
    return Number(await page.evaluate(painted));
  };
  const first = await visit();
  const ms = cache === 'cold' ? first : await visit();
  await context.close();
  return ms;
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

function median(times: number[]): number {
  const sorted = times.sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
