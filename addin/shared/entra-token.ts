/// <reference types="office-js" />
import { createNestablePublicClientApplication } from '@azure/msal-browser';
import { dialogToken } from './dialog-sign-in.ts';
import { type EntraApp, entraSettings, scopesOf } from './entra-settings.ts';
import { EntraSignIn } from './entra-sign-in.ts';
import type { SignInWish } from './sign-in.ts';

const patienceMs = 10_000;

let signIn: EntraSignIn | undefined;

/**
 * A token of Entra ID for our API.
 * @throws SignedOut, NetworkProblem
 */
export function entraToken(app: EntraApp, userAddress: string, wish: SignInWish): Promise<string> {
  signIn ??= new EntraSignIn({
    nested: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')
      ? () => createNestablePublicClientApplication(entraSettings(app))
      : undefined,
    inWindow: dialogToken,
    scopes: scopesOf(app),
    now: Date.now,
    tooLong: () => new Promise((resolve) => setTimeout(resolve, patienceMs)),
  });
  return signIn.token(userAddress, wish);
}
