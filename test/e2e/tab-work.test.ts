import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import { api, open, shot } from './pages.ts';
import { seedLeads, tabServer } from './tab-server.ts';
import { openInTeams } from './teams-host.ts';

type Shown = { page: Page; tab: Page | Frame };

describe('the work in the Leads tab', function () {
  this.timeout(120_000);
  const server = tabServer();
  before(() => seedLeads(server.url, 120));

  for (const host of ['a browser', 'Teams'] as const) {
    const show = async (): Promise<Shown> => {
      if (host === 'Teams') {
        const { page, frame } = await openInTeams(server.browser, server.url);
        return { page, tab: frame };
      }
      const page = await open(server.browser, `${server.url}/tab/`, { viewport: { width: 1400, height: 900 } });
      return { page, tab: page };
    };

    it(`filters, searches and sorts, and the address brings it back, in ${host}`, async () => {
      const { page, tab } = await show();
      await rows(tab).first().waitFor();
      await tab.getByLabel('Rating').selectOption('hot');
      await tab.getByLabel('Source').selectOption('web');
      await tab.locator('tr[data-row] .rating-warm').first().waitFor({ state: 'detached' });
      await tab.getByRole('button', { name: 'Name' }).click();
      await tab
        .getByRole('columnheader', { name: 'Name', exact: true })
        .and(tab.locator('[aria-sort="ascending"]'))
        .waitFor();
      await tab.locator('.grid[aria-busy="false"]').waitFor();
      const names = await tab.locator('.cell-name a').allTextContents();
      assert.ok(names.length > 3);
      assert.deepEqual(
        names,
        [...names].sort((one, other) => one.localeCompare(other)),
      );
      await tab.getByRole('searchbox').fill('Wingtip 42');
      await rows(tab).nth(1).waitFor({ state: 'detached' });
      assert.equal(await tab.locator('.cell-company').last().textContent(), 'Wingtip 42 Toys');
      if (host === 'a browser') {
        await page.reload();
        await rows(tab).first().waitFor();
        assert.equal(await tab.getByRole('searchbox').inputValue(), 'Wingtip 42');
        assert.equal(await tab.getByLabel('Rating').inputValue(), 'hot');
        assert.equal(await rows(tab).count(), 1);
      }
      await tab.getByRole('searchbox').fill('nobody of that name');
      await tab.getByText('No lead found.').waitFor();
      await tab.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
      await rows(tab).nth(5).waitFor();
      await page.close();
    });

    it(`selects fifty and qualifies them, with one question about likely duplicates, in ${host}`, async () => {
      const known = `Relecloud ${host}`;
      const [first] = await seedLeads(server.url, 1, { companyName: known, email: 'first@relecloud.example' });
      const records = { createAccount: true, createContact: true, createOpportunity: true, currency: 'USD' };
      await api(server.url, `/leads/${first?.id}/qualify`, { ...records, duplicates: 'allow' });
      await seedLeads(server.url, 2, {
        companyName: known,
        lastName: 'Again',
        email: `again@${host === 'Teams' ? 'a' : 'b'}.example`,
      });
      const { page, tab } = await show();
      await rows(tab).nth(10).waitFor();
      await tab.locator('[data-row="0"] .cell-select input').click();
      await tab.locator('.scroller').evaluate((box) => box.scrollTo(0, 49 * 40 - 200));
      await tab.locator('[data-row="49"] .cell-select input').click({ modifiers: ['Shift'] });
      await tab.getByText('50 selected').first().waitFor();
      await tab.getByRole('button', { name: 'Qualify', exact: true }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Qualify' }).click();
      await dialog.getByText('These leads look like customers you already have: 2').waitFor();
      await shot(page, `tab-duplicates-${host.replace(' ', '-')}`, dialog.getByText(`Account: ${known}`).first());
      await dialog.getByRole('button', { name: 'Continue' }).click();
      await dialog.getByText('Done for 50 of 50.').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
      assert.equal(await tab.locator('[data-row="49"] .status').textContent(), 'Qualified');
      assert.equal(await tab.getByText('selected', { exact: false }).filter({ visible: true }).count(), 0);
      // Both are linked to the account that was there; none of the same name was made.
      const { items } = await api<{ items: { accountId: string; companyName: string }[] }>(
        server.url,
        '/leads?view=closed&limit=100',
      );
      const linked = items.filter(({ companyName }) => companyName === known).map(({ accountId }) => accountId);
      assert.equal(linked.length, 3);
      assert.equal(new Set(linked).size, 1);
      await page.close();
    });

    it(`opens a lead, adds a note, a task and a file, and shows the chart change, in ${host}`, async () => {
      const [lead] = await seedLeads(server.url, 1, { lastName: `Chart ${host}`, source: 'seminar' });
      const { page, tab } = await show();
      await tab.getByRole('link', { name: 'Pipeline' }).click();
      await tab.getByText('Source', { exact: true }).click();
      const before = await seminars(tab);
      await tab.getByRole('link', { name: 'Leads', exact: true }).click();
      await tab.getByRole('link', { name: `Jane Chart ${host}` }).click();
      const timeline = tab.getByRole('list', { name: 'Timeline' });
      await tab.getByRole('textbox', { name: 'Note' }).fill('Call back on Monday');
      await tab.getByRole('button', { name: 'Save' }).click();
      await timeline.getByText('Call back on Monday').waitFor();

      await tab.getByText('Task', { exact: true }).click();
      await tab.getByRole('textbox', { name: 'Text' }).fill('Send the offer');
      await tab.getByLabel('Due').fill('2027-01-15');
      await tab.getByRole('button', { name: 'Save' }).click();
      await timeline.getByText('Send the offer').waitFor();
      await timeline.getByText(/open · due Jan 15, 2027/).waitFor();

      await tab.getByText('Appointment', { exact: true }).click();
      await tab.getByRole('textbox', { name: 'Text' }).fill('Visit');
      await tab.getByLabel('Starts').fill('2027-01-20T10:00');
      await tab.getByLabel('Ends').fill('2027-01-20T11:00');
      await tab.getByRole('button', { name: 'Save' }).click();
      await timeline.getByText('Visit').waitFor();

      await tab.getByText('Phone call', { exact: true }).first().click();
      await tab.getByRole('textbox', { name: 'Text' }).fill('Wants a discount');
      await tab.getByLabel('Duration').fill('12');
      await tab.getByRole('button', { name: 'Save' }).click();
      await timeline.getByText('Outgoing · 12 min').waitFor();

      await tab.getByText('Note', { exact: true }).first().click();
      const file = { name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('Twelve machines') };
      await tab.getByLabel('Files').setInputFiles(file);
      await tab.getByRole('button', { name: 'Save' }).click();
      const download = page.waitForEvent('download');
      await timeline.getByRole('button', { name: /offer\.txt/ }).click();
      assert.equal((await download).suggestedFilename(), 'offer.txt');
      await timeline.getByRole('button', { name: 'Complete' }).click();
      await timeline.getByText(/completed · due/).waitFor();
      await shot(page, `tab-lead-${host.replace(' ', '-')}`);

      await timeline.getByText('Alex Wilber created the lead').waitFor();

      await tab.getByRole('tab', { name: 'Audit trail' }).click();
      await tab.getByRole('list', { name: 'Audit trail' }).getByText('Alex Wilber created the lead').waitFor();

      const card = tab.locator('.lead-card');
      await card.getByRole('button', { name: 'Disqualify' }).click();
      await card.getByLabel('Reason').selectOption('lost');
      await card.getByRole('button', { name: 'Disqualify' }).click();
      await card.getByRole('button', { name: 'Reactivate' }).waitFor();
      await tab.locator(`tr[aria-current] .status[data-status="disqualified"]`).waitFor();
      await tab.getByRole('button', { name: 'Close' }).click();
      await tab.getByRole('link', { name: 'Pipeline' }).click();
      assert.equal(await seminars(tab), before - 1);
      await tab.locator('canvas').waitFor();
      await shot(page, `tab-pipeline-${host.replace(' ', '-')}`);
      const { items } = await api<{ items: object[] }>(server.url, `/leads/${lead?.id}/timeline?limit=50`);
      assert.equal(items.length, 7);
      await page.close();
    });
  }

  it('lists in "Unassigned" the leads of nobody, whoever was filtered by before', async () => {
    const page = await open(server.browser, `${server.url}/tab/?view=open`);
    await rows(page).first().waitFor();
    await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'Alex Wilber' });
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();
    await page.getByLabel('View').selectOption('unassigned');
    await rows(page).first().waitFor({ state: 'detached' });
    assert.equal(new URL(page.url()).search, '?view=unassigned');
    // An address may still name both; what it narrows the table by is seen, and can be taken off.
    const { id } = await api<{ id: string }>(server.url, '/me');
    await page.goto(`${server.url}/tab/?view=unassigned&owner=${id}`);
    await rows(page).first().waitFor();
    await page.getByLabel('Owner', { exact: true }).waitFor();
    await page.close();
  });

  it('creates a lead from the form, and stands in the address of the new lead', async () => {
    const page = await open(server.browser, `${server.url}/tab/?view=all`);
    await page.getByRole('button', { name: 'New lead' }).click();
    await page.getByLabel(/^Topic/).fill('Espresso machines');
    await page.getByLabel(/^Last name/).fill('Archie');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.locator('.lead-card').getByRole('button', { name: 'Qualify', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Archie' }).waitFor();
    const id = new URL(page.url()).searchParams.get('lead');
    assert.equal((await api<{ topic: string }>(server.url, `/leads/${id}`)).topic, 'Espresso machines');
    // The address of a lead leads back here.
    await page.goto(`${server.url}/leads/${id}`);
    await page.locator('.lead-card').getByText('Espresso machines').waitFor();
    await page.close();
  });

  it('shows nobody what their role does not have', async () => {
    const page = await open(server.browser, `${server.url}/tab/?person=adele&view=all`);
    await rows(page).first().waitFor();
    await page.getByLabel('Person').getByRole('option', { name: 'Adele Vance' }).waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('button', { name: 'New lead' }).count(), 0);
    assert.equal(await page.getByRole('checkbox').count(), 0);
    await rows(page).first().click();
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    assert.equal(await page.getByRole('tab', { name: 'Audit trail' }).count(), 0);
    assert.equal(await page.locator('.lead-card').getByRole('button', { name: 'Qualify' }).count(), 0);
    await page.close();
  });

  it('follows Teams: its theme, its links to a lead, its back button and its way to share', async () => {
    const [lead] = await seedLeads(server.url, 1, { lastName: 'Linked' });
    const { page, frame, told, say } = await openInTeams(server.browser, server.url, {
      theme: 'dark',
      ...(lead && { lead: lead.id }),
    });
    await frame.locator('.lead-card').getByText('Jane Linked').waitFor();
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await say('themeChange', 'contrast');
    await frame.locator('html[data-theme="contrast"]').waitFor();
    await frame.getByRole('button', { name: 'Copy link' }).click();
    await say('backButtonPress');
    await frame.locator('.lead-card').waitFor({ state: 'detached' });
    const calls = await told();
    assert.ok(calls.some(({ func }) => func === 'appInitialization.success'));
    assert.deepEqual(calls.find(({ func }) => func === 'shareDeepLink')?.args.slice(0, 2), [lead?.id, 'Lead']);
    await page.close();
  });
});

function rows(tab: Page | Frame): Locator {
  return tab.locator('tbody tr[data-row]');
}

/** How many leads the table of the pipeline has from seminars. */
async function seminars(tab: Page | Frame): Promise<number> {
  const row = tab.getByRole('row', { name: 'Seminar' });
  await tab.getByRole('row', { name: /^Web / }).waitFor();
  return (await row.count()) ? Number(await row.getByRole('cell').first().textContent()) : 0;
}
