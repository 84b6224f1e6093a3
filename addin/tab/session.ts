import { signal } from '@preact/signals';
import type { SignInWish } from '../shared/sign-in.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { localPerson, localToken } from './local-person.ts';
import type { TabHost } from './tab-host.ts';

/** `out` shows the page that asks to sign in. */
export const signedIn = signal<'in' | 'out' | 'expired'>('in');

let host: TabHost = { kind: 'browser', locale: 'en' };
let wasSignedIn = false;

export function startSession(shownBy: TabHost): void {
  host = shownBy;
}

export function hostNow(): TabHost {
  return host;
}

/** Whether one can choose whom to be: local mode, and no host that tells. */
export function choosesPerson(): boolean {
  return document.documentElement.dataset.signIn === 'local' && !host.userAddress;
}

/** What to show the lead service. @throws SignedOut */
export async function token(wish: SignInWish = {}): Promise<string> {
  const { signIn, clientId, tenantId } = document.documentElement.dataset;
  if (signIn === 'local') return localToken(host.userAddress ?? localPerson());
  if (signIn !== 'entra' || !clientId || !tenantId) throw new SignedOut('Nobody set up how to sign in');
  const { tabToken } = await import('./entra-tab.ts');
  const answer = await tabToken({ clientId, tenantId }, host, wish).catch((error) => {
    throw new SignedOut(error instanceof Error ? error.message : String(error), { expired: wasSignedIn });
  });
  if (!answer) throw new SignedOut('Somebody has to sign in', { expired: wasSignedIn });
  wasSignedIn = true;
  return answer;
}

/** A press on "Sign in": windows may open. @throws SignedOut */
export async function signInAgain(): Promise<void> {
  await token({ interactive: true });
  signedIn.value = 'in';
}
