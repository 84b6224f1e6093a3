import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { end, startServerProcess } from '../server/server-process.ts';
import { launchChromium } from './chromium.ts';
import { api } from './pages.ts';

export type SeededLead = { id: string; version: number; topic: string };

/** The server and a browser for the tests of a file. Call within `describe`. */
export function tabServer(): { url: string; browser: Browser } {
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-tab-'));
  const running: { url: string; browser: Browser | undefined; stop: () => Promise<unknown> } = {
    url: '',
    browser: undefined,
    stop: async () => undefined,
  };
  before(async () => {
    const server = await startServerProcess(`file:${join(folder, 'tab.db')}`, { LOG_LEVEL: 'warn' });
    running.url = server.url;
    running.stop = () => end(server.process, 'SIGTERM');
    running.browser = await launchChromium();
  });
  after(async () => {
    await running.browser?.close();
    await running.stop();
    rmSync(folder, { recursive: true });
  });
  return {
    get url() {
      return running.url;
    },
    get browser() {
      if (!running.browser) throw new Error('Not started yet');
      return running.browser;
    },
  };
}

const FIRST_NAMES = ['Jane', 'Aoife', 'Bruno', 'Chidi', 'Dolores'];
const LAST_NAMES = ['Doe', 'Okafor', 'Silva', 'Haddad', 'Nowak', 'Tanaka'];
const RATINGS = ['hot', 'warm', 'cold'];
const SOURCES = ['web', 'partner', 'trade-show'];

/** Leads of Alex's, each of a company of its own. */
export async function seedLeads(url: string, count: number, more: object = {}): Promise<SeededLead[]> {
  const made: SeededLead[] = [];
  for (let n = 0; n < count; n += 1) {
    made.push(
      await api<SeededLead>(url, '/leads?duplicates=allow', {
        firstName: FIRST_NAMES[n % FIRST_NAMES.length],
        lastName: `${LAST_NAMES[n % LAST_NAMES.length]} ${n}`,
        companyName: `Wingtip ${n} Toys`,
        email: `person@wingtip-${n}.example`,
        topic: `Order ${n}`,
        rating: RATINGS[n % RATINGS.length],
        source: SOURCES[n % SOURCES.length],
        estimatedValue: String(1000 + n),
        currency: 'USD',
        ...more,
      }),
    );
  }
  return made;
}
