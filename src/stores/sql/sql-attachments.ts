import { createHash, randomUUID } from 'node:crypto';
import type { Attachment, Attachments, Upload } from '../../leads/attachment.ts';
import { LeadError } from '../../leads/lead-error.ts';
import type { SqlDatabase } from './database.ts';

/** Small enough that many downloads at once stay small, large enough that a file is few rows. */
const CHUNK_BYTES = 256 * 1024;
const UPLOAD = 'upload:';

/** Attachments in the database itself, so that every server process sees them and one backup holds everything. */
export class SqlAttachments implements Attachments {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async receive(bytes: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Upload> {
    const key = `${UPLOAD}${new Date().toISOString()}:${randomUUID()}`;
    const hash = createHash('sha256');
    let size = 0;
    let nth = 0;
    try {
      for await (const chunk of inChunks(bytes)) {
        size += chunk.length;
        if (size > mostBytes) throw new LeadError('attachment-refused', [{ field: 'file', rule: 'file-too-large' }]);
        hash.update(chunk);
        const row = { hash: key, nth: nth++, bytes: chunk };
        await this.#database.commits.run((tx) => tx.insertInto('blobChunks').values(row).execute());
      }
    } catch (error) {
      await this.#forget(key);
      throw error;
    }
    return { key, hash: hash.digest('hex'), size };
  }

  async beginning({ key }: Upload): Promise<Uint8Array> {
    return (await this.#chunk(key, 0)) ?? new Uint8Array();
  }

  async discard(uploads: readonly Upload[]): Promise<void> {
    for (const { key } of uploads) await this.#forget(key);
  }

  find(id: string): Promise<(Attachment & { leadId: string }) | undefined> {
    return this.#database.read
      .selectFrom('attachments')
      .select(['id', 'name', 'contentType', 'size', 'contentId', 'leadId'])
      .where('id', '=', id)
      .executeTakeFirst();
  }

  async *read(id: string): AsyncGenerator<Uint8Array> {
    const row = await this.#database.read
      .selectFrom('attachments')
      .select('hash')
      .where('id', '=', id)
      .executeTakeFirst();
    for (let nth = 0; row; nth++) {
      const chunk = await this.#chunk(row.hash, nth);
      if (!chunk) return;
      yield chunk;
    }
  }

  async tidy(moment: Date): Promise<void> {
    const until = `${UPLOAD}${moment.toISOString()}`;
    await this.#database.commits.run((tx) =>
      tx.deleteFrom('blobChunks').where('hash', '>=', UPLOAD).where('hash', '<', until).execute(),
    );
  }

  async #chunk(hash: string, nth: number): Promise<Uint8Array | undefined> {
    const row = await this.#database.read
      .selectFrom('blobChunks')
      .select('bytes')
      .where('hash', '=', hash)
      .where('nth', '=', nth)
      .executeTakeFirst();
    return row && new Uint8Array(row.bytes);
  }

  async #forget(key: string): Promise<void> {
    await this.#database.commits.run((tx) => tx.deleteFrom('blobChunks').where('hash', '=', key).execute());
  }
}

/** The same bytes in pieces of one size. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    const whole = Buffer.concat(waiting);
    const rest = whole.length % CHUNK_BYTES;
    for (let at = 0; at + CHUNK_BYTES <= whole.length; at += CHUNK_BYTES) yield whole.subarray(at, at + CHUNK_BYTES);
    waiting = rest ? [whole.subarray(whole.length - rest)] : [];
    length = rest;
  }
  if (length) yield Buffer.concat(waiting);
}
