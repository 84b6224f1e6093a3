import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsPage } from './docs-page.ts';
import type { RawRoute } from './http-server.ts';
import { openApi } from './open-api.ts';
import type { Described } from './route.ts';
import { send } from './send.ts';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** `GET /openapi.json` and `/docs`. `root` is the folder the build wrote. */
export function docsRoutes(root: string, routes: readonly Described[]): RawRoute[] {
  // Made when somebody first looks: most servers start many times before anybody does.
  const description = once(() => openApi(routes));
  const json = once(() => JSON.stringify(description()));
  const page = once(() => docsPage(description()));
  const style = join(root, 'docs.css');
  const fixed = (path: string, body: () => string, contentType: string): RawRoute => ({
    method: 'get',
    path,
    handle: (req, res) =>
      send(req, res, 200, body(), { 'content-type': contentType, 'content-security-policy': POLICY }),
  });
  return [
    fixed('/openapi.json', json, 'application/json'),
    fixed('/docs', page, 'text/html; charset=utf-8'),
    fixed(
      '/docs.css',
      once(() => (existsSync(style) ? readFileSync(style, 'utf8') : '')),
      'text/css',
    ),
  ];
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
