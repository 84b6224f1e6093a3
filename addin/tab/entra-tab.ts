import {
  AuthError,
  CacheLookupPolicy,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
  type SilentRequest,
} from '@azure/msal-browser';
import { type EntraApp, entraSettings, scopesOf } from '../shared/entra-settings.ts';
import type { SignInWish } from '../shared/sign-in.ts';
import type { TabHost } from './tab-host.ts';

let client: Promise<IPublicClientApplication> | undefined;

/**
 * A token of Entra ID for our API. Teams and Outlook lend their own sign-in, nested or as single sign-on; a browser
 * goes to Microsoft's page and comes back to where it was. Undefined when nobody can be signed in without asking.
 * @throws whatever the sign-in did
 */
export async function tabToken(app: EntraApp, host: TabHost, wish: SignInWish): Promise<string | undefined> {
  try {
    if (host.token && !host.nestsSignIn) return await host.token();
    client ??= host.kind === 'teams' ? createNestablePublicClientApplication(entraSettings(app)) : ownClient(app);
    return await fromClient(await client, app, host, wish);
  } catch (error) {
    client = undefined;
    throw error;
  }
}

async function ownClient(app: EntraApp): Promise<IPublicClientApplication> {
  const settings = entraSettings(app);
  const made = await createStandardPublicClientApplication({
    auth: { ...settings.auth, redirectUri: `${location.origin}/tab/` },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const answer = await made.handleRedirectPromise();
  if (answer) made.setActiveAccount(answer.account);
  return made;
}

async function fromClient(
  msal: IPublicClientApplication,
  app: EntraApp,
  host: TabHost,
  wish: SignInWish,
): Promise<string | undefined> {
  const account = msal.getActiveAccount() ?? msal.getAllAccounts()[0];
  const request = {
    scopes: scopesOf(app),
    forceRefresh: wish.renew === true,
    // Beyond the refresh token there is a hidden frame, which Microsoft's page would come back to and find no one.
    cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
    ...(account && { account }),
    ...(host.userAddress && { loginHint: host.userAddress }),
  };
  if (host.kind === 'teams') return fromTeams(msal, request, host, wish);
  const silent = account && (await msal.acquireTokenSilent(request).catch(unlessOffline));
  if (silent) return silent.accessToken;
  if (wish.interactive) await msal.acquireTokenRedirect(request);
  return undefined;
}

/** Teams lends its sign-in, and opens a window after a press; where it cannot, it may know somebody by single sign-on. */
async function fromTeams(
  msal: IPublicClientApplication,
  request: SilentRequest,
  host: TabHost,
  { interactive }: SignInWish,
): Promise<string | undefined> {
  try {
    const silent =
      host.userAddress && (await msal.acquireTokenSilent(request).catch(interactive ? unlessOffline : raise));
    if (silent) return silent.accessToken;
    return interactive ? (await msal.acquireTokenPopup(request)).accessToken : undefined;
  } catch (error) {
    if (error instanceof InteractionRequiredAuthError && !interactive) return undefined;
    if (!host.token || codeOf(error) === 'user_canceled') throw error;
    return host.token().catch(() => raise(error));
  }
}

/** Why nobody could be had silently matters little: somebody can be asked. Without a network nobody can. */
function unlessOffline(error: unknown): undefined {
  if (codeOf(error) === 'no_network_connectivity') throw error;
}

function raise(error: unknown): never {
  throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof AuthError ? error.errorCode : undefined;
}
