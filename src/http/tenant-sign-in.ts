import type { People } from '../leads/desk.ts';
import type { Config } from '../platform/config.ts';
import { type Authority, createTokenCheck } from '../platform/entra-tokens.ts';
import { entraSignIn } from './entra-sign-in.ts';
import type { SignIn } from './sign-in.ts';

/** Sign-in as the settings of a tenant say. `authority` stands in for Entra ID where tests have their own. */
export function tenantSignIn(config: Config, people: People, authority: Authority | undefined): SignIn {
  const { ENTRA_CLIENT_ID: clientId, MicrosoftAppId, PUBLIC_URL, tenants, clients, DEFAULT_ROLE: defaultRole } = config;
  const host = PUBLIC_URL && new URL(PUBLIC_URL).host;
  // How a registration may be known: by its id, and by the addresses it has for the pane and for Teams.
  const audiences = [
    clientId,
    `api://${clientId}`,
    `api://${host}/${clientId}`,
    `api://${host}/botid-${MicrosoftAppId}`,
  ];
  const check = createTokenCheck({
    audiences: audiences.filter((audience) => audience !== undefined),
    tenants,
    clients,
    ...(authority && { authority }),
  });
  return entraSignIn({ people, check, defaultRole });
}
