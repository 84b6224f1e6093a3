import { signal } from '@preact/signals';
import type { SignInWish } from '../shared/sign-in.ts';
import { SignedOut } from '../shared/signed-out.ts';
import type { TabHost } from './tab-host.ts';

/** `out` shows the page that asks to sign in. */
export const signedIn = signal<'in' | 'out' | 'expired'>('in');

/** On this machine alone: whom to be in a browser, where nobody says. */
export const LOCAL_NAMES = ['alex', 'megan', 'miriam', 'adele', 'admin'] as const;
const PERSON_KEY = 'lead-desk.person';

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
  return document.body.dataset.signIn === 'local' && !host.userAddress;
}

let person: string | undefined;

export function localPerson(): string {
  const asked = person ?? new URLSearchParams(location.search).get('person') ?? stored();
  person = LOCAL_NAMES.find((name) => name === asked) ?? LOCAL_NAMES[0];
  return person;
}

/** Starts anew as somebody else. */
export function becomePerson(name: string): void {
  try {
    localStorage.setItem(PERSON_KEY, name);
  } catch {
    // Forbidden: the address says it as well.
  }
  location.search = String(new URLSearchParams({ person: name }));
}

/** What to show the lead service. @throws SignedOut */
export async function token(wish: SignInWish = {}): Promise<string> {
  const { signIn, clientId, tenantId } = document.body.dataset;
  // Trusted by a service on this machine only.
  if (signIn === 'local') return `local:${(host.userAddress ?? localPerson()).split('@')[0]?.toLowerCase()}`;
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

function stored(): string | null {
  try {
    return localStorage.getItem(PERSON_KEY);
  } catch {
    return null;
  }
}
