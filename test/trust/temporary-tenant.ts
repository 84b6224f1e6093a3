import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../src/server.ts';
import { BOT, CLIENT, startIdentityProvider, TENANT } from './identity-provider.ts';

/** The settings of a server in a tenant, complete. */
export const TENANT_SETTINGS = {
  NODE_ENV: 'production',
  PORT: '0',
  PUBLIC_URL: 'https://leads.contoso.example',
  MicrosoftAppId: BOT,
  MicrosoftAppPassword: 'not-a-secret-of-anybody',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  ENTRA_TENANT_ID: TENANT,
  ENTRA_CLIENT_ID: CLIENT,
  LOG_LEVEL: 'silent',
};

/** The whole server as it runs in a tenant, but for the identity provider, which is on this machine. */
export async function temporaryTenant(more: Record<string, string> = {}, keysRestMs?: number) {
  const provider = await startIdentityProvider({ ...(keysRestMs !== undefined && { keysRestMs }) });
  const folder = mkdtempSync(join(tmpdir(), 'lead-desk-tenant-'));
  const database = join(folder, 'test.db');
  const env = { ...TENANT_SETTINGS, DATABASE_URL: `file:${database}`, ...more };
  const server = await startServer(env, { authority: provider.authority, channel: provider.channel });
  const stop = async () => {
    await server.stop();
    await provider.stop();
    rmSync(folder, { recursive: true });
  };
  return { url: server.url, provider, database, stop };
}
