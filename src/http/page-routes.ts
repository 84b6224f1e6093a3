import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, normalize } from 'node:path';
import type { Config } from '../platform/config.ts';
import { ALLOWED_SCRIPTS, allowedScripts } from './allowed-scripts.ts';
import { CONTENT_SECURITY_POLICY, tabPolicy } from './content-security-policy.ts';
import type { RawRoute } from './http-server.ts';
import { officeFiles } from './office-files.ts';
import { previewOfficeFile } from './preview-office.ts';
import { HttpError } from './problem.ts';
import { send, sendJson } from './send.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const AJAX = 'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';
const OFFICE_TAG = /<script [^>]*src="([^"]*\/)office\.js"><\/script>/;
const SIGN_IN = 'data-sign-in=""';
/** Stands in the on-send script for where the server is. */
const NOWHERE = 'https://lead-desk.invalid';
/** Named after its content by the build. */
const NEVER_CHANGES = /-[A-Z\d]{8}\.(js|css)$/;

/** What anybody may read about the app: where it is, what it keeps, on what terms. */
export const ABOUT_PAGES: ReadonlyMap<string, string> = new Map([
  ['/', 'index.html'],
  ['/privacy', 'privacy.html'],
  ['/terms', 'terms.html'],
]);

type Place = Pick<Config, 'local' | 'PUBLIC_URL' | 'ENTRA_CLIENT_ID' | 'ENTRA_TENANT_ID'>;

/** What a page needs to sign somebody in; nothing until both are set, and then it says that nobody is signed in. */
function entraSignIn({ ENTRA_CLIENT_ID: clientId, ENTRA_TENANT_ID: tenantId }: Place): string {
  return clientId && tenantId
    ? `data-sign-in="entra" data-client-id="${clientId}" data-tenant-id="${tenantId}"`
    : SIGN_IN;
}

/** A page that fetches along what its office.js is about to ask for, where the address says which Outlook this is. */
function withOfficeFiles(html: string, query: string): string {
  const files = officeFiles(new URLSearchParams(query).get('_host_Info'));
  return html.replace(OFFICE_TAG, (tag, folder) => {
    // One that is asked for in another way than here would be fetched twice.
    const links = files.map(
      ({ file, isCrossOrigin }) =>
        `<link rel="preload" as="script"${isCrossOrigin ? ' crossorigin' : ''} href="${folder}${file}">`,
    );
    return [tag, ...links].join('\n    ');
  });
}

/** The pane, the tab, and in local mode the preview that hosts it. `root` is the folder the build wrote. */
export function pageRoutes(root: string, place: Place): RawRoute[] {
  const { local, PUBLIC_URL: publicUrl = '' } = place;
  const forPlace = (html: string) =>
    local
      ? html
          .replace(OFFICE_JS, '/preview/office/office.js')
          .replace(AJAX, '/preview/office/microsoft-ajax.js')
          .replace(SIGN_IN, 'data-sign-in="local"')
      : html.replace(SIGN_IN, entraSignIn(place));
  const page = (
    path: string,
    read: (name: string) => { body: Buffer | string; contentType: string } | undefined,
    policy = () => CONTENT_SECURITY_POLICY,
    // What was built stays as it is while the server runs.
    files = new Map<string, { body: Buffer; contentType: string }>(),
  ): RawRoute => ({
    method: 'get',
    path,
    handle: async (req, res) => {
      const name = String(req.params['*'] ?? '');
      const given = files.get(name) ?? read(name);
      if (!given) throw new HttpError('not-found', `There is nothing at ${req.getPath()}.`);
      const file = Buffer.isBuffer(given.body)
        ? { ...given, body: given.body }
        : { ...given, body: Buffer.from(given.body) };
      files.set(name, file);
      const query = req.getQuery();
      const isAsOutlookAsks = query.includes('_host_Info=') && name.endsWith('.html');
      await send(req, res, 200, isAsOutlookAsks ? withOfficeFiles(String(file.body), query) : file.body, {
        'content-type': file.contentType,
        'content-security-policy': policy(),
        'cache-control': NEVER_CHANGES.test(req.getPath()) ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    },
  });

  const built = (folder: string) => (name: string) => {
    const path = normalize(join(root, folder, name));
    if (!path.startsWith(join(root, folder)) || !existsSync(path) || !TYPES[extname(path)]) return undefined;
    const body = readFileSync(path);
    const contentType = TYPES[extname(path)] ?? '';
    const isPage = extname(path) === '.html';
    const isScript = basename(path) === 'on-send.js';
    if (isPage) return { body: forPlace(body.toString()), contentType };
    return { body: isScript ? body.toString().replace(NOWHERE, publicUrl) : body, contentType };
  };
  const about = [...ABOUT_PAGES].map(([path, name]) => page(path, () => built('about')(name)));
  const tab = built('tab');
  let known: string | undefined;
  const policyOfTab = () => {
    known ??= tabPolicy(String(tab('index.html')?.body));
    return known;
  };
  const routes: RawRoute[] = [
    page('/outlook/*', built('outlook')),
    page('/tab', () => tab('index.html'), policyOfTab),
    page('/tab/*', (name) => tab(name.replace(/^\/?$/, 'index.html')), policyOfTab),
    page('/icons/*', built('icons')),
    ...about,
    {
      method: 'get',
      path: ALLOWED_SCRIPTS,
      handle: (req, res) => sendJson(req, res, 200, { allowed: allowedScripts(publicUrl) }),
    },
  ];
  if (local) {
    routes.push(
      page('/preview', () => built('preview')('index.html')),
      page('/preview/office/*', previewOfficeFile),
      page('/preview/*', built('preview')),
    );
  }
  return routes;
}
