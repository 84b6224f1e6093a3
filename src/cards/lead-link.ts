const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The address of a lead; opened in a browser it leads to the lead in the Leads tab, pasted in Teams it unfolds. */
export function leadLink(publicUrl: string, leadId: string): string {
  return `${publicUrl}/leads/${leadId}`;
}

/** Where a lead opens in the Leads tab. */
export function leadTabPath(leadId: string): string {
  return `/tab/?lead=${encodeURIComponent(leadId)}`;
}

/** The app as its manifest names it, and its tab: what a link into Teams is made of. */
export const TEAMS_APP = { id: '6b1f7f0e-3d7a-4b61-9a52-0c6c5b8f1d10', tab: 'leads' } as const;

/**
 * Opens a lead in the Leads tab within Teams.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function leadInTeams(publicUrl: string, leadId: string): string {
  const query = new URLSearchParams({
    webUrl: leadLink(publicUrl, leadId),
    context: JSON.stringify({ subEntityId: leadId }),
  });
  return `https://teams.microsoft.com/l/entity/${TEAMS_APP.id}/${TEAMS_APP.tab}?${query}`;
}

/** Whose links unfold, as the manifest declares them: without scheme and port. */
export function unfurlDomains(publicUrl: string): string[] {
  return [new URL(publicUrl).hostname];
}

/**
 * The lead an address is about: its own, its place in the tab, or a Teams deep link to that place. Undefined for
 * everything else; the address is only read, never fetched.
 */
export function leadInLink(publicUrl: string, address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return undefined;
  const isOurs = hostOf(url) === hostOf(new URL(publicUrl));
  const id = isOurs ? (leadInPath(url) ?? leadInTab(url)) : leadInDeepLink(url);
  return id && ID.test(id) ? id.toLowerCase() : undefined;
}

/** This machine has two names. */
function hostOf({ host }: URL): string {
  return host.replace(/^localhost(?=:|$)/, '127.0.0.1');
}

function leadInPath({ pathname }: URL): string | undefined {
  return /^\/leads\/([^/]+)\/?$/.exec(pathname)?.[1];
}

function leadInTab({ pathname, searchParams }: URL): string | undefined {
  return /^\/tab\/(?:index\.html)?$/.test(pathname) ? (searchParams.get('lead') ?? undefined) : undefined;
}

/** `https://teams.microsoft.com/l/entity/<app>/<tab>?context={"subEntityId":"<lead>"}` */
function leadInDeepLink({ hostname, pathname, searchParams }: URL): string | undefined {
  const isTeams = /^teams\.(?:cloud\.)?microsoft(?:\.com)?$/.test(hostname) && pathname.startsWith('/l/entity/');
  return isTeams ? /"subEntityId"\s*:\s*"([^"]*)"/.exec(searchParams.get('context') ?? '')?.[1] : undefined;
}
