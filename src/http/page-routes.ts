import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { RawRoute } from './http-server.ts';
import { previewOfficeFile } from './preview-office.ts';
import { HttpError } from './problem.ts';
import { send } from './send.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
// The hosts of Outlook and Teams, from Microsoft's list for tabs.
const HOSTS =
  "'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook.live.com";

/** What anybody may read about the app: where it is, what it keeps, on what terms. */
export const ABOUT_PAGES: ReadonlyMap<string, string> = new Map([
  ['/', 'index.html'],
  ['/privacy', 'privacy.html'],
  ['/terms', 'terms.html'],
]);

/** The pane, and in local mode the preview that hosts it. `root` is the folder the build wrote. */
export function pageRoutes(root: string, { local }: { local: boolean }): RawRoute[] {
  const csp = [
    "default-src 'none'",
    `script-src 'self' https://appsforoffice.microsoft.com`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' https://login.microsoftonline.com",
    "frame-src 'self'",
    `frame-ancestors ${HOSTS}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

  const page = (
    path: string,
    read: (name: string) => { body: Buffer | string; contentType: string } | undefined,
  ): RawRoute => ({
    method: 'get',
    path,
    handle: async (req, res) => {
      const file = read(String(req.params['*'] ?? ''));
      if (!file) throw new HttpError('not-found', `There is nothing at ${req.getPath()}.`);
      await send(req, res, 200, file.body, {
        'content-type': file.contentType,
        'content-security-policy': csp,
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      });
    },
  });

  const built = (folder: string) => (name: string) => {
    const path = normalize(join(root, folder, name));
    if (!path.startsWith(join(root, folder)) || !existsSync(path) || !TYPES[extname(path)]) return undefined;
    const body = readFileSync(path);
    const contentType = TYPES[extname(path)] ?? '';
    if (extname(path) !== '.html' || !local) return { body, contentType };
    return {
      body: body
        .toString()
        .replace(OFFICE_JS, '/preview/office/office.js')
        .replace('data-sign-in=""', 'data-sign-in="local"'),
      contentType,
    };
  };
  const about = [...ABOUT_PAGES].map(([path, name]) => page(path, () => built('about')(name)));
  const routes = [page('/outlook/*', built('outlook')), page('/icons/*', built('icons')), ...about];
  if (local) {
    routes.push(
      page('/preview', () => built('preview')('index.html')),
      page('/preview/office/*', previewOfficeFile),
      page('/preview/*', built('preview')),
    );
  }
  return routes;
}
