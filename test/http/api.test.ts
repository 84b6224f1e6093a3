import assert from 'node:assert/strict';
import { VERBS } from '../../src/cards/verbs.ts';
import { API_ROUTES } from '../../src/http/api-routes.ts';
import { docsPage } from '../../src/http/docs-page.ts';
import { INQUIRIES, inquiryRoute } from '../../src/http/inquiry-route.ts';
import { openApi } from '../../src/http/open-api.ts';
import { RateLimits } from '../../src/http/rate-limits.ts';
import { temporaryServer } from './temporary-server.ts';

type Schema = { anyOf?: Schema[]; properties?: Record<string, Schema>; required?: string[]; const?: string };

describe('the HTTP API', () => {
  let url: string;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    const keys = new Map([['secret-of-the-site', 'www.contoso.com']]);
    ({ url, stop } = await temporaryServer((desk) => [inquiryRoute(desk, keys, new RateLimits('off', 0))]));
  });
  afterEach(() => stop());

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const all = { authorization: 'Bearer local:alex', connection: 'close', ...headers };
    const response = await fetch(url + path, { method, headers: all, ...(body !== undefined && { body: text }) });
    const answer = await response.text();
    return { status: response.status, headers: response.headers, body: answer ? JSON.parse(answer) : undefined };
  };

  it('creates, changes with If-Match, and refuses an old version', async () => {
    const made = await call('POST', '/api/leads', { lastName: 'Doe', companyName: 'Fabrikam' });
    assert.equal(made.status, 201);
    assert.equal(made.body.topic, 'Fabrikam');
    const path = `/api/leads/${made.body.id}`;
    assert.equal((await call('PATCH', path, { rating: 'hot' })).status, 428);
    const patch = { 'if-match': made.headers.get('etag') ?? '', 'content-type': 'application/merge-patch+json' };
    const patched = await call('PATCH', path, { rating: 'hot' }, patch);
    assert.equal(patched.body.rating, 'hot');
    const [told] = (await call('GET', `${path}/audit`)).body.items;
    assert.deepEqual([told.field, told.requestId], ['rating', patched.headers.get('x-request-id')]);
    assert.equal((await call('PATCH', path, { rating: 'cold' }, patch)).status, 412);
    for (const foreign of ['"x"', '2', '']) {
      assert.equal((await call('DELETE', path, undefined, { 'if-match': foreign })).status, 412, foreign);
    }
    assert.equal((await call('DELETE', path, undefined, { 'if-match': '*' })).status, 204);
    assert.equal((await call('GET', path)).status, 404);
  });

  it('names every wrong field and writes nothing', async () => {
    const { status, headers, body } = await call('POST', '/api/leads', { topic: 'x'.repeat(301), email: 'no' });
    assert.equal(status, 422);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.deepEqual(body.errors.map(({ field }: { field: string }) => field).sort(), ['email', 'lastName', 'topic']);
    assert.deepEqual((await call('GET', '/api/leads?view=all')).body.items, []);
  });

  it('answers what is not JSON, too large, unknown or unsigned with its own status', async () => {
    assert.equal((await call('POST', '/api/leads', '{')).status, 400);
    assert.equal((await call('POST', '/api/leads', { lastName: 'x'.repeat(5_000_000) })).status, 413);
    assert.equal((await call('POST', '/api/actions', { verb: 'constructor' })).status, 400);
    assert.equal((await call('GET', '/api/leads', undefined, { authorization: 'Bearer local:nobody' })).status, 401);
    assert.equal(
      (await call('POST', '/api/leads', { lastName: 'x' }, { authorization: 'Bearer local:adele' })).status,
      403,
    );
  });

  it('answers a refused button with a card that says why', async () => {
    const { body: lead } = await call('POST', '/api/leads', { lastName: 'Doe', companyName: 'Fabrikam' });
    const qualify = { leadId: lead.id, version: 1, createContact: 'true' };
    const refused = await call('POST', '/api/actions', { verb: 'lead.qualify', data: qualify });
    assert.equal(refused.body.refused, 'invalid-input');
    assert.match(JSON.stringify(refused.body.card), /Currency is required/);
    const stale = await call('POST', '/api/actions', {
      verb: 'lead.reactivate',
      data: { leadId: lead.id, version: 9 },
    });
    assert.equal(stale.body.refused, 'lead-changed');
    assert.match(JSON.stringify(stale.body.card), /Last changed by Alex Wilber/);
  });

  it('answers the same key with the same answer, and makes one lead', async () => {
    const key = { 'idempotency-key': 'order-66' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call('POST', '/api/leads', { lastName: 'Doe' }, key)),
    );
    assert.ok(answers.every(({ status }) => status === 201 || status === 409));
    const again = await call('POST', '/api/leads', { lastName: 'Doe' }, key);
    assert.equal(again.status, 201);
    assert.equal(again.headers.get('location'), `/api/leads/${again.body.id}`);
    assert.equal((await call('GET', '/api/leads?view=all')).body.items.length, 1);
    assert.equal((await call('POST', '/api/leads', { lastName: 'Other' }, key)).status, 422);
    const megan = await call(
      'POST',
      '/api/leads',
      { lastName: 'Other' },
      { ...key, authorization: 'Bearer local:megan' },
    );
    assert.equal(megan.status, 201);
  });

  it('refuses a likely duplicate with the candidates, and takes it when told to', async () => {
    const jane = { firstName: 'Jane', lastName: 'Doe', email: 'jane@fabrikam.example' };
    const { body: first } = await call('POST', '/api/leads', jane);
    const refused = await call('POST', '/api/leads', { lastName: 'D', email: 'JANE@fabrikam.example' });
    assert.equal(refused.status, 409);
    assert.equal(refused.body.type, '/problems/duplicate-lead');
    assert.deepEqual([refused.body.candidates[0].id, refused.body.candidates[0].reasons], [first.id, ['same-email']]);
    assert.equal((await call('POST', '/api/leads?duplicates=allow', jane)).status, 201);
  });

  it('shows what a qualification made, with the lead’s notes on the opportunity, and who did it', async () => {
    const { body: lead } = await call('POST', '/api/leads', {
      lastName: 'Doe',
      companyName: 'Fabrikam',
      estimatedValue: '1000.5',
    });
    await call('POST', `/api/leads/${lead.id}/timeline`, { kind: 'note', text: 'Met at the fair' });
    const ticked = { createAccount: true, createContact: true, createOpportunity: true, currency: 'JPY' };
    const { body } = await call('POST', `/api/leads/${lead.id}/qualify`, ticked);
    const opportunity = await call('GET', `/api/opportunities/${body.opportunity.id}`);
    assert.deepEqual([opportunity.body.notes[0].text, opportunity.body.estimatedValue], ['Met at the fair', '1001']);
    assert.equal((await call('GET', `/api/accounts/${body.account.id}`)).body.name, 'Fabrikam');
    assert.equal((await call('GET', `/api/contacts/${lead.id}`)).status, 404);
    const { body: audit } = await call('GET', `/api/leads/${lead.id}/audit`);
    const line = audit.items.find(({ field }: { field: string }) => field === 'status');
    assert.deepEqual([line.old, line.new, line.surface, line.by.name], ['open', 'qualified', 'api', 'Alex Wilber']);
    assert.equal(
      (await call('GET', `/api/leads/${lead.id}/audit`, undefined, { authorization: 'Bearer local:megan' })).status,
      403,
    );
  });

  it('answers for each of many', async () => {
    const made = await Promise.all(['A', 'B'].map((lastName) => call('POST', '/api/leads', { lastName })));
    const leadIds = [...made.map(({ body }) => body.id), 'nobody'];
    const { body } = await call('POST', '/api/leads/disqualify', { leadIds, reason: 'lost' });
    const told = body.results.map(
      ({ lead, error }: { lead?: { status: string }; error?: { code: string } }) => lead?.status ?? error?.code,
    );
    assert.deepEqual(told, ['disqualified', 'disqualified', 'lead-not-found']);
  });

  it('takes a website’s inquiry as an unassigned lead, in JSON and as a form, and forgets programs', async () => {
    const key = { 'x-inquiry-key': 'secret-of-the-site' };
    assert.equal((await call('POST', '/api/inquiries', { lastName: 'Doe' })).status, 401);
    assert.equal((await call('POST', '/api/inquiries', { firstName: 'Jane' }, key)).status, 422);
    assert.equal((await call('POST', '/api/inquiries', { lastName: 'Doe', ownerId: 'me' }, key)).status, 422);
    assert.equal((await call('POST', '/api/inquiries', { lastName: 'Doe', email: 'a@b.example' }, key)).status, 202);
    const form = { ...key, 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal((await call('POST', '/api/inquiries', 'lastName=Archie&topic=Price+list', form)).status, 202);
    assert.equal((await call('POST', '/api/inquiries', 'lastName=Robot&homepage=x', form)).status, 202);
    const { items } = (await call('GET', '/api/leads?view=unassigned')).body;
    assert.deepEqual(
      items.map((lead: Record<string, string>) => [lead.lastName, lead.source, lead.createdVia, lead.ownerId]),
      [
        ['Archie', 'web', 'form', null],
        ['Doe', 'web', 'form', null],
      ],
    );
  });

  it('takes ten inquiries a minute from a visitor, and more from a site’s server, which speaks for many', async () => {
    const send = (count: number, body: object, headers?: Record<string, string>) =>
      Promise.all(Array.from({ length: count }, () => call('POST', '/api/inquiries', body, headers)));
    const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
    const visitor = await send(11, { lastName: 'Doe', key: 'secret-of-the-site' });
    assert.deepEqual(statuses(visitor), [...Array(10).fill(202), 429]);
    const refused = visitor.find(({ status }) => status === 429);
    assert.ok(Number(refused?.headers.get('retry-after')) > 0);
    const server = await send(20, { lastName: 'Doe' }, { 'x-inquiry-key': 'secret-of-the-site' });
    assert.deepEqual(statuses(server), Array(20).fill(202));
  });

  it('loses no inquiry to what browsers send along: empty inputs, an address in its parts, fields of the form’s own', async () => {
    const form = { 'x-inquiry-key': 'secret-of-the-site', 'content-type': 'application/x-www-form-urlencoded' };
    const parts = 'street=1+Main+St&city=Lyon&stateOrProvince=&postalCode=69001&country=France';
    const sent = `lastName=Doe&companyName=Fabrikam&topic=&email=&${parts}&utm_source=ad&g-recaptcha-response=x&toString=x`;
    assert.equal((await call('POST', '/api/inquiries', sent, form)).status, 202);
    const { items } = (await call('GET', '/api/leads?view=unassigned')).body;
    assert.equal(items[0].topic, 'Fabrikam');
    const address = {
      street: '1 Main St',
      city: 'Lyon',
      stateOrProvince: null,
      postalCode: '69001',
      country: 'France',
    };
    assert.deepEqual(items[0].address, address);
    const refused = await call('POST', '/api/inquiries', 'lastName=Doe&rating=hot&status=qualified&utm_id=1', form);
    assert.equal(refused.status, 422);
    assert.deepEqual(
      refused.body.errors.map(({ field }: { field: string }) => field),
      ['rating', 'status'],
    );
  });

  it('takes an empty topic of a new lead for a missing one, and lets nobody empty that of a lead', async () => {
    for (const topic of ['', ' ', null]) {
      const { status, body } = await call('POST', '/api/leads?duplicates=allow', { lastName: 'Doe', topic });
      assert.deepEqual([status, body.topic], [201, 'Doe']);
      const emptied = await call('PATCH', `/api/leads/${body.id}`, { topic }, { 'if-match': '*' });
      assert.equal(emptied.status, 422);
    }
  });

  it('describes every address on a page to read', () => {
    const page = docsPage(openApi(API_ROUTES));
    for (const { path } of API_ROUTES) assert.ok(page.includes(path.replace(/:(\w+)/g, '{$1}')), path);
  });

  it('describes the data of every verb, how long texts may be, and the table beside the page', () => {
    const { paths } = openApi(API_ROUTES);
    const body = (path: string) => {
      const operation = paths[path]?.post as { requestBody: { content: Record<string, { schema: Schema }> } };
      return operation.requestBody.content['application/json']?.schema;
    };
    const actions = body('/api/actions')?.anyOf ?? [];
    assert.deepEqual(
      actions.map(({ properties }) => properties?.verb?.const),
      Object.keys(VERBS),
    );
    const show = actions.find(({ properties }) => properties?.verb?.const === 'lead.show');
    assert.deepEqual(show?.required, ['verb', 'data']);
    assert.deepEqual(Object.keys(show?.properties?.data?.properties ?? {}), ['leadId']);
    assert.ok(body('/api/actions')?.properties?.mail?.properties?.subject);
    const lead = body('/api/leads')?.properties;
    const longest = (field: string) => JSON.stringify(lead?.[field]).match(/"maxLength":(\d+)/)?.[1];
    assert.deepEqual(['topic', 'lastName', 'firstName', 'companyName', 'description'].map(longest), [
      '300',
      '50',
      '50',
      '100',
      '2000',
    ]);
    const page = paths['/api/leads']?.get as { responses: Record<string, { content: object }> };
    assert.deepEqual(Object.keys(page.responses[200]?.content ?? {}), ['application/json', 'text/csv']);
  });

  it('describes the address of website forms with their key and their way to send', () => {
    const { paths } = openApi([INQUIRIES]);
    const operation = paths['/api/inquiries']?.post as {
      security: object[];
      parameters: object[];
      requestBody: { content: Record<string, { schema: { properties: object; additionalProperties?: false } }> };
    };
    assert.deepEqual([operation.security, operation.parameters], [[{ site: [] }, {}], []]);
    const schema = operation.requestBody.content['application/x-www-form-urlencoded']?.schema;
    assert.ok(schema && ['key', 'lastName', 'street'].every((field) => Object.hasOwn(schema.properties, field)));
    assert.notEqual(schema.additionalProperties, false);
  });

  it('imports a table of leads, and gives a page of them as one', async () => {
    const table = 'Full Name;Firma\nJane Doe;Contoso\n;Litware\nAnn Beebe;Fabrikam\n';
    const { status, body } = await call('POST', '/api/leads/import', table, { 'content-type': 'text/csv' });
    assert.equal(status, 200);
    assert.deepEqual(body.columns[1], { header: 'Firma', field: 'companyName' });
    assert.deepEqual(body.counts, { created: 2, 'would-create': 0, duplicate: 0, refused: 1 });
    assert.deepEqual(body.results[1], {
      row: 3,
      outcome: 'refused',
      errors: [{ field: 'lastName', message: 'is required' }],
    });
    const refused = await call('POST', '/api/leads/import', 'Firma\nContoso\n');
    assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'lastName']);
    const authorization = 'Bearer local:alex';
    const page = await fetch(`${url}/api/leads?view=all&limit=1`, { headers: { authorization, accept: 'text/csv' } });
    assert.match(page.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(page.headers.get('link') ?? '', /^<\/api\/leads\?view=all&limit=1&cursor=.+>; rel="next"$/);
    assert.match(await page.text(), /^\ufeff?Topic,First Name,Last Name,.*\r\nFabrikam,Ann,Beebe,/);
  });

  it('compresses what is worth it', async () => {
    for (let nth = 0; nth < 5; nth++) await call('POST', '/api/leads', { lastName: `Doe ${nth}` });
    const { headers, body } = await call('GET', '/api/leads?view=all', undefined, { 'accept-encoding': 'gzip' });
    assert.equal(headers.get('content-encoding'), 'gzip');
    assert.equal(body.items.length, 5);
  });
});
