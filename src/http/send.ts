import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'restify';

const gzipped = promisify(gzip);
/** Bytes that are sent again and again, such as a page's script, are compressed once. */
const known = new WeakMap<Buffer, Promise<Buffer>>();

/** For what is no page: should a browser ever take it for one, it does nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What fits into one network packet arrives no sooner for being smaller. */
const WORTH_COMPRESSING = 1400;

/** Answers with text or bytes, compressed where the caller takes it and it is worth it. */
export async function send(
  req: Request,
  res: Response,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<void> {
  if (Buffer.byteLength(body) < WORTH_COMPRESSING) return sendRaw(res, status, body, headers);
  res.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(req.header('accept-encoding') ?? '')) return sendRaw(res, status, body, headers);
  sendRaw(res, status, await compress(body), { ...headers, 'content-encoding': 'gzip' });
}

function compress(body: string | Buffer): Promise<Buffer> {
  if (typeof body === 'string') return gzipped(body);
  const packed = known.get(body) ?? gzipped(body);
  known.set(body, packed);
  return packed;
}

/** Answers with JSON; nothing at all where there is no body. */
export async function sendJson(
  req: Request,
  res: Response,
  status: number,
  body: unknown,
  contentType = 'application/json',
): Promise<void> {
  if (body === undefined || body === null) await send(req, res, status, '');
  else await send(req, res, status, JSON.stringify(body), { 'content-type': contentType });
}

/** Answers with bytes as they are read; headers are set before. A reader that goes away ends the reading. */
export async function sendBytes(res: Response, status: number, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  if (!res.hasHeader('content-security-policy')) res.setHeader('content-security-policy', NOTHING);
  res.status(status);
  await pipeline(Readable.from(bytes), res);
}

function sendRaw(res: Response, status: number, body: string | Buffer, headers: Record<string, string>): void {
  // The framework's types know strings only; it takes bytes as well.
  res.sendRaw(status, body as string, { 'content-security-policy': NOTHING, ...headers });
}
