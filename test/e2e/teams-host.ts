import type { Browser, Frame, Page } from 'playwright-core';
import { open } from './pages.ts';

/** What a real Teams answers to `initialize`: what it can do, as teams-js reads it. */
const RUNTIME = { apiVersion: 4, isLegacyTeams: false, supports: { pages: { backStack: {} } } };
const TEAMS = 'https://teams.microsoft.com';

type Told = { func: string; args: unknown[] };
type HostOptions = {
  theme?: string;
  locale?: string;
  loginHint?: string;
  lead?: string;
  /** What single sign-on gives out. */
  token?: string;
  /** Whether the host lends its own sign-in to the page within. */
  nests?: boolean;
  /** Done to the page before it is opened. */
  prepare?: (page: Page) => Promise<unknown>;
};

/** The tab inside a stand-in for Teams, at Teams' own address, so that origins and frame rules are the real ones. */
export async function openInTeams(browser: Browser, url: string, options: HostOptions = {}) {
  const page = await open(browser, 'about:blank');
  // A page of the internet may show one of this machine only when somebody allowed it.
  await page.context().grantPermissions(['local-network-access'], { origin: TEAMS });
  await page.route(`${TEAMS}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', path: 'test/e2e/teams-host.html' }),
  );
  const context = {
    locale: options.locale ?? 'en-us',
    theme: options.theme ?? 'default',
    entityId: 'leads',
    subEntityId: options.lead ?? '',
    loginHint: options.loginHint ?? 'alex@contoso.example',
    frameContext: 'content',
  };
  await options.prepare?.(page);
  const runtime = { ...RUNTIME, isNAAChannelRecommended: options.nests === true };
  const answers = { tab: `${url}/tab/`, runtime, context, token: options.token };
  await page.goto(`${TEAMS}/v2/#${encodeURIComponent(JSON.stringify(answers))}`);
  const frame = await tabFrame(page, url);
  return {
    page,
    frame,
    told: () => page.evaluate('window.told') as Promise<Told[]>,
    say: (func: string, ...args: unknown[]) =>
      page.evaluate(`window.say(${JSON.stringify(func)}, ...${JSON.stringify(args)})`),
  };
}

async function tabFrame(page: Page, url: string): Promise<Frame> {
  const found = () => page.frames().find((frame) => frame.url().startsWith(`${url}/tab/`));
  while (!found()) await page.waitForEvent('framenavigated');
  const frame = found();
  if (!frame) throw new Error('no tab');
  return frame;
}
