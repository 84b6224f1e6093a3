/** What every answer tells browsers; a page may say more with a policy of its own. `tls`: people reach the server by https. */
export function securityHeaders({ tls }: { tls: boolean }): [string, string][] {
  return [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['permissions-policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ...(tls ? [['strict-transport-security', 'max-age=31536000'] as [string, string]] : []),
  ];
}
