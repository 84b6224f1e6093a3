import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { api, open, openIn, SIGNED_IN, shot } from './pages.ts';
import { seedLeads, tabServer } from './tab-server.ts';

describe('the Leads tab in trouble', function () {
  this.timeout(120_000);
  const server = tabServer();
  before(() => seedLeads(server.url, 8));
  const show = (query = '') => open(server.browser, `${server.url}/tab/${query}`);

  it('keeps what was typed when saving fails, over a reload too, and adds it once', async () => {
    const [lead] = await seedLeads(server.url, 1);
    const page = await show(`?lead=${lead?.id}`);
    const note = page.getByRole('textbox', { name: 'Note' });
    await note.fill('Twelve machines by May');
    await page.route('**/timeline', (route) => route.abort());
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Lead Desk could not be reached.').waitFor();
    assert.equal(await note.inputValue(), 'Twelve machines by May');
    await page.reload();
    await note.waitFor();
    assert.equal(await note.inputValue(), 'Twelve machines by May');
    await page.unroute('**/timeline');

    // The answer is lost, not the request: the same press again must add nothing twice.
    await page.route('**/timeline', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('What you typed is kept').waitFor();
    await page.unroute('**/timeline');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('list', { name: 'Timeline' }).getByText('Twelve machines by May').waitFor();
    const { items } = await api<{ items: object[] }>(server.url, `/leads/${lead?.id}/timeline?kind=note`);
    assert.equal(items.length, 1);
    assert.equal(await note.inputValue(), '');
    await page.close();
  });

  it('keeps a half-filled card when its answer does not come, and when somebody has to sign in', async () => {
    const [lead] = await seedLeads(server.url, 1);
    const page = await show(`?lead=${lead?.id}`);
    const card = page.locator('.lead-card');
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByLabel(/^Topic/).fill('Thirteen machines');
    await page.route('**/api/actions', (route) => route.abort());
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Lead Desk could not be reached.').waitFor();
    assert.equal(await card.getByLabel(/^Topic/).inputValue(), 'Thirteen machines');
    await page.unroute('**/api/actions');
    await page.route('**/api/actions', (route) => route.fulfill({ status: 401, json: { title: 'unauthorized' } }));
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Your sign-in has expired.' }).waitFor();
    await page.unroute('**/api/actions');
    await page.getByRole('button', { name: 'Sign in' }).click();
    assert.equal(await card.getByLabel(/^Topic/).inputValue(), 'Thirteen machines');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Thirteen machines').waitFor();
    await rowOf(page, lead?.id ?? '')
      .getByTitle('Thirteen machines')
      .waitFor();
    await page.close();
  });

  it('keeps a half-filled card through Escape, another lead and a reload, until it is saved or given up', async () => {
    const [lead, other] = await seedLeads(server.url, 2);
    const page = await show();
    const card = page.locator('.lead-card');
    const topic = card.getByLabel(/^Topic/);
    const back = card.getByText('What you had typed here is back.');
    const begin = () => page.getByRole('button', { name: 'New lead' }).click();
    await begin();
    await topic.fill('Begun in the tab');
    await card.getByRole('button', { name: 'Create' }).press('Escape');
    await card.waitFor({ state: 'detached' });
    await begin();
    await back.waitFor();
    assert.equal(await topic.inputValue(), 'Begun in the tab');
    await card.getByRole('button', { name: 'Start again' }).click();
    await back.waitFor({ state: 'detached' });
    assert.equal(await topic.inputValue(), '');

    await page.goto(`${server.url}/tab/?lead=${lead?.id}`);
    await card.getByRole('button', { name: 'Edit' }).click();
    await topic.fill('Fourteen machines');
    await rowOf(page, other?.id ?? '')
      .getByRole('link')
      .click();
    await card.getByText(other?.topic ?? '').waitFor();
    await page.goBack();
    await back.waitFor();
    assert.equal(await topic.inputValue(), 'Fourteen machines');
    await page.reload();
    await back.waitFor();
    assert.equal(await topic.inputValue(), 'Fourteen machines');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Fourteen machines').waitFor();
    assert.equal(await back.count(), 0);
    await page.reload();
    await card.getByRole('button', { name: 'Edit' }).waitFor();
    assert.equal((await api<{ topic: string }>(server.url, `/leads/${lead?.id}`)).topic, 'Fourteen machines');
    await page.close();
  });

  it('leaves its reader on the lead they went on to when an earlier answer comes', async () => {
    const [other] = await seedLeads(server.url, 1);
    const page = await show();
    const card = page.locator('.lead-card');
    await page.getByRole('button', { name: 'New lead' }).click();
    await card.getByLabel(/^Topic/).fill('Created late');
    await card.getByLabel(/^Last name/).fill('Archie');
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/actions', async (route) => {
      if (route.request().postData()?.includes('lead.create')) await released;
      await route.continue();
    });
    await card.getByRole('button', { name: 'Create' }).click();
    await rowOf(page, other?.id ?? '')
      .getByRole('link')
      .click();
    await card.getByText(other?.topic ?? '').waitFor();
    release();
    await page.getByRole('link', { name: 'Archie' }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('lead'), other?.id);
    await page.close();
  });

  it('says that it is not known who looks, and offers everything once it is', async () => {
    const page = await open(server.browser, 'about:blank');
    const json = { type: '/problems/store-unavailable', status: 503 };
    await page.route('**/api/me', (route) => route.fulfill({ status: 503, json }), { times: 1 });
    await page.goto(`${server.url}/tab/`);
    await page.getByText(/^The leads cannot be reached just now/).waitFor();
    assert.equal(await page.getByRole('button', { name: 'New lead' }).count(), 0);
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('button', { name: 'New lead' }).waitFor();
    await page.route('**/api/me', (route) => route.fulfill({ status: 503, json }), { times: 1 });
    await page.reload();
    await page.getByText(/^The leads cannot be reached just now/).waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('button', { name: 'New lead' }).waitFor();
    await page.close();
  });

  it('says once that it is offline, whatever was on its way, and goes on with that when it is back', async () => {
    const page = await open(server.browser, 'about:blank');
    let lose: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => {
      lose = resolve;
    });
    await page.route(
      '**/api/me',
      async (route) => {
        await lost;
        await route.abort('internetdisconnected');
      },
      { times: 1 },
    );
    // Rows may be there before it is asked who looks.
    const asked = page.waitForRequest('**/api/me');
    await page.goto(`${server.url}/tab/`);
    await Promise.all([rowsOf(page).first().waitFor(), asked]);
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/me'));
    await page.context().setOffline(true);
    await page.getByText(/^You are offline/).waitFor();
    lose();
    await failed;
    // Drawn by then, had it been said again.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    assert.equal(await page.getByText(/^You are offline/).count(), 1);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'New lead' }).waitFor();
    await page.close();
  });

  it('offers the audit trail of those leads whose trail may be read', async () => {
    const [mine, theirs] = await seedLeads(server.url, 2);
    const trail = (on: Page) => on.getByRole('tab', { name: 'Audit trail' });
    const page = await show(`?view=all&lead=${mine?.id}`);
    await trail(page).waitFor();
    const manager = await open(server.browser, `${server.url}/tab/?person=miriam&view=all`);
    await api(server.url, `/leads/${theirs?.id}/assign`, { ownerId: await idOf('megan') });
    for (const query of ['view=all', 'view=my-open']) {
      await page.goto(`${server.url}/tab/?${query}&lead=${theirs?.id}`);
      await page.getByRole('textbox', { name: 'Note' }).waitFor();
      await page.getByRole('button', { name: 'New lead' }).waitFor();
      await page.locator('.lead-card').getByText('Megan Bowen').waitFor();
      assert.equal(await trail(page).count(), 0);
    }
    await page.close();
    await rowOf(manager, theirs?.id ?? '')
      .getByRole('link')
      .click();
    await trail(manager).waitFor();
    await manager.close();
  });

  /** Known from the first request of theirs on. */
  const idOf = async (name: string) => {
    const answer = await fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer local:${name}` } });
    return ((await answer.json()) as { id: string }).id;
  };

  it('shows how a lead stands when somebody else changed it first', async () => {
    const [lead] = await seedLeads(server.url, 1);
    const page = await show(`?lead=${lead?.id}`);
    const card = page.locator('.lead-card');
    await card.getByRole('button', { name: 'Edit' }).click();
    await card.getByLabel(/^Topic/).fill('Mine');
    await fetch(`${server.url}/api/leads/${lead?.id}`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer local:megan', 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ topic: 'Theirs' }),
    });
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText(/This lead was changed in the meantime.*Last changed by Megan Bowen/).waitFor();
    await card.getByText('Theirs', { exact: true }).waitFor();
    await rowOf(page, lead?.id ?? '')
      .getByTitle('Theirs')
      .waitFor();
    assert.equal((await api<{ topic: string }>(server.url, `/leads/${lead?.id}`)).topic, 'Theirs');
    await page.close();
  });

  it('keeps a form that was begun while a likely duplicate is looked at, and leads back to it', async () => {
    const email = 'looked.at@proseware.example';
    const [lead] = await seedLeads(server.url, 1, { email });
    const page = await show('?lead=new');
    const card = page.locator('.lead-card');
    await card.getByLabel(/^Topic/).fill('Half typed');
    await card.getByLabel(/^Last name/).fill('Wilke');
    await card.getByRole('textbox', { name: 'Email' }).fill(email);
    await card.getByRole('button', { name: 'Create', exact: true }).click();
    await card.getByRole('button', { name: 'Create anyway' }).waitFor();
    await card.getByLabel(/^Company/).fill('Mended since');
    await card.getByRole('button', { name: 'Show', exact: true }).click();
    await card.getByText('The form you began is kept.').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('lead'), lead?.id);
    await shot(page, 'tab-looked-at', card.getByRole('button', { name: 'Qualify', exact: true }));
    await card.getByRole('button', { name: 'Back to it' }).click();
    await card.getByRole('button', { name: 'Create anyway' }).waitFor();
    assert.equal(await card.getByLabel(/^Topic/).inputValue(), 'Half typed');
    assert.equal(await card.getByLabel(/^Company/).inputValue(), 'Mended since');
    await card.getByRole('button', { name: 'Create anyway' }).click();
    await card.getByText('Mended since').waitFor();
    await page.getByRole('button', { name: 'New lead' }).click();
    await card.getByLabel(/^Topic/).waitFor();
    assert.equal(await card.getByLabel(/^Topic/).inputValue(), '');
    await page.close();
  });

  it('shows in one window what was done in the other, but takes no half-filled form away', async () => {
    const [lead] = await seedLeads(server.url, 1);
    const one = await show(`?lead=${lead?.id}`);
    const other = await openIn(one.context(), `${server.url}/tab/?lead=${lead?.id}`);
    await other.locator('.lead-card').getByRole('button', { name: 'Edit' }).click();
    await other
      .locator('.lead-card')
      .getByLabel(/^Topic/)
      .fill('Half');
    await one.getByRole('textbox', { name: 'Note' }).fill('Said in the first window');
    await one.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('list', { name: 'Timeline' }).getByText('Said in the first window').waitFor();
    await one.locator('.lead-card').getByRole('button', { name: 'Disqualify' }).click();
    await one.locator('.lead-card').getByLabel('Reason').selectOption('lost');
    await one.locator('.lead-card').getByRole('button', { name: 'Disqualify' }).click();
    await rowOf(other, lead?.id ?? '')
      .getByText('Disqualified')
      .waitFor();
    assert.equal(
      await other
        .locator('.lead-card')
        .getByLabel(/^Topic/)
        .inputValue(),
      'Half',
    );
    await other.locator('.lead-card').getByRole('button', { name: 'Save' }).click();
    await other
      .locator('.lead-card')
      .getByText(/This lead (is closed|was changed)/)
      .waitFor();
    await other.close();
    await one.close();
  });

  /** Sixty leads, two parts of a bulk action, about to be given to Megan. */
  const assignSixty = async (source: string) => {
    await seedLeads(server.url, 60, { source });
    const page = await show(`?source=${source}`);
    await rowsOf(page).first().waitFor();
    await page.locator('.scroller').evaluate((box) => box.scrollTo(0, 10_000));
    await page.getByText('Leads: 60', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all loaded leads' }).click();
    await page.getByRole('button', { name: 'Assign' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Owner').fill('megan');
    await dialog.getByRole('option', { name: 'Megan Bowen' }).click();
    return { page, dialog };
  };

  it('goes on with a bulk action where a failure stopped it', async () => {
    const { page, dialog } = await assignSixty('seminar');
    let requests = 0;
    await page.route('**/api/leads/assign', (route) => {
      requests += 1;
      return requests === 2 ? route.abort() : route.continue();
    });
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await dialog.getByText('Lead Desk could not be reached.').waitFor();
    assert.notEqual(await dialog.getByLabel('Owner').inputValue(), '');
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await dialog.getByText('Done for 60 of 60.').waitFor();
    assert.equal(requests, 3);
    await page.close();
  });

  it('does a part of many once, though its answer is lost', async () => {
    const leads = await seedLeads(server.url, 2, { source: 'employee-referral' });
    const page = await show('?source=employee-referral');
    await choose(page, leads);
    await page.getByRole('button', { name: 'Disqualify' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('lost');
    await page.route(
      '**/api/leads/disqualify',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await dialog.getByRole('button', { name: 'Disqualify' }).click();
    await dialog.getByText('Lead Desk could not be reached.').waitFor();
    await dialog.getByRole('button', { name: 'Disqualify' }).click();
    await dialog.getByText('Done for 2 of 2.').waitFor();
    await page.close();
  });

  it('stops a bulk action before its next part when its dialog is closed, and says how far it came', async () => {
    const { page, dialog } = await assignSixty('word-of-mouth');
    let requests = 0;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/leads/assign', async (route) => {
      requests += 1;
      await held;
      await route.continue();
    });
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await dialog.getByRole('progressbar').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    letGo();
    await page.getByText('Done for 50 of 60.').waitFor();
    await page.getByText('10 selected').waitFor();
    assert.equal(requests, 1);
    await page.close();
  });

  it('asks about likely duplicates again when the answer did not get through', async () => {
    const known = { companyName: 'Fabrikam Twice', source: 'advertisement' };
    const [first] = await seedLeads(server.url, 1, { ...known, email: 'first@fabrikam.example' });
    const records = { createAccount: true, createContact: true, createOpportunity: true, currency: 'USD' };
    await api(server.url, `/leads/${first?.id}/qualify`, { ...records, duplicates: 'allow' });
    const leads = await seedLeads(server.url, 2, { ...known, lastName: 'Again', email: 'again@fabrikam.example' });
    const page = await show('?source=advertisement');
    await choose(page, leads);
    await page.getByRole('button', { name: 'Qualify', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Qualify' }).click();
    await dialog.getByText('These leads look like customers you already have: 2').waitFor();
    await page.route('**/api/leads/qualify', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByText('Lead Desk could not be reached.').waitFor();
    await page.unroute('**/api/leads/qualify');
    await dialog.getByText('These leads look like customers you already have: 2').waitFor();
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByText('Done for 2 of 2.').waitFor();
    await page.close();
  });

  it('shows a note whose file is refused, and adds what is saved after it', async () => {
    const [lead] = await seedLeads(server.url, 1);
    const page = await show(`?lead=${lead?.id}`);
    const note = page.getByRole('textbox', { name: 'Note' });
    const timeline = page.getByRole('list', { name: 'Timeline' });
    const save = page.getByRole('button', { name: 'Save' });
    const file = (name: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from('Twelve') });
    await note.fill('The offer, attached');
    await page.getByLabel('Files').setInputFiles(file('offer.exe'));
    await save.click();
    await page.locator('.composer').getByText('What you typed is kept').waitFor();
    await timeline.getByText('The offer, attached').waitFor();
    // The note is there: with another file, the same press adds the file alone.
    await page.getByRole('button', { name: 'Remove offer.exe' }).click();
    await page.getByLabel('Files').setInputFiles(file('offer.txt'));
    await save.click();
    await timeline.getByRole('button', { name: /offer\.txt/ }).waitFor();
    assert.equal(await note.inputValue(), '');

    await note.fill('Another one');
    await page.getByLabel('Files').setInputFiles(file('other.exe'));
    await save.click();
    await timeline.getByText('Another one').waitFor();
    await page.reload();
    await note.fill('Another one, without a file');
    await save.click();
    await timeline.getByText('Another one, without a file').waitFor();
    const { items } = await api<{ items: object[] }>(server.url, `/leads/${lead?.id}/timeline?kind=note`);
    assert.equal(items.length, 3);
    await page.close();
  });

  it('says of each lead of many why it could not be done', async () => {
    const [mine, theirs] = await seedLeads(server.url, 2, { source: 'partner' });
    await api(server.url, `/leads/${theirs?.id}/disqualify`, { reason: 'lost' });
    const page = await show('?view=all&source=partner');
    await rowsOf(page).first().waitFor();
    for (const lead of [mine, theirs])
      await rowOf(page, lead?.id ?? '')
        .getByRole('checkbox')
        .click();
    await page.getByRole('button', { name: 'Disqualify' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('canceled');
    await dialog.getByRole('button', { name: 'Disqualify' }).click();
    await dialog.getByText('Done for 1 of 2.').waitFor();
    await dialog.getByText('This lead is closed. Reactivate it first.').waitFor();
    await page.close();
  });

  it('says that it is offline, that the service is away, and comes back by itself or with a press', async () => {
    const page = await show();
    await rowsOf(page).first().waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^You are offline/).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^You are offline/).waitFor({ state: 'detached' });
    await page.route('**/api/leads?**', (route) =>
      route.fulfill({ status: 503, json: { type: '/problems/store-unavailable', status: 503 } }),
    );
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText(/^The leads cannot be reached just now/).waitFor();
    await page.unroute('**/api/leads?**');
    await page.getByRole('button', { name: 'Retry' }).click();
    await rowsOf(page).first().waitFor();
    await page.close();
  });

  it('asks who it is when the sign-in is not known, and goes on from there', async () => {
    const page = await open(server.browser, 'about:blank');
    await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: {} }));
    await page.goto(`${server.url}/tab/`);
    await page.getByRole('heading', { name: 'Your sign-in has expired.' }).waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await rowsOf(page).first().waitFor();
    await page.close();
  });

  it('shows a hostile name to the letter', async () => {
    const name = '<img src=x onerror=alert(1)> **x** [y](javascript:alert(1))';
    const [lead] = await seedLeads(server.url, 1, { companyName: name, topic: name });
    await api(server.url, `/leads/${lead?.id}/timeline`, { kind: 'note', text: name });
    const page = await show(`?lead=${lead?.id}`);
    await page.getByRole('list', { name: 'Timeline' }).getByText(name).waitFor();
    await rowOf(page, lead?.id ?? '')
      .getByTitle(name)
      .first()
      .waitFor();
    assert.equal(await page.locator('img, a[href^=javascript]').count(), 0);
    await page.close();
  });

  it('says when there is nothing, and that a lead of a link is gone', async () => {
    const page = await open(server.browser, `${server.url}/tab/?person=miriam`);
    await page.getByText('No leads here yet.').waitFor();
    const nowhere = crypto.randomUUID();
    await page.goto(`${server.url}/tab/?lead=${nowhere}`);
    await page
      .locator('.lead-card')
      .getByText(/This lead does not exist any more/)
      .waitFor();
    assert.equal((await fetch(`${server.url}/api/leads/${nowhere}`, { headers: SIGNED_IN })).status, 404);
    await page.close();
  });
});

function rowsOf(page: Page): Locator {
  return page.locator('tbody tr[data-row]');
}

function rowOf(page: Page, leadId: string): Locator {
  return rowsOf(page).filter({ has: page.locator(`a[href*="${leadId}"]`) });
}

async function choose(page: Page, leads: readonly { id: string }[]): Promise<void> {
  for (const { id } of leads) await rowOf(page, id).getByRole('checkbox').click();
}
