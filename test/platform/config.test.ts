import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/platform/config.ts';
import { settings } from '../../src/platform/settings.ts';
import { TENANT_SETTINGS } from '../trust/temporary-tenant.ts';

type Environment = Record<string, string | undefined>;

const PRIVATE_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const THUMBPRINT = '0123456789abcdef0123456789ABCDEF01234567';

function problemsOf(env: Environment): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n  ').slice(1);
  }
}

const names = (problems: string[]) => problems.map((problem) => problem.split(':')[0]);
const REQUIRED = [
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'ENTRA_TENANT_ID',
  'ENTRA_CLIENT_ID',
];
/** For every setting there is, what it must not be. */
const MALFORMED: Record<keyof typeof settings.shape, string> = {
  NODE_ENV: 'prodution',
  PORT: '80 80',
  PUBLIC_URL: 'leads.contoso.example',
  DATABASE_URL: 'mysql://localhost',
  LEAD_STORE: 'dataverse',
  MicrosoftAppId: 'my-bot',
  MicrosoftAppPassword: 'two words',
  MicrosoftAppType: 'SingelTenant',
  MicrosoftAppTenantId: 'contoso',
  CertificateThumbprint: '12:34',
  CertificatePrivateKey: '-----BEGIN PRIVATE KEY-----',
  ENTRA_TENANT_ID: 'common',
  ENTRA_CLIENT_ID: 'api://lead-desk',
  ALLOWED_TENANTS: '*',
  ALLOWED_CLIENTS: 'teams',
  DEFAULT_ROLE: 'admin',
  TRUST_PROXY: '10.0.0.0/8',
  RATE_LIMIT: '0',
  RETENTION_DAYS: '1',
  OWN_DOMAINS: 'jane@contoso.example',
  FREE_MAIL_DOMAINS: 'mail',
  INQUIRY_KEYS: 'website:short',
  LOG_LEVEL: 'verbose',
  PLAYGROUND: 'yes',
};

