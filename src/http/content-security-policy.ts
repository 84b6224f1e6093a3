import { createHash } from 'node:crypto';

/** Who may show our pages within theirs: Outlook and Teams, from Microsoft's list for tabs, with Outlook's test rings. */
const HOSTS = [
  "'self'",
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office365.com',
  'https://outlook.live.com',
];
// Office.js comes from Microsoft only, and so does the Ajax library that it needs.
const OFFICE = 'https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js';
const SIGN_IN = 'https://login.microsoftonline.com';

// The list of hosts that teams-js trusts; without it, it goes by the one it was built with.
const TEAMS_HOSTS = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';

/** What a page may load, talk to and be shown in; nothing written into the page itself runs. */
export const CONTENT_SECURITY_POLICY = policy({});

/** The Leads tab's: what the build wrote into the page runs as well, by what it hashes to, and nothing else that is. */
export function tabPolicy(page: string): string {
  const written = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  const scripts = written.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return policy({ scripts, connects: [TEAMS_HOSTS] });
}

function policy({ scripts = [], connects = [] }: { scripts?: string[]; connects?: string[] }): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts, OFFICE].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", SIGN_IN, ...connects].join(' ')}`,
    `frame-src 'self' ${SIGN_IN}`,
    `frame-ancestors ${HOSTS.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
