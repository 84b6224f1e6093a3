import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { card, chooseIn, openExtension, say } from './chat.ts';
import { launchChromium } from './chromium.ts';
import { api, leadsFound, open, shot } from './pages.ts';
import { startProduct } from './product.ts';
import { startChatOf } from './second-chat.ts';

const LEADS = [
  ['Jane', 'Doe', 'Contoso', 'Twelve espresso machines'],
  ['Grady', 'Archie', 'Fabrikam, Inc.', 'Cups'],
  ['Patti', 'Fernandez', 'Litware', 'Trial'],
] as const;

describe('two people, each in a Playground of their own', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-e2e-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  let second: Awaited<ReturnType<typeof startChatOf>>;
  let alex: Page;
  let megan: Page;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'e2e.db')}`);
    second = await startChatOf('megan', product.url, folder);
    for (const [firstName, lastName, companyName, topic] of LEADS) {
      await api(product.url, '/leads', { firstName, lastName, companyName, topic });
    }
    alex = await open(browser, product.chat);
    megan = await open(browser, second.chat);
    for (const chat of [alex, megan]) await chat.getByRole('treeitem', { name: 'Personal Chat' }).click();
  });
  after(async () => {
    await browser?.close();
    await second?.stop();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });

  const press = (chat: Page, name: string) => card(chat).getByRole('button', { name, exact: true }).click();
  async function qualify(chat: Page): Promise<void> {
    await press(chat, 'Qualify');
    await chooseIn(card(chat).getByLabel('Currency'), chat, /EUR/);
    await press(chat, 'Qualify');
    await card(chat).getByRole('button', { name: 'Reactivate' }).waitFor();
  }
  const messages = (chat: Page) => chat.getByText('Lead Desk', { exact: true }).count();

  it('show one lead; when one of them qualifies it, the card of the other changes by itself', async () => {
    await say(megan, 'lead jane doe');
    await say(alex, 'lead jane doe');
    await card(megan).getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    const before = await messages(megan);
    await qualify(alex);
    await card(megan).getByText('Alex Wilber qualified the lead').waitFor();
    await card(megan).getByRole('button', { name: 'Reactivate' }).waitFor();
    assert.equal(await card(megan).getByRole('button', { name: 'Qualify', exact: true }).count(), 0);
    assert.equal(await messages(megan), before);
    await shot(megan, 'two-people-changed-by-itself');
  });

  it('get the truth from an old button, and who did it', async () => {
    // Nobody can change a card that its reader inserted, so that it still has its old buttons.
    await openExtension(megan, 'Search Command');
    await megan.getByPlaceholder('Enter a search term').fill('archie');
    await megan.getByText('Grady Archie').last().click();
    await megan.getByRole('button', { name: 'Send Message' }).click();
    await card(megan).getByText('Cups').waitFor();
    await say(alex, 'lead grady archie');
    await qualify(alex);
    await press(megan, 'Qualify');
    await card(megan)
      .getByText(/Last changed by Alex Wilber/)
      .waitFor();
    await card(megan).getByRole('button', { name: 'Reactivate' }).waitFor();
    await shot(megan, 'two-people-old-button');
  });

  it('are told of a lead they are given, with a card that works', async () => {
    await say(alex, 'assign patti fernandez to megan');
    await card(alex).getByText('Assigned to Megan Bowen').waitFor();
    await card(megan).getByText('This lead was assigned to you by Alex Wilber.').waitFor();
    await shot(megan, 'two-people-assigned');
    await press(megan, 'Add note');
    await card(megan).getByRole('textbox', { name: 'Note' }).fill('Prefers calls in the morning.');
    await press(megan, 'Save');
    await card(megan).getByText('Prefers calls in the morning.').waitFor();
    await card(alex).getByText('Prefers calls in the morning.').waitFor();
    const [lead] = await leadsFound(product.url, 'fernandez');
    const { items } = await api<{ items: { text: string; createdBy: { name: string } }[] }>(
      product.url,
      `/leads/${lead?.id}/timeline?kind=note`,
    );
    assert.deepEqual(
      items.map(({ text, createdBy }) => [text, createdBy.name]),
      [['Prefers calls in the morning.', 'Megan Bowen']],
    );
  });

  it('are told of new leads where they asked for it', async () => {
    await alex.getByRole('treeitem', { name: 'Deal room' }).click();
    await say(alex, 'notify here', true);
    await card(alex).getByText('New leads are posted here.').waitFor();
    const draft = { firstName: 'Nova', lastName: 'Lee', companyName: 'Wingtip', topic: 'Fifty pumps' };
    await api(product.url, '/leads', draft);
    await card(alex).getByText('Fifty pumps').waitFor();
    await card(alex).getByText('New lead', { exact: true }).waitFor();
    await shot(alex, 'two-people-new-lead');
    await qualify(alex);
    const [lead] = await leadsFound(product.url, 'wingtip');
    assert.equal((await api<{ status: string }>(product.url, `/leads/${lead?.id}`)).status, 'qualified');
  });
});
