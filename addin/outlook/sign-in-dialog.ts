/// <reference types="office-js" />
import { createStandardPublicClientApplication } from '@azure/msal-browser';
import { entraSettings, scopesOf } from '../shared/entra-settings.ts';

/** Goes to Entra ID and comes back; then tells the panel who signed in, and is closed by it. */
async function signIn(): Promise<void> {
  const { clientId = '', tenantId = '' } = document.body.dataset;
  const app = { clientId, tenantId };
  const settings = { ...entraSettings(app), cache: { cacheLocation: 'sessionStorage' } as const };
  const msal = await createStandardPublicClientApplication(settings);
  const answer = await msal.handleRedirectPromise();
  if (!answer) {
    const loginHint = new URLSearchParams(location.search).get('hint') ?? '';
    await msal.acquireTokenRedirect({ scopes: scopesOf(app), loginHint });
    return;
  }
  const expiresAt = answer.expiresOn?.getTime() ?? Date.now();
  Office.context.ui.messageParent(JSON.stringify({ token: answer.accessToken, expiresAt }), {
    targetOrigin: location.origin,
  });
}

Office.onReady()
  .then(signIn)
  .catch(() => Office.context.ui.messageParent('failed', { targetOrigin: location.origin }));
