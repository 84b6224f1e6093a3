import { HttpError } from './problem.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Local mode believes everybody on this machine, and a web page from anywhere is one of them: it may send requests here,
 * or give its own name this machine's address. Both show in what its browser adds.
 * @throws HttpError `not-permitted`
 */
export function mustBeLocal(headers: Record<string, string | string[] | undefined>): void {
  const { host, origin } = headers;
  const isLocal = (url: string) => LOOPBACK.test(URL.parse(url)?.hostname ?? '');
  if (!isLocal(`http://${host}`) || (origin !== undefined && !isLocal(String(origin)))) {
    throw new HttpError('not-permitted', 'In local mode only pages and programs of this machine are answered.');
  }
}
