import { credentialProblems } from './credentials.ts';
import { MICROSOFT_HOSTS } from './entra-tokens.ts';
import { settings } from './settings.ts';

export type Config = ReturnType<typeof readConfig>;

/** The environment is wrong; the message names every setting at once. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

const NAMES = Object.keys(settings.shape);
const REQUESTS_A_MINUTE = 600;

/** Settings from the environment. @throws ConfigError */
export function readConfig(env: Environment) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = settings.safeParse(given);
  const problems = [...misspelt(given), ...credentialProblems(given)];
  if (!result.success) {
    problems.push(...result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  if (!result.success || problems.length) throw new ConfigError(problems);
  const set = result.data;
  const local = set.NODE_ENV !== 'production' && !set.MicrosoftAppId;
  const sites = set.INQUIRY_KEYS.map((pair): [string, string] => {
    const [site = '', ...key] = pair.split(':');
    return [key.join(':'), site];
  });
  return {
    ...set,
    local,
    /** Websites that may send inquiries, by their key. */
    inquiryKeys: new Map(sites),
    ownDomains: set.OWN_DOMAINS.length || !local ? set.OWN_DOMAINS : ['contoso.example'],
    /** Whose people may come in, by any door. */
    tenants: set.ALLOWED_TENANTS.length ? set.ALLOWED_TENANTS : named(set.ENTRA_TENANT_ID),
    /** The apps that may send somebody's token. */
    clients: [...named(set.ENTRA_CLIENT_ID), ...(set.ALLOWED_CLIENTS.length ? set.ALLOWED_CLIENTS : MICROSOFT_HOSTS)],
    /** Requests a minute for one person. */
    rateLimit: set.RATE_LIMIT ?? (local ? 'off' : REQUESTS_A_MINUTE),
  };
}

const named = (value: string | undefined) => (value ? [value] : []);

/** A name that only looks like a setting would leave it at its default, unnoticed. */
function misspelt(given: Environment): string[] {
  const plain = (name: string) => name.toLowerCase().replaceAll('_', '');
  const known = new Map(NAMES.map((name) => [plain(name), name]));
  return Object.keys(given).flatMap((name) => {
    const meant = known.get(plain(name));
    return meant && meant !== name ? [`${name}: is written ${meant}`] : [];
  });
}
