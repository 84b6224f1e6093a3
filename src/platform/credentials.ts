type Environment = Record<string, string | undefined>;

/**
 * What is missing or contradicts itself in the credentials: all of them outside local mode, none of them within. The bot's
 * SDK would accept everybody without an app id, and take a mistyped app type for multi-tenant.
 */
export function credentialProblems(env: Environment): string[] {
  const missing = (why: string, ...names: string[]) =>
    names.filter((name) => !env[name]).map((name) => `${name}: ${why}`);
  if (env.NODE_ENV !== 'production' && !env.MicrosoftAppId) {
    const halves = ['MicrosoftAppPassword', 'MicrosoftAppType', 'CertificateThumbprint', 'CertificatePrivateKey'];
    const given = halves.find((name) => env[name]);
    return given ? missing(`is required with ${given}`, 'MicrosoftAppId') : [];
  }
  const needed = ['MicrosoftAppId', 'MicrosoftAppType', 'ENTRA_TENANT_ID', 'ENTRA_CLIENT_ID'];
  const type = env.MicrosoftAppType?.toLowerCase();
  if (type !== 'multitenant') needed.push('MicrosoftAppTenantId');
  const hasCertificate = Boolean(env.CertificateThumbprint || env.CertificatePrivateKey);
  if (hasCertificate) needed.push('CertificateThumbprint', 'CertificatePrivateKey');
  else if (type !== 'userassignedmsi') needed.push('MicrosoftAppPassword');
  const problems = missing('is required outside local mode', ...needed);
  const isManaged = type === 'userassignedmsi';
  if (isManaged && hasCertificate) problems.push('CertificateThumbprint: a managed identity has no certificate');
  if (env.MicrosoftAppPassword && (isManaged || hasCertificate)) {
    problems.push(`MicrosoftAppPassword: not together with a ${isManaged ? 'managed identity' : 'certificate'}`);
  }
  const isPlain = env.PUBLIC_URL?.startsWith('http:');
  if (isPlain) problems.push('PUBLIC_URL: must be https outside local mode');
  return problems;
}
