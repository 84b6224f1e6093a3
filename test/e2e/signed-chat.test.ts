import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, Locator, Page } from 'playwright-core';
import { startPlayground } from '../../src/cli/playground.mjs';
import { LOCAL_PEOPLE } from '../../src/platform/local-people.ts';
import { temporaryTenant } from '../trust/temporary-tenant.ts';
import { launchChromium } from './chromium.ts';
import { open, shot } from './pages.ts';
import { startTeamsGateway } from './teams-gateway.ts';

describe('the chat of a tenant, where every request is signed', function () {
  this.timeout(180_000);
  let tenant: Awaited<ReturnType<typeof temporaryTenant>>;
  let gateway: Awaited<ReturnType<typeof startTeamsGateway>>;
  let playground: ChildProcess | undefined;
  let browser: Browser;
  let chat: Page;
  before(async () => {
    // The people of the Playground are of this tenant.
    const id = LOCAL_PEOPLE.alex?.tenantId ?? '';
    tenant = await temporaryTenant({ ENTRA_TENANT_ID: id, MicrosoftAppTenantId: id });
    gateway = await startTeamsGateway(tenant.url, (serviceUrl) => tenant.provider.channelToken(serviceUrl));
    const started = await startPlayground(gateway.url);
    assert.ok(started);
    playground = started.child;
    browser = await launchChromium();
    await started.ready;
    chat = await open(browser, started.url);
  });
  after(async () => {
    await browser?.close();
    playground?.kill('SIGTERM');
    if (playground?.exitCode === null) await once(playground, 'exit');
    await gateway?.stop();
    await tenant?.stop();
  });

  it('creates and qualifies a lead, and takes nothing that is not signed', async () => {
    await say(chat, 'new lead Jane Doe, Tailspin, jane@tailspin.example');
    await card(chat).getByLabel('Topic').fill('Fifty licences');
    await card(chat).getByRole('button', { name: 'Create' }).click();
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).click();
    await card(chat).getByLabel('Currency').first().click();
    await chat.getByRole('option', { name: /EUR/ }).first().click();
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).click();
    await shot(chat, 'signed-chat', card(chat).getByRole('button', { name: 'Reactivate' }));
    assert.deepEqual(
      gateway.statuses().filter((status) => status >= 300),
      [],
    );

    const unsigned = await fetch(`${tenant.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(gateway.lastMessage()),
    });
    assert.equal(unsigned.status, 401);
    assert.equal(unsigned.headers.get('content-type'), 'application/problem+json');
  });
});

async function say(chat: Page, text: string): Promise<void> {
  // The Playground redraws its box while the first message arrives.
  await chat.getByRole('button', { name: 'My open leads' }).waitFor();
  const send = chat.getByRole('button', { name: 'Send Message' });
  await send.waitFor();
  await chat.getByRole('textbox').last().click();
  await chat.keyboard.type(text, { delay: 5 });
  await chat.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text);
  await send.click();
}

/** The newest card of the chat. */
function card(chat: Page): Locator {
  return chat.locator('.ac-adaptiveCard').filter({ visible: true }).last();
}
