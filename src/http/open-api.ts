import * as z from 'zod';
import type { Described } from './route.ts';
import { problemWire } from './wire.ts';

const METHODS = { get: 'get', post: 'post', patch: 'patch', del: 'delete' } as const;

/** The API as OpenAPI 3.1, made from the very schemas that check requests. */
export function openApi(routes: readonly Described[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [METHODS[route.method]]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lead Desk',
      version: '1',
      description:
        'Leads, their timeline and the mails they come from. Errors are application/problem+json; `instance` is the id ' +
        'to name when asking for help. Bodies may have 1 MB, 35 MB where mails, files or tables are taken; pages 100 items.',
    },
    security: [{ bearer: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        site: { type: 'apiKey', in: 'header', name: 'X-Inquiry-Key' },
      },
      schemas: { Problem: schemaOf(problemWire, 'output') },
    },
    paths,
  };
}

function operation(route: Described): object {
  const { summary, query, body, takes, gives, csv, ifMatch, method, path, forWebsites } = route;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) =>
    parameter(String(name), 'path', { type: 'string' }, true),
  );
  const headers = [
    ...(ifMatch ? [parameter('If-Match', 'header', { type: 'string' }, ifMatch === 'required')] : []),
    ...(method === 'post' && !forWebsites ? [IDEMPOTENCY_KEY] : []),
  ];
  const content = body ? bodyTypes(route, schemaOf(body, 'input')) : takes && { files: FILES, csv: CSV }[takes];
  const requestBody = content && { requestBody: { required: true, content } };
  const answers = Object.entries(gives).map(([status, schema]) => [
    status,
    {
      description: summary,
      ...(schema === 'bytes' && { content: { '*/*': {} } }),
      ...(schema &&
        schema !== 'bytes' && {
          content: { 'application/json': { schema: schemaOf(schema, 'output') }, ...(csv && CSV) },
        }),
    },
  ]);
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    summary,
    operationId: `${method} ${path}`.replace(/\W+/g, '-').replace(/-$/, ''),
    // A key in a field of the form says the same as in the header.
    ...(forWebsites && { security: [{ site: [] }, {}] }),
    parameters: [...inPath, ...(query ? queryParameters(query) : []), ...headers],
    ...requestBody,
    responses: { ...Object.fromEntries(answers), default: { description: 'Refused, and why', content: problem } },
  };
}

const CSV = { 'text/csv': { schema: { type: 'string' } } };
const FILES = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } },
    },
  },
  'application/octet-stream': {},
};

function bodyTypes({ method, forWebsites }: Described, schema: object) {
  if (forWebsites) return { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } };
  return { [method === 'patch' ? 'application/merge-patch+json' : 'application/json']: { schema } };
}

function queryParameters(query: z.ZodType): object[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => parameter(name, 'query', schema, required.includes(name)));
}

function parameter(name: string, where: 'path' | 'query' | 'header', schema: object, required: boolean) {
  return { name, in: where, required, schema };
}

const IDEMPOTENCY_KEY = parameter('Idempotency-Key', 'header', { type: 'string', maxLength: 255 }, false);

/** A schema as OpenAPI 3.1 has it: of what comes in, or of what goes out. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
