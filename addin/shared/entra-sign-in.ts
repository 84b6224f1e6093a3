/// <reference types="office-js" />
import {
  type AuthenticationResult,
  createNestablePublicClientApplication,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { type DialogToken, dialogToken } from './dialog-sign-in.ts';
import { type EntraApp, entraSettings, scopesOf } from './entra-settings.ts';
import type { SignInWish } from './sign-in.ts';
import { SignedOut } from './signed-out.ts';

let nested: Promise<IPublicClientApplication> | undefined;
// Outlooks that say they can and cannot are known only by trying.
let nestedWorks = true;
let fromDialog: DialogToken | undefined;
let wasSignedIn = false;

const sparedMs = 60_000;

/**
 * A token of Entra ID for our API: by nested app authentication, in which Outlook lends its own sign-in; where that
 * does not work by a window of our own. Kept in memory only.
 * @throws SignedOut when nobody can be signed in without asking, or the asking failed
 */
export async function entraToken(app: EntraApp, userAddress: string, wish: SignInWish): Promise<string> {
  const token = (await nestedToken(app, userAddress, wish)) ?? (await ownToken(wish));
  wasSignedIn = true;
  return token;
}

async function nestedToken(app: EntraApp, userAddress: string, wish: SignInWish): Promise<string | undefined> {
  if (!nestedWorks || !Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) return undefined;
  try {
    nested ??= createNestablePublicClientApplication(entraSettings(app));
    const msal = await nested;
    const request = { scopes: scopesOf(app), loginHint: userAddress, forceRefresh: wish.renew === true };
    const silent: AuthenticationResult | undefined = await msal.acquireTokenSilent(request).catch((error) => {
      if (!isInteractionNeeded(error)) throw error;
      return undefined;
    });
    if (silent) return silent.accessToken;
    if (!wish.interactive) throw new SignedOut('Somebody has to sign in', { expired: wasSignedIn });
    return (await msal.acquireTokenPopup(request)).accessToken;
  } catch (error) {
    if (error instanceof SignedOut) throw error;
    nestedWorks = false;
    return undefined;
  }
}

async function ownToken(wish: SignInWish): Promise<string> {
  if (wish.renew) fromDialog = undefined;
  if (fromDialog && fromDialog.expiresAt > Date.now() + sparedMs) return fromDialog.token;
  if (!wish.interactive) throw new SignedOut('Somebody has to sign in', { expired: wasSignedIn });
  fromDialog = await dialogToken();
  return fromDialog.token;
}

function isInteractionNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'InteractionRequiredAuthError';
}
