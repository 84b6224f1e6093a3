import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { stampHeader } from '../../addin/outlook/stamp.ts';
import { launchChromium } from './chromium.ts';
import { api, leadsFound, open, paneOf, SIGNED_IN, shot } from './pages.ts';
import { startProduct } from './product.ts';

type Mail = { subject: string; direction: string; internetMessageId: string | null; text: string };

const LOG = '**/api/emails/log';

describe('the pane beside a mail that is written', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-writing-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  let leadId: string;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'writing.db')}`);
    const lead = { topic: 'Machines', firstName: 'Grady', lastName: 'Archie', email: 'grady.archie@fabrikam.example' };
    ({ id: leadId } = await api<{ id: string }>(product.url, '/leads', lead));
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });
  const preview = (query = 'mail=inquiry') => open(browser, `${product.url}/preview?${query}`);
  const mails = async () => (await api<{ items: Mail[] }>(product.url, `/leads/${leadId}/timeline?kind=email`)).items;
  const send = (page: Page) => page.evaluate(() => window.previewHost.send());

  it('logs what was chosen when it is sent, once, and knows the mail afterwards', async () => {
    const page = await preview();
    const pane = paneOf(page);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await shot(page, 'draft-known', pane.getByRole('button', { name: 'Log when sent', exact: true }));
    await pane.getByRole('button', { name: 'Log when sent', exact: true }).click();
    await shot(page, 'draft-chosen', pane.getByText('This mail is logged here when it is sent.'));
    await page.getByLabel('Text').fill('Hello Grady, our offer is attached.');
    assert.deepEqual((await page.evaluate(() => window.previewHost.draftData())).headers, {});

    assert.equal(await send(page), 'completed');
    await shot(page, 'draft-sent', pane.getByText('This mail is on this lead’s timeline.'));
    const [mail, ...others] = await mails();
    assert.deepEqual(others, []);
    assert.match(mail?.internetMessageId ?? '', /sent-1/);
    assert.equal(mail?.direction, 'sent');
    assert.match(mail?.text ?? '', /our offer is attached/);
    assert.equal(await pane.getByRole('button', { name: 'Log email' }).count(), 0);
    await page.close();
  });

  it('leaves a mail alone that nobody chose, and marks nothing', async () => {
    const page = await preview();
    await page.evaluate(() => window.previewHost.compose('reply', { text: 'Not for the timeline' }));
    await paneOf(page).getByRole('button', { name: 'Log when sent', exact: true }).waitFor();
    const before = (await mails()).length;
    assert.equal(await send(page), 'completed');
    const headers = await page.evaluate(() => window.previewHost.calls.map(({ method }) => method));
    assert.ok(!headers.includes('internetHeaders.setAsync'));
    assert.equal((await mails()).length, before);
    await page.close();
  });

  it('logs mails to known leads once that is switched on, unless told not to', async () => {
    const page = await preview();
    const pane = paneOf(page);
    await page.evaluate(() => window.previewHost.compose('reply', { text: 'By the switch' }));
    await pane.getByText('Settings').click();
    await pane.getByRole('checkbox', { name: /known lead/ }).check();
    await shot(page, 'draft-switch', pane.getByText('This mail is logged here when it is sent.'));
    const before = (await mails()).length;
    assert.equal(await send(page), 'completed');
    await pane.getByText('This mail is on this lead’s timeline.').waitFor();
    assert.equal((await mails()).length, before + 1);

    await page.evaluate(() => window.previewHost.compose('reply', { text: 'Kept out' }));
    await pane.getByRole('button', { name: 'Do not log' }).click();
    await pane.getByText('This mail is not logged when it is sent.').waitFor();
    await send(page);
    // To people nobody knows: nothing to log it on.
    const to = [{ name: 'Lee Gu', address: 'lee@proseware.example' }];
    await page.evaluate((to) => window.previewHost.compose('new', { to, subject: 'Hello', text: 'Hi' }), to);
    await pane.getByRole('button', { name: 'Create, log when sent' }).waitFor();
    await send(page);
    assert.equal((await mails()).length, before + 1);
    await page.close();
  });

  it('finds the lead when recipients are added, and makes one of whom a mail goes to', async () => {
    const page = await preview();
    const pane = paneOf(page);
    await page.getByRole('button', { name: 'New mail' }).click();
    await shot(page, 'draft-empty', pane.getByText('My open leads'));
    await pane.getByText('No recipients yet').waitFor();
    await page.getByLabel('To').fill('Grady Archie <grady.archie@fabrikam.example>');
    await page.getByLabel('Subject').click();
    await pane.getByRole('button', { name: 'Log when sent', exact: true }).waitFor();

    await page.getByLabel('Subject').fill('Our new machines');
    await page.getByLabel('To').fill('Patti Fernandez <patti@northwind.example>');
    await page.getByLabel('Subject').click();
    await pane.getByLabel(/^Last name \(recipient\)/).waitFor();
    await pane.getByRole('button', { name: 'Create, log when sent' }).click();
    await shot(page, 'draft-created', pane.getByText('This mail is logged here when it is sent.'));
    await send(page);
    const [lead] = await leadsFound(product.url, 'patti');
    const { items } = await api<{ items: Mail[] }>(product.url, `/leads/${lead?.id}/timeline?kind=email`);
    assert.equal(items[0]?.subject, 'Our new machines');
    await page.close();
  });

  it('never holds a mail back: it goes out while the service sleeps, and is logged by the pane later', async () => {
    const page = await preview();
    const pane = paneOf(page);
    await page.evaluate(() => window.previewHost.compose('reply', { text: 'Sent while the service slept' }));
    await pane.getByRole('button', { name: 'Log when sent', exact: true }).click();
    await pane.getByRole('button', { name: 'Do not log' }).waitFor();
    const before = (await mails()).length;
    // It takes the request and never answers.
    await page.route(LOG, () => undefined);
    assert.equal(await send(page), 'completed');
    assert.equal((await mails()).length, before);
    await shot(page, 'draft-waiting', pane.getByText('Sent mails waiting to be logged: 1'));
    await page.unroute(LOG);
    await page.reload();
    await pane.getByText('Sent mails waiting to be logged: 1').waitFor({ state: 'hidden' });
    await poll(async () => (await mails()).length === before + 1);
    assert.equal((await mails()).filter(({ text }) => /service slept/.test(text)).length, 1);
    await page.close();
  });

  for (const when of ['after', 'while'] as const) {
    it(`says so when a sent mail can never be logged, refused ${when} it is sent, and lets it go`, async () => {
      const page = await preview();
      const pane = paneOf(page);
      const lead = { topic: 'Soon gone', lastName: 'Gone', email: `gone.${when}@wingtip.example` };
      const { id } = await api<{ id: string }>(product.url, '/leads?duplicates=allow', lead);
      const to = [{ name: 'Gone', address: lead.email }];
      await page.evaluate((to) => window.previewHost.compose('new', { to, subject: 'Bye' }), to);
      await pane.getByRole('button', { name: 'Log when sent', exact: true }).click();
      await pane.getByRole('button', { name: 'Do not log' }).waitFor();
      const gone = () =>
        fetch(`${product.url}/api/leads/${id}`, { method: 'DELETE', headers: { ...SIGNED_IN, 'if-match': '*' } });
      if (when === 'while') await gone();
      else await page.route(LOG, (route) => route.abort());
      await send(page);
      if (when === 'after') await gone();
      await page.unroute(LOG);
      await page.reload();
      await shot(page, `draft-refused-${when}`, pane.getByText(/^Sent mail “Bye” could not be logged/));
      await page.reload();
      await pane.getByText('Settings').waitFor();
      assert.equal(await pane.getByText('waiting to be logged').count(), 0);
      await page.close();
    });
  }

  it('finds the lead of a second draft, too, when its recipients are added beside a pinned pane', async () => {
    const page = await preview('mail=inquiry&pin=1');
    const pane = paneOf(page);
    await page.evaluate(() => window.previewHost.compose('reply'));
    await pane.getByRole('button', { name: 'Log when sent', exact: true }).waitFor();
    await page.evaluate(() => window.previewHost.compose('new'));
    await pane.getByText('No recipients yet').waitFor();
    await page.getByLabel('To').fill('Grady Archie <grady.archie@fabrikam.example>');
    await page.getByLabel('Subject').click();
    await pane.getByRole('button', { name: 'Log when sent', exact: true }).waitFor();
    await page.close();
  });

  it('brings what was typed beside a new mail back to that mail only', async () => {
    const page = await preview('mail=inquiry&pin=1');
    const pane = paneOf(page);
    const topic = pane.getByLabel(/^Topic/);
    const write = (name: string) => {
      const to = [{ name, address: `${name.toLowerCase()}@tailspin.example` }];
      return page.evaluate((to) => window.previewHost.compose('new', { to, subject: `To ${to[0]?.name}` }), to);
    };
    const opened = (name: string) => pane.locator('#mail-people', { hasText: name }).waitFor();
    await write('Anna');
    await opened('Anna');
    await topic.fill('Only for Anna');
    await page.getByRole('button', { name: 'Reload' }).click();
    await pane.getByText('What you had typed here is back.').waitFor();
    assert.equal(await topic.inputValue(), 'Only for Anna');

    await write('Bob');
    await opened('Bob');
    await topic.waitFor();
    assert.equal(await topic.inputValue(), 'To Bob');

    // Where Outlook keeps nothing with a draft, nothing typed beside one outlives the panel.
    await page.evaluate(() => window.previewHost.failNext('sessionData.setAsync'));
    await write('Carla');
    await opened('Carla');
    await topic.fill('Only for Carla');
    assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('Only for Carla'));
    await write('Dora');
    await opened('Dora');
    await topic.waitFor();
    assert.equal(await topic.inputValue(), 'To Dora');
    await page.close();
  });

  it('keeps what is typed beside two replies in one conversation apart', async () => {
    const page = await preview('mail=tender&pin=1');
    const pane = paneOf(page);
    const topic = pane.getByLabel(/^Topic/).filter({ visible: true });
    const reply = (text: string) => page.evaluate((text) => window.previewHost.compose('reply', { text }), text);
    await reply('The first');
    await topic.fill('Only for the first');
    await page.getByRole('button', { name: 'Reload' }).click();
    await pane.getByText('What you had typed here is back.').waitFor();
    assert.equal(await topic.inputValue(), 'Only for the first');
    const opened = page.waitForResponse((answer) => answer.request().postData()?.includes('The second') ?? false);
    await reply('The second');
    await opened;
    await pane.getByText('What you had typed here is back.').waitFor({ state: 'hidden' });
    assert.notEqual(await topic.inputValue(), 'Only for the first');
    await page.close();
  });

  it('shows what was done when Outlook cannot remember it for sending, and says that', async () => {
    const page = await preview();
    const pane = paneOf(page);
    const to = [{ name: 'Lidia Holloway', address: 'lidia@tailspin.example' }];
    await page.evaluate((to) => window.previewHost.compose('new', { to, subject: 'Not remembered' }), to);
    const create = pane.getByRole('button', { name: 'Create, log when sent' });
    await create.waitFor();
    await page.evaluate(() => window.previewHost.failNext('sessionData.setAsync'));
    await create.click();
    await shot(page, 'draft-not-remembered', pane.getByText(/^Outlook could not remember whether to log this mail/));
    await pane.getByText('Lead created').waitFor();
    await pane.getByRole('button', { name: 'Add note' }).waitFor();
    assert.equal(await create.count(), 0);
    assert.equal((await leadsFound(product.url, 'holloway')).length, 1);
    // Nothing will be logged, and nothing says it will.
    assert.equal(await pane.getByText('This mail is logged here when it is sent.').count(), 0);
    const log = pane.getByRole('button', { name: 'Log when sent', exact: true });
    await log.waitFor();

    await page.evaluate(() => window.previewHost.failNext('sessionData.setAsync'));
    await log.click();
    await pane.getByText(/^Outlook could not remember whether to log this mail/).waitFor();
    assert.equal(await pane.getByText('This mail is logged here when it is sent.').count(), 0);
    await log.click();
    await pane.getByText('This mail is logged here when it is sent.').waitFor();
    await page.close();
  });

  it('sends all the same when Outlook refuses to mark the mail', async () => {
    const page = await preview();
    const pane = paneOf(page);
    await page.evaluate(() => window.previewHost.compose('reply', { text: 'Unmarked' }));
    await pane.getByRole('button', { name: 'Log when sent', exact: true }).click();
    await pane.getByRole('button', { name: 'Do not log' }).waitFor();
    await page.evaluate(() => window.previewHost.failNext('internetHeaders.setAsync'));
    assert.equal(await send(page), 'completed');
    assert.equal((await page.evaluate(() => window.previewHost.draftData())).headers[stampHeader], undefined);
    await page.close();
  });
});

/** Until it is so; the test's own time-out ends it. */
async function poll(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}