describe('the configuration', () => {
  it('takes everything a tenant needs, and nothing at all on one’s own machine', () => {
    const config = readConfig(TENANT_SETTINGS);
    assert.deepEqual([config.local, config.rateLimit, config.tenants], [false, 600, [TENANT_SETTINGS.ENTRA_TENANT_ID]]);
    const local = readConfig({});
    assert.deepEqual([local.local, local.rateLimit, local.tenants], [true, 'off', []]);
  });

  for (const name of REQUIRED) {
    for (const empty of [undefined, '', ' ']) {
      it(`names ${name} when it is ${JSON.stringify(empty)}`, () => {
        assert.deepEqual(names(problemsOf({ ...TENANT_SETTINGS, [name]: empty })), [name]);
      });
    }
  }

  for (const [name, value] of Object.entries(MALFORMED)) {
    it(`names ${name} when it is ${value}`, () => {
      const problems = problemsOf({ ...TENANT_SETTINGS, [name]: value });
      assert.ok(names(problems).includes(name), problems.join());
      assert.doesNotMatch(problems.join(), /Invalid input|undefined|NaN/);
    });
  }

  it('names everything that is wrong at once, and ends with exit code 1', () => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production', PORT: 'x', DEFAULT_ROLE: 'boss' };
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/start.mjs'], { env, encoding: 'utf8' });
    assert.equal(status, 1);
    for (const name of [...REQUIRED, 'PORT', 'DEFAULT_ROLE']) assert.match(stderr, new RegExp(`^  ${name}: `, 'm'));
  });

  it('says what a setting must be, and takes nothing for something else than it looks like', () => {
    const rate = 'RATE_LIMIT: must be requests a minute for one person, 1 at least, or off';
    const key = 'k'.repeat(16);
    for (const [env, problem] of [
      [{ RATE_LIMIT: '0' }, rate],
      [{ RATE_LIMIT: '1e3' }, rate],
      [{ PORT: '1e3' }, 'PORT: must be a port, 0 to 65535'],
      [{ PORT: '65536' }, 'PORT: must be a port, 0 to 65535'],
      [{ RETENTION_DAYS: '0x40' }, 'RETENTION_DAYS: must be a number of days, 30 at least'],
      [{ PUBLIC_URL: 'https://leads.contoso.example/?x=1' }, 'PUBLIC_URL: must be an address without ?, # and @'],
      [{ INQUIRY_KEYS: `a:${key},b:${key}` }, 'INQUIRY_KEYS: must be another key for each site'],
      [{ LEAD_STORE: 'dataverse' }, 'LEAD_STORE: must be sql; dataverse is reserved, and refused until it exists'],
    ] as const) {
      assert.deepEqual(problemsOf({ ...TENANT_SETTINGS, ...env }), [problem]);
    }
    const config = readConfig({
      ...TENANT_SETTINGS,
      ...{ PORT: '0', RATE_LIMIT: '60', RETENTION_DAYS: '365', INQUIRY_KEYS: `a:${key}:a,b:${key}` },
    });
    assert.deepEqual([config.PORT, config.rateLimit, config.RETENTION_DAYS], [0, 60, 365]);
    assert.deepEqual([...config.inquiryKeys.values()], ['a', 'b']);
  });

  it('refuses the address of a server that its driver could not read, or would read part of a password in', () => {
    for (const server of [
      ...[
        'u:pa#ss@host/db',
        'u:12#ss@host/db',
        'u:12/ss@host/db',
        'u:pa/ss@host/db',
        'u:p%ff@host/db',
        'host:port/db',
        '',
      ],
    ]) {
      assert.deepEqual(names(problemsOf({ DATABASE_URL: `postgres://${server}` })), ['DATABASE_URL'], server);
    }
    for (const server of [
      ...[
        'u:p%23%2F%ss@host:5432/db?sslmode=verify-full',
        'u:p w@[::1]/db',
        'u@%2Fvar%2Frun/db',
        'u@/db?host=/tmp',
        'host',
      ],
    ]) {
      assert.deepEqual(problemsOf({ DATABASE_URL: `postgres://${server}` }), [], server);
    }
  });

  it('says which database cannot be used and why, without its password', () => {
    const start = (DATABASE_URL: string) => {
      const env = { PATH: process.env.PATH, PORT: '0', PLAYGROUND: 'off', LOG_LEVEL: 'silent', DATABASE_URL };
      const { status, stderr } = spawnSync(process.execPath, ['src/cli/start.mjs'], { env, encoding: 'utf8' });
      return { status, stderr };
    };
    assert.deepEqual(start('postgres://lead:secret@127.0.0.1:1/leads'), {
      status: 1,
      stderr: 'DATABASE_URL (127.0.0.1:1/leads): connect ECONNREFUSED 127.0.0.1:1\n',
    });
    const { status, stderr } = start('postgres://lead:secret@localhost:1/leads');
    assert.equal(status, 1);
    assert.match(stderr, /^DATABASE_URL \(localhost:1\/leads\): connect ECONNREFUSED .+\n$/);
    const folder = mkdtempSync(join(tmpdir(), 'lead-desk-config-'));
    const text = join(folder, 'letter.db');
    writeFileSync(text, 'This is a letter and no database.'.repeat(100));
    assert.deepEqual(start(`file:${text}`), {
      status: 1,
      stderr: `DATABASE_URL (${text}): file is not a database\n`,
    });
    rmSync(folder, { recursive: true });
  });

  it('knows a managed identity, a certificate and a secret, one of them and whole', () => {
    const { MicrosoftAppPassword: secret, ...rest } = TENANT_SETTINGS;
    const certificate = { CertificateThumbprint: THUMBPRINT, CertificatePrivateKey: PRIVATE_KEY.toString() };
    const oneLine = { ...certificate, CertificatePrivateKey: PRIVATE_KEY.toString().replaceAll('\n', '\\n') };
    const managed = { ...rest, MicrosoftAppType: 'UserAssignedMSI' };
    assert.deepEqual(problemsOf({ ...rest, ...certificate }), []);
    assert.deepEqual(problemsOf({ ...rest, ...oneLine }), []);
    assert.deepEqual(problemsOf(managed), []);
    assert.deepEqual(problemsOf({ ...rest, MicrosoftAppPassword: secret, MicrosoftAppType: 'MultiTenant' }), []);
    for (const [env, name] of [
      [{ ...rest, CertificateThumbprint: THUMBPRINT }, 'CertificatePrivateKey'],
      [{ ...rest, CertificatePrivateKey: PRIVATE_KEY.toString() }, 'CertificateThumbprint'],
      [{ ...TENANT_SETTINGS, ...certificate }, 'MicrosoftAppPassword'],
      [{ ...managed, MicrosoftAppPassword: secret }, 'MicrosoftAppPassword'],
      [{ ...managed, ...certificate }, 'CertificateThumbprint'],
      [{ MicrosoftAppPassword: secret }, 'MicrosoftAppId'],
      [{ MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppId'],
    ] as const) {
      assert.deepEqual(names(problemsOf(env)), [name]);
    }
  });

  it('refuses what only looks like a setting, and addresses without TLS', () => {
    const { MicrosoftAppId: id, ...rest } = TENANT_SETTINGS;
    assert.match(problemsOf({ ...rest, MICROSOFT_APP_ID: id }).join(), /MICROSOFT_APP_ID: is written MicrosoftAppId/);
    assert.deepEqual(names(problemsOf({ ...TENANT_SETTINGS, PUBLIC_URL: 'http://leads.contoso.example' })), [
      'PUBLIC_URL',
    ]);
  });

  it('is listed whole in .env.example', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?(\w+)=/gm)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), Object.keys(settings.shape).sort());
  });
});
