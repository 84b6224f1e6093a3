/** Nobody is signed in whom the service would know. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** What to show the service. A page marked `data-sign-in="local"` is trusted by a service on this machine only. */
export async function accessToken(mailboxAddress: string): Promise<string> {
  const localPart = mailboxAddress.split('@')[0];
  if (document.body.dataset.signIn !== 'local' || !localPart) throw new SignedOut('No way to sign in');
  return `local:${localPart.toLowerCase()}`;
}
