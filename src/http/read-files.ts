import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { GivenFile } from '../leads/keep-file.ts';
import { HttpError } from './problem.ts';

const MOST_FILES = 20;

/** The files of a request as they arrive: those of a multipart form, or the body itself, named by its headers. */
export function readFiles(
  stream: Readable,
  headers: Record<string, string | undefined>,
  maxBytes: number,
): AsyncIterable<GivenFile> {
  const contentType = headers['content-type'] ?? 'application/octet-stream';
  const bytes = atMost(stream, maxBytes);
  return contentType.startsWith('multipart/form-data')
    ? formFiles(bytes, contentType)
    : one({ ...named(headers), contentType, bytes }, stream);
}

async function* one(file: GivenFile, stream: Readable): AsyncGenerator<GivenFile> {
  yield file;
  // What is left of one that was refused is read and dropped, so that the sender gets to see the answer.
  for await (const _rest of stream);
}

/** RFC 6266: `attachment; filename="a.pdf"`, or `filename*=UTF-8''…` for names beyond ASCII. */
function named(headers: Record<string, string | undefined>): { name: string } {
  const disposition = headers['content-disposition'] ?? '';
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  try {
    return { name: extended ? decodeURIComponent(extended) : (plain?.[1] ?? plain?.[2] ?? '') };
  } catch {
    // The escapes are broken: the name is a detail, the bytes are what counts.
    return { name: extended ?? '' };
  }
}

async function* atMost(stream: Readable, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of whole(stream)) {
    size += chunk.length;
    if (size <= maxBytes) yield chunk;
  }
  if (size > maxBytes) throw new HttpError('body-too-large', `The body may have ${maxBytes} bytes.`);
}

/** What arrives, and a refusal where it breaks off. What nobody reads is left to whoever owns the stream. */
async function* whole(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): HttpError {
  return error instanceof HttpError ? error : new HttpError('malformed-request', 'The body broke off.');
}

function tooMany(): HttpError {
  return new HttpError('body-too-large', `A form may have ${MOST_FILES} files. Send the others in another one.`);
}

type Arrived = { file: Readable; name: string; contentType: string };

/** One file after the other, each while it arrives: the form is read no faster than its files are. */
async function* formFiles(bytes: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<GivenFile> {
  const form = parser(contentType);
  const arrived = new PassThrough({ objectMode: true });
  let last: Readable | undefined;
  let files = 0;
  form.on('file', (_field: string, file: Readable, name: string, _encoding: string, type: string) => {
    // Where the form breaks off, whoever reads the files hears of it; one that waits for its turn has no reader yet.
    file.on('error', () => undefined);
    // Those beyond the limit are read and dropped: the refusal comes when the sender is there to see it.
    if (++files > MOST_FILES) return file.resume();
    last = file;
    arrived.write({ file, name: name ?? '', contentType: type } satisfies Arrived);
  });
  const broken = (error: unknown) => {
    const refusal = asRefusal(error);
    last?.destroy(refusal);
    arrived.destroy(refusal);
  };
  const ended = () => (files > MOST_FILES ? arrived.destroy(tooMany()) : arrived.end());
  pipeline(Readable.from(bytes), form).then(ended, broken);
  try {
    for await (const { file, name, contentType } of arrived as AsyncIterable<Arrived>) {
      yield { name, contentType, bytes: whole(file) };
      // What is left of a file nobody wanted would hold up those behind it.
      file.resume();
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

function parser(contentType: string): BusboyInstance {
  try {
    const headers = { 'content-type': contentType } as BusboyHeaders;
    return new Busboy({ headers, limits: { fields: 20, fieldSize: 10_000 } });
  } catch {
    // It says nothing about where a part of the form ends.
    throw new HttpError('malformed-request', 'The Content-Type of a form must name its boundary.');
  }
}
