import type { Request } from 'restify';
import { HttpError } from './problem.ts';

/** The bytes of a body. What is over the limit is read and dropped, so that the sender gets to see the answer. */
export async function readBytes(req: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size <= maxBytes) return Buffer.concat(chunks);
  throw new HttpError('body-too-large', `The body may have ${maxBytes} bytes, this one has ${size}.`);
}

/**
 * The body as JSON, whatever flavour of it the content type names; an empty one is `undefined`.
 * @throws HttpError `body-too-large`, `malformed-request`
 */
export async function readJson(req: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(req, maxBytes);
  if (!bytes.length) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // What was wrong with it is of no use to the sender beyond this sentence.
    throw new HttpError('malformed-request', 'The body is not JSON.');
  }
}

/** The body of a website's form: JSON, or the fields as browsers send them. */
export async function readForm(req: Request, maxBytes: number): Promise<unknown> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.header('content-type') ?? '')) return readJson(req, maxBytes);
  return Object.fromEntries(new URLSearchParams((await readBytes(req, maxBytes)).toString()));
}
