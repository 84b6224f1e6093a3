import type { Configuration } from '@azure/msal-browser';

/** The registration people sign in to. */
export type EntraApp = { clientId: string; tenantId: string };

/** Tokens in memory, no cookies: browsers withhold those from a page within another. */
export function entraSettings({ clientId, tenantId }: EntraApp): Configuration {
  return {
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      redirectUri: `${location.origin}/outlook/sign-in.html`,
    },
    cache: { cacheLocation: 'memoryStorage' },
  };
}

/** The one permission our API has; with it comes the right audience. */
export function scopesOf({ clientId }: EntraApp): string[] {
  return [`api://${clientId}/access_as_user`];
}
