import assert from 'node:assert/strict';
import fc from 'fast-check';
import { API_ROUTES } from '../../src/http/api-routes.ts';
import { openApi } from '../../src/http/open-api.ts';
import type { Route } from '../../src/http/route.ts';
import { problemWire } from '../../src/http/wire.ts';
import { addToTimeline } from '../../src/leads/add-to-timeline.ts';
import { createLead } from '../../src/leads/create-lead.ts';
import { actor } from '../temporary-desk.ts';
import { temporaryServer } from './temporary-server.ts';

type Schema = Record<string, unknown> & {
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  enum?: unknown[];
};

function required(schema: Schema): [string, Schema][] {
  const names = (schema.required as string[] | undefined) ?? [];
  return Object.entries(schema.properties ?? {}).filter(([name]) => names.includes(name));
}

/** Values near a schema: mostly what it asks for, sometimes anything else. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: fitting(schema) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
}

const moments = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf;
  if (either?.length) return fc.oneof(...either.map(near));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      // A few fields at a time: with all of them at once something is always wrong.
      return fc
        .subarray(properties, { maxLength: Math.min(4, properties.length) })
        .chain((some) =>
          fc.record(Object.fromEntries([...required(schema), ...some].map(([name, inner]) => [name, near(inner)]))),
        );
    }
    case 'array':
      return fc.array(near(schema.items ?? {}), { maxLength: 3 });
    case 'integer':
      return fc.integer();
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      if (schema.format === 'uuid') return fc.uuid();
      if (schema.format === 'date-time') return moments;
      if (schema.format === 'date') return moments.map((moment) => moment.slice(0, 10));
      return fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.emailAddress(),
        fc.uuid(),
        moments,
        fc.constantFrom('USD', 'a\u0000b', '\ud800', '12.5'),
      );
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

describe('every address of the API, asked for anything', function () {
  this.timeout(120_000);

  it('answers with what it says it answers, or with a problem that is not a fault of the server', async () => {
    const { desk, url, stop } = await temporaryServer();
    const { paths } = openApi(API_ROUTES);
    const ids = [desk.newId()];
    for (const companyName of ['Fabrikam', 'Litware', 'Contoso']) {
      const { lead } = await createLead(desk, actor('alex'), { lastName: 'Doe', companyName }, { via: 'api' });
      const note = await addToTimeline(desk, actor('alex'), lead.id, { kind: 'note', text: 'Hello' });
      ids.push(lead.id, note.id);
    }

    for (const route of API_ROUTES) {
      const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[
        route.method === 'del' ? 'delete' : route.method
      ] as {
        parameters: { name: string; in: string; schema: Schema }[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      };
      const queries = operation.parameters.filter((parameter) => parameter.in === 'query');
      const request = fc.record({
        id: fc.nat(),
        query: fc.record(
          Object.fromEntries(
            queries.map(({ name, schema }) => [
              name,
              near(schema).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
            ]),
          ),
          {
            requiredKeys: [],
          },
        ),
        body: near(Object.values(operation.requestBody?.content ?? {})[0]?.schema ?? {}),
        who: fc.constantFrom('alex', 'miriam', 'adele', 'admin'),
        ifMatch: fc.constantFrom('*', '"1"', '"2"', 'nonsense', undefined),
      });
      const makesMore = route.method === 'post' && /^\/api\/leads(\/:id\/timeline)?$/.test(route.path);
      await fc.assert(
        fc.asyncProperty(request, async ({ id, query, body, who, ifMatch }) => {
          const path = route.path.replace(':id', encodeURIComponent(ids[id % ids.length] ?? ''));
          const search = new URLSearchParams(query as Record<string, string>);
          const response = await fetch(`${url}${path}?${search}`, {
            method: route.method === 'del' ? 'DELETE' : route.method.toUpperCase(),
            headers: { authorization: `Bearer local:${who}`, ...(ifMatch && { 'if-match': ifMatch }) },
            ...(route.method !== 'get' && { body: JSON.stringify(body) ?? '' }),
          });
          const text = await response.text();
          const answer = text ? JSON.parse(text) : undefined;
          holds(route, response.status, answer);
          if (response.status === 201 && makesMore) ids.push(answer.id);
        }),
        // Most of what is asked at random is refused; what the others are asked about must not be left to chance.
        { numRuns: Number(process.env.FUZZ_RUNS ?? 60) * (makesMore ? 3 : 1) },
      );
    }
    assert.ok(ids.length > 15, 'the run made leads and entries of its own');
    await stop();
  });
});

function holds(route: Route, status: number, answer: unknown): void {
  const where = `${route.method} ${route.path} ${status}`;
  assert.ok(status < 500, `${where}: ${JSON.stringify(answer)}`);
  const schema = status < 400 ? route.gives[status] : problemWire;
  assert.notEqual(schema, undefined, `${where} is not described`);
  if (schema === 'bytes') return;
  const parsed = schema ? schema.safeParse(answer) : { success: answer === undefined, error: undefined };
  assert.ok(parsed.success, `${where} breaks its own schema: ${parsed.error?.message} ${JSON.stringify(answer)}`);
}
