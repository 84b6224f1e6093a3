import {
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
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
    ...(account && { account }),
    ...(host.userAddress && { loginHint: host.userAddress }),
  };
  const isKnown = account || host.userAddress;
  const silent = isKnown
    ? await msal.acquireTokenSilent(request).catch((error) => {
        if (!(error instanceof InteractionRequiredAuthError)) throw error;
        return undefined;
      })
    : undefined;
  if (silent) return silent.accessToken;
  if (!wish.interactive) return undefined;
  if (host.kind === 'teams') return (await msal.acquireTokenPopup(request)).accessToken;
  await msal.acquireTokenRedirect(request);
  return undefined;
}
