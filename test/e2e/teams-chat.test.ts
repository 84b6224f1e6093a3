import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { card, chooseIn, openExtension, say } from './chat.ts';
import { launchChromium } from './chromium.ts';
import { api, leadsFound, open, shot } from './pages.ts';
import { startProduct } from './product.ts';

const LEADS = [
  ['Jane', 'Doe', 'Contoso', 'Twelve espresso machines'],
  ['Jane', 'Miller', 'Fabrikam, Inc.', 'Grinders'],
  ['Grady', 'Archie', 'Fabrikam, Inc.', 'Cups'],
  ['Patti', 'Fernandez', 'Litware', 'Trial'],
  ...['Akers', 'Bowman', 'Corets', 'Duerr', 'Ekberg', 'Francis', 'Gode', 'Hill'].map((name) => [
    'Kim',
    name,
    `${name} Ltd`,
    'Renewal',
  ]),
];

describe('Lead Desk in the chat', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-e2e-'));
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  let chat: Page;
  before(async () => {
    browser = await launchChromium();
    product = await startProduct(`file:${join(folder, 'e2e.db')}`);
    for (const [firstName, lastName, companyName, topic] of LEADS) {
      await api(product.url, '/leads?duplicates=allow', { firstName, lastName, companyName, topic });
    }
    chat = await open(browser, product.chat, { viewport: { width: 1400, height: 1600 } });
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true });
  });

  const PLACES: [string, string, boolean][] = [
    ['a personal chat', 'Personal Chat', false],
    ['a group chat', 'Deal room', true],
    ['a channel', 'Pipeline', true],
  ];
  for (const [place, name, isMentioned] of PLACES) {
    it(`answers every command in ${place}`, async () => {
      await chat.getByRole('treeitem', { name }).click();
      const said: [string, string | RegExp][] = [
        ['help', 'bulk qualify'],
        ['new lead Nova Lee, Wingtip', 'Topic'],
        ['my leads', 'My open leads'],
        ['open leads', 'Open leads'],
        ['find fabrikam', 'Grady Archie'],
        ['lead patti fernandez', 'Trial'],
        ['qualify patti fernandez', 'Capture summary'],
        ['disqualify patti fernandez', 'Reason'],
        ['bulk qualify', 'Qualify several leads'],
        ['assign patti fernandez to me', 'Assigned to Alex Wilber'],
        ['notify here', /./],
        ['stop notifying', /./],
        ['serach litware', 'Patti Fernandez'],
        ['patti', 'Is it one of these?'],
      ];
      for (const [text, seen] of said) {
        await say(chat, text, isMentioned);
        await card(chat).getByText(seen).first().waitFor();
      }
      await shot(chat, `teams-${name.toLowerCase().replace(' ', '-')}`);
    });
  }

  it('turns the pages of a list, there and back', async () => {
    await chat.getByRole('treeitem', { name: 'Personal Chat' }).click();
    await say(chat, 'my leads');
    assert.equal(await card(chat).getByText('Jane Doe').count(), 0);
    await card(chat).getByRole('button', { name: 'Next page' }).click();
    await card(chat).getByText('Jane Doe').waitFor();
    await shot(chat, 'teams-list-second-page');
    await card(chat).getByRole('button', { name: 'Previous page' }).click();
    await card(chat).getByText('Kim Hill').waitFor();
  });

  it('asks which lead is meant, and gives it to whom was said', async () => {
    await say(chat, 'assign jane to megan');
    await shot(chat, 'teams-which-lead', card(chat).getByText('Jane Miller'));
    await card(chat).getByRole('button', { name: 'Assign' }).first().click();
    await card(chat).getByText('Assigned to Megan Bowen').waitFor();
    await say(chat, 'assign jane doe to m');
    await shot(chat, 'teams-which-colleague', card(chat).getByText('Who is meant?'));
    await say(chat, 'assign jane doe to nobody');
    await card(chat)
      .getByText(/I know nobody called/)
      .waitFor();
  });

  it('qualifies many with one currency, and asks about each that is likely there already', async () => {
    await say(chat, 'bulk qualify');
    for (const name of [/Grady Archie/, /Kim Akers/, /Kim Ekberg/]) await card(chat).getByText(name).click();
    await chooseIn(card(chat).getByLabel('Currency'), chat, /EUR/);
    await shot(chat, 'teams-bulk-qualify');
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).click();
    await shot(chat, 'teams-bulk-done', card(chat).getByText('3 of 3 qualified'));
    const again = { firstName: 'Kim', lastName: 'Archer', companyName: 'Fabrikam', topic: 'More cups' };
    await api(product.url, '/leads?duplicates=allow', again);
    await say(chat, 'bulk qualify archer');
    await card(chat)
      .getByText(/Kim Archer/)
      .click();
    await chooseIn(card(chat).getByLabel('Currency'), chat, /USD/);
    await card(chat).getByRole('button', { name: 'Qualify', exact: true }).click();
    await shot(chat, 'teams-bulk-asked', card(chat).getByText('0 of 1 qualified'));
    await chooseIn(card(chat).getByLabel('Lead 1'), chat, /Use Account/);
    await card(chat).getByRole('button', { name: 'Go on' }).click();
    await card(chat).getByText('1 of 1 qualified').waitFor();
  });

  const send = () => chat.getByRole('button', { name: 'Send Message' }).click();

  it('finds a lead while one types and inserts its card, with buttons that work', async () => {
    await openExtension(chat, 'Search Command');
    await chat.getByPlaceholder('Enter a search term').fill('litw');
    await shot(chat, 'teams-extension-search', chat.getByText('Patti Fernandez').last());
    await chat.getByText('Patti Fernandez').last().click();
    await send();
    await shot(chat, 'teams-extension-inserted', card(chat).getByRole('button', { name: 'Disqualify' }));
    await card(chat).getByRole('button', { name: 'Add note' }).click();
    await card(chat).getByRole('textbox', { name: 'Note' }).waitFor();
  });

  it('makes a lead in a dialog, once, and inserts its card', async () => {
    await openExtension(chat, 'Action Command');
    await chat.getByPlaceholder('Input command id or leave blanks').fill('newLeadFromMessage');
    const dialog = chat.getByRole('dialog').last();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await shot(chat, 'teams-extension-dialog', dialog.getByLabel('Topic'));
    await dialog.getByLabel('Topic').fill('From the compose box');
    await dialog.getByLabel('Last name').fill('Hagens');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await send();
    await card(chat).getByText('From the compose box').waitFor();
    assert.equal((await leadsFound(product.url, 'hagens')).length, 1);
  });

  it('unfolds the link of a lead that is pasted, and no other', async () => {
    const [lead] = await leadsFound(product.url, 'corets');
    await openExtension(chat, 'Link Unfurling');
    const dialog = chat.getByRole('dialog').last();
    await dialog.getByRole('textbox').fill(`${product.url}/leads/${lead?.id}`);
    await shot(chat, 'teams-unfolded', dialog.getByText('Kim Corets'));
    await dialog.getByRole('textbox').fill('https://contoso.example/leads');
    await dialog.getByText('Kim Corets').waitFor({ state: 'hidden' });
  });
});
