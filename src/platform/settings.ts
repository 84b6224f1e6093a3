import { createPrivateKey } from 'node:crypto';
import * as z from 'zod';
import { ROLES } from '../leads/person.ts';
import { isDatabaseUrl } from './database-url.ts';

const parts = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
const domains = z
  .string()
  .default('')
  .transform((text) => parts(text.toLowerCase()))
  .refine(
    (names) => names.every((name) => /^[^\s@.]+(\.[^\s@.]+)+$/.test(name)),
    'must be mail domains, comma-separated',
  );
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const guid = (what: string) =>
  z
    .string()
    .regex(GUID, `must be ${what}`)
    .transform((id) => id.toLowerCase())
    .optional();
const guids = (what: string) =>
  z
    .string()
    .default('')
    .transform((text) => parts(text.toLowerCase()))
    .refine((ids) => ids.every((id) => GUID.test(id)), `must be the ids of ${what}, comma-separated`);
/** A number as it is written, without a sign, a point or an exponent. */
const whole = (what: string, least: number, most = 1_000_000) =>
  z
    .string()
    .regex(/^\d{1,7}$/, what)
    .transform(Number)
    .refine((number) => number >= least && number <= most, what);
const APP_TYPES = {
  singletenant: 'SingleTenant',
  multitenant: 'MultiTenant',
  userassignedmsi: 'UserAssignedMSI',
} as const;

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    // Whatever is wrong with it, it is not a key.
    return false;
  }
}

const A_RATE = 'must be requests a minute for one person, 1 at least, or off';
const keyOf = (pair: string) => pair.slice(pair.indexOf(':') + 1);

/** Every setting there is, with its default; `.env.example` says what each is for. */
export const settings = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('development'),
  PORT: whole('must be a port, 0 to 65535', 0, 65_535).default(3978),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address people reach this server at, such as https://leads.contoso.com',
    })
    .refine((url) => !/[?#@]/.test(url), 'must be an address without ?, # and @')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      'must be file:… (embedded SQLite) or postgres://user:password@host/database, signs such as # / ? @ % in user and password percent-encoded',
    )
    .default('file:data/lead-desk.db'),
  LEAD_STORE: z.literal('sql', 'must be sql; dataverse is reserved, and refused until it exists').default('sql'),
  MicrosoftAppId: guid('the id of the bot’s app registration'),
  MicrosoftAppPassword: z.string().regex(/^\S+$/, 'must be the value of the secret, without spaces').optional(),
  MicrosoftAppType: z
    .string()
    .transform((type) => APP_TYPES[type.toLowerCase() as keyof typeof APP_TYPES])
    .refine((type) => type !== undefined, 'must be SingleTenant, MultiTenant or UserAssignedMSI')
    .optional(),
  MicrosoftAppTenantId: guid('the id of the bot’s tenant'),
  CertificateThumbprint: z
    .string()
    .regex(/^[\da-f]{40}$/i, 'must be the SHA-1 thumbprint, 40 hex digits')
    .optional(),
  CertificatePrivateKey: z
    .string()
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine(isPrivateKey, 'must be an RSA key in PEM form')
    .optional(),
  ENTRA_TENANT_ID: guid('the id of a tenant'),
  ENTRA_CLIENT_ID: guid('the id of an app registration'),
  ALLOWED_TENANTS: guids('tenants'),
  ALLOWED_CLIENTS: guids('apps'),
  DEFAULT_ROLE: z.enum(ROLES, `must be one of ${ROLES.join(', ')}`).default('salesperson'),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d|on|off|true|false)$/, 'must be the number of proxies in front of the server, 0 to 9')
    .transform((text) => (/^\d$/.test(text) ? Number(text) : Number(text === 'on' || text === 'true')))
    .default(0),
  RATE_LIMIT: z.union([z.literal('off'), whole(A_RATE, 1)], A_RATE).optional(),
  RETENTION_DAYS: whole('must be a number of days, 30 at least', 30).optional(),
  OWN_DOMAINS: domains,
  FREE_MAIL_DOMAINS: domains,
  INQUIRY_KEYS: z
    .string()
    .default('')
    .transform(parts)
    .refine(
      (pairs) => pairs.every((pair) => /^[^:\s]+:\S{16,}$/.test(pair)),
      'must be site:key, with keys of 16 characters at least',
    )
    .refine((pairs) => new Set(pairs.map(keyOf)).size === pairs.length, 'must be another key for each site'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent')
    .default('info'),
  PLAYGROUND: z.enum(['on', 'off'], 'must be on or off').default('on'),
});
