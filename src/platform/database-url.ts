import { existsSync } from 'node:fs';

/** Whether it is the URL of a database: of a file, or of a server as the driver would take it. */
export function isDatabaseUrl(url: string): boolean {
  return url.startsWith('file:') ? url.length > 'file:'.length : /^postgres(ql)?:\/\/./.test(url) && !!serverOf(url);
}

/** A database as one recognises it, without the password. */
export function placeOf(url: string): string {
  if (!url.startsWith('file:')) return serverOf(url) ?? '';
  const file = url.slice('file:'.length);
  return existsSync(file) ? file : `${file}, new`;
}

/** Why a database did not do what it was asked, in the words of whoever refused. */
export function reasonOf(error: unknown): string {
  const first = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // A name with several addresses was tried at each.
  if (first instanceof AggregateError) return first.errors.map(reasonOf).join(', ');
  return first instanceof Error ? first.message : String(first);
}

/** Host, port and database; undefined where the driver could not read the URL, or would take part of a password for them. */
function serverOf(url: string): string | undefined {
  try {
    // The driver lets a per cent sign be that begins no code, and takes a socket where there is no host.
    const read = new URL(url.replace(/%(?![\da-f]{2})/gi, '%25').replace('@/', '@localhost/'));
    decodeURIComponent(read.username + read.password + read.pathname);
    return read.hash || read.pathname.includes('@') ? undefined : read.host + read.pathname;
  } catch {
    // Not a URL, or a code in it that stands for no letter.
    return undefined;
  }
}
