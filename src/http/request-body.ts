import type { Request } from 'restify';
import type { Room } from './lines.ts';
import { HttpError } from './problem.ts';

/** Deeper than any card, mail or lead; what walks through values by calling itself stays far from its limits. */
const DEEPEST = 32;

/**
 * The bytes of a body. What is over the limit is read and dropped, so that the sender gets to see the answer.
 * @param room counts what is kept
 * @throws HttpError `body-too-large`, `malformed-request`; what `room` throws
 */
export async function readBytes(req: Request, maxBytes: number, room: Room): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > maxBytes) continue;
      room(chunk.length);
      chunks.push(chunk);
    }
  } catch (error) {
    // Whoever sent it went away, or was too slow; nobody hears the answer, but it is no fault of ours.
    if (req.destroyed) throw new HttpError('malformed-request', 'The body broke off.');
    throw error;
  }
  if (size <= maxBytes) return Buffer.concat(chunks);
  throw new HttpError('body-too-large', `The body may have ${maxBytes} bytes, this one has ${size}.`);
}

/**
 * The body as JSON, whatever flavour of it the content type names; an empty one is `undefined`.
 * @throws HttpError `body-too-large`, `malformed-request`
 */
export async function readJson(req: Request, maxBytes: number, room: Room): Promise<unknown> {
  const bytes = await readBytes(req, maxBytes, room);
  if (!bytes.length) return undefined;
  const value = parse(bytes.toString());
  if (isDeeper(value, DEEPEST)) throw new HttpError('malformed-request', `The body is nested deeper than ${DEEPEST}.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What was wrong with it is of no use to the sender beyond this sentence.
    throw new HttpError('malformed-request', 'The body is not JSON.');
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((outer) => (typeof outer === 'object' && outer ? Object.values(outer) : []));
    if (!level.length) return false;
  }
  return true;
}

/** The body of a website's form: JSON, or the fields as browsers send them. */
export async function readForm(req: Request, maxBytes: number, room: Room): Promise<unknown> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.header('content-type') ?? ''))
    return readJson(req, maxBytes, room);
  return Object.fromEntries(new URLSearchParams((await readBytes(req, maxBytes, room)).toString()));
}
