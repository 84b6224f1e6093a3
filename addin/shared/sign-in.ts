import { SignedOut } from './signed-out.ts';

/** `interactive`: somebody pressed a button, so that windows may open. `renew`: the last token was refused. */
export type SignInWish = { interactive?: boolean; renew?: boolean };

/**
 * What to show the lead service. A page marked `data-sign-in="local"` is trusted by a service on this machine only.
 * @throws SignedOut
 */
export async function accessToken(userAddress: string, wish: SignInWish = {}): Promise<string> {
  const { signIn, clientId, tenantId } = document.body.dataset;
  if (signIn === 'local') return localToken(userAddress);
  if (signIn !== 'entra' || !clientId || !tenantId) throw new SignedOut('Nobody set up how to sign in');
  const { entraToken } = await import('./entra-token.ts');
  return entraToken({ clientId, tenantId }, userAddress, wish);
}

function localToken(userAddress: string): string {
  const localPart = userAddress.split('@')[0];
  if (!localPart) throw new SignedOut('Outlook does not tell whose mailbox this is');
  return `local:${localPart.toLowerCase()}`;
}
