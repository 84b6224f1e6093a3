import type { Request } from 'restify';
import { JsonShape } from './json-shape.ts';
import { JsonText } from './json-text.ts';
import type { Room } from './lines.ts';
import { HttpError } from './problem.ts';

/** Deeper than any card, mail or lead; what walks through values by calling itself stays far from its limits. */
const DEEPEST = 32;
/** Many more than a thousand leads at once, or a mail to everybody, have; parsed in a few milliseconds. */
const MOST_PARTS = 50_000;
/** Bytes outside of texts: as many as so many parts have that are written nicely, each on a line of its own. */
const MOST_BARE = 1024 * 1024;

/**
 * The bytes of a body.
 * @param room counts what is kept
 * @throws HttpError `body-too-large`, `malformed-request`; what `room` throws
 */
export async function readBytes(req: Request, maxBytes: number, room: Room): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await read(req, maxBytes, room, (chunk) => {
    chunks.push(chunk);
    return undefined;
  });
  return Buffer.concat(chunks);
}

/** Takes a piece of a body, or says what is wrong with what came so far. */
type Take = (chunk: Buffer) => HttpError | undefined;

/** What is over the limit, or comes after something wrong, is read and dropped, so that the sender gets to see the answer. */
async function read(req: Request, maxBytes: number, room: Room, take: Take): Promise<void> {
  let size = 0;
  let wrong: HttpError | undefined;
  // Said beforehand, it is not even looked at.
  const isTooLarge = Number(req.headers['content-length'] ?? 0) > maxBytes;
  await eachChunk(req, (chunk) => {
    size += chunk.length;
    if (isTooLarge || size > maxBytes || wrong) return;
    room(chunk.length);
    wrong = take(chunk);
  });
  if (wrong) throw wrong;
  if (size > maxBytes) {
    throw new HttpError('body-too-large', `The body may have ${maxBytes} bytes, this one has ${size}.`);
  }
}

/** As the stream's own iterator, at a fraction of its cost. @throws what `work` throws, and when the body breaks off */
function eachChunk(req: Request, work: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever sent it went away, or was too slow; nobody hears the answer, but it is no fault of ours.
    const brokeOff = () => {
      if (!req.readableEnded) reject(new HttpError('malformed-request', 'The body broke off.'));
    };
    if (req.destroyed) return brokeOff();
    const next = (chunk: Buffer) => {
      try {
        work(chunk);
      } catch (error) {
        req.off('data', next).pause();
        reject(error);
      }
    };
    req.on('data', next).once('end', resolve).once('error', brokeOff).once('close', brokeOff);
  });
}

/**
 * The body as JSON, whatever flavour of it the content type names; an empty one is `undefined`.
 * @throws HttpError `body-too-large`, `malformed-request`
 */
export async function readJson(req: Request, maxBytes: number, room: Room): Promise<unknown> {
  const shape = new JsonShape();
  const text = new JsonText();
  try {
    await read(req, maxBytes, room, (chunk) => {
      shape.take(chunk);
      const wrong = tooMuchOf(shape);
      if (!wrong) text.add(chunk);
      return wrong;
    });
  } catch (error) {
    text.drop();
    throw error;
  }
  return text.value().catch((error) => {
    // What was wrong with it is of no use to the sender beyond this sentence.
    throw error instanceof SyntaxError ? new HttpError('malformed-request', 'The body is not JSON.') : error;
  });
}

/** Told before anything is parsed: a parser would not let go of the server until it is done. */
function tooMuchOf({ depth, parts, bare }: JsonShape): HttpError | undefined {
  if (depth > DEEPEST) return new HttpError('malformed-request', `The body is nested deeper than ${DEEPEST}.`);
  if (parts > MOST_PARTS) return new HttpError('malformed-request', `The body has more than ${MOST_PARTS} parts.`);
  if (bare > MOST_BARE) return new HttpError('malformed-request', 'The body has megabytes that are no text.');
  return undefined;
}

/** The body of a website's form: JSON, or the fields as browsers send them. */
export async function readForm(req: Request, maxBytes: number, room: Room): Promise<unknown> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.header('content-type') ?? ''))
    return readJson(req, maxBytes, room);
  return Object.fromEntries(new URLSearchParams((await readBytes(req, maxBytes, room)).toString()));
}
