import { z } from 'zod';
import { ROLES } from '../leads/person.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter(Boolean),
  );

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)/, 'must be file:… (embedded SQLite) or postgres://…')
    .default('file:data/lead-desk.db'),
  LEAD_STORE: z.literal('sql', 'must be sql').default('sql'),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).optional(),
  MicrosoftAppTenantId: z.string().optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address people reach this server at, such as https://leads.contoso.com',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  ENTRA_CLIENT_ID: z.guid('must be the id of an app registration').optional(),
  ENTRA_TENANT_ID: z.guid('must be the id of a tenant').optional(),
  DEFAULT_ROLE: z.enum(ROLES).default('salesperson'),
  OWN_DOMAINS: list,
  FREE_MAIL_DOMAINS: list,
  INQUIRY_KEYS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((pair) => pair.trim())
        .filter(Boolean),
    )
    .refine(
      (pairs) => pairs.every((pair) => /^[^:\s]+:\S{16,}$/.test(pair)),
      'must be site:key, with keys of 16 characters at least',
    ),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PLAYGROUND: z.enum(['on', 'off']).default('on'),
});

export type Config = ReturnType<typeof readConfig>;

/** The environment is wrong; the message names every setting at once. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Settings from the environment. @throws ConfigError */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(given);
  const problems = result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const production = given.NODE_ENV === 'production';
  if (production || given.MicrosoftAppId) problems.push(...missingCredentials(given));
  if (!result.success || problems.length) throw new ConfigError(problems);
  const settings = result.data;
  const local = !production && !settings.MicrosoftAppId;
  const sites = settings.INQUIRY_KEYS.map((pair): [string, string] => {
    const [site = '', ...key] = pair.split(':');
    return [key.join(':'), site];
  });
  return {
    ...settings,
    local,
    /** Websites that may send inquiries, by their key. */
    inquiryKeys: new Map(sites),
    ownDomains: settings.OWN_DOMAINS.length || !local ? settings.OWN_DOMAINS : ['contoso.example'],
  };
}

/** The SDK would accept everybody without an app id, and take a mistyped app type for multi-tenant. */
function missingCredentials(env: Record<string, string | undefined>): string[] {
  const needed = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId'];
  if (env.MicrosoftAppType !== 'UserAssignedMSI') needed.push('MicrosoftAppPassword');
  return needed.filter((name) => !env[name]).map((name) => `${name}: is required outside local mode`);
}
