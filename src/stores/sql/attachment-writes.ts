import type { Transaction } from 'kysely';
import type { NewAttachment } from '../../leads/attachment.ts';
import { LeadError } from '../../leads/lead-error.ts';
import type { LoggedEmail, Note } from '../../leads/timeline.ts';
import { fromTimelineRow, toTimelineRow } from './rows.ts';
import type { Dialect, Tables } from './schema.ts';

type Tx = Transaction<Tables>;

/** Makes uploads part of an entry. Bytes that are kept already are not kept again. */
export async function keepFiles(
  tx: Tx,
  { id: itemId, leadId }: { id: string; leadId: string },
  files: readonly NewAttachment[],
): Promise<void> {
  for (const { upload, ...file } of files) {
    const { key, hash, size } = upload;
    // Writing the row also where it is there holds it: whoever removes its last use waits for this commit.
    await tx
      .insertInto('blobs')
      .values({ hash, size })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet({ size }))
      .execute();
    const known = await tx.selectFrom('blobChunks').select('nth').where('hash', '=', hash).limit(1).executeTakeFirst();
    if (known) await tx.deleteFrom('blobChunks').where('hash', '=', key).execute();
    else await tx.updateTable('blobChunks').set({ hash }).where('hash', '=', key).execute();
    await tx
      .insertInto('attachments')
      .values({ ...file, itemId, leadId, hash })
      .execute();
  }
}

/** Puts files on an entry that is there. @throws LeadError `timeline-item-not-found` */
export async function addFiles(
  tx: Tx,
  dialect: Dialect,
  itemId: string,
  files: readonly NewAttachment[],
): Promise<Note | LoggedEmail> {
  const found = tx.selectFrom('timeline').select('item').where('id', '=', itemId);
  const row = await (dialect === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
  const item = row && fromTimelineRow(row);
  if (item?.kind !== 'note' && item?.kind !== 'email') throw new LeadError('timeline-item-not-found');
  const attachments = [...item.attachments, ...files.map(({ upload: _kept, ...file }) => file)];
  const changed = { ...item, attachments };
  await tx
    .updateTable('timeline')
    .set({ item: toTimelineRow(changed).item })
    .where('id', '=', itemId)
    .execute();
  await keepFiles(tx, item, files);
  return changed;
}

/** The hashes of the files of an entry, or of every entry of a lead. */
export async function hashesOf(tx: Tx, of: { itemId: string } | { leadId: string }): Promise<string[]> {
  const query = tx.selectFrom('attachments').select('hash').distinct();
  const rows = await ('itemId' in of
    ? query.where('itemId', '=', of.itemId)
    : query.where('leadId', '=', of.leadId)
  ).execute();
  return rows.map(({ hash }) => hash);
}

/** Lets go of bytes whose last use is gone. */
export async function dropUnused(tx: Tx, dialect: Dialect, hashes: readonly string[]): Promise<void> {
  if (!hashes.length) return;
  if (dialect === 'postgres') {
    // In one order, so that two that remove the same files do not wait for each other.
    await tx.selectFrom('blobs').select('hash').where('hash', 'in', hashes).orderBy('hash').forUpdate().execute();
  }
  const used = tx.selectFrom('attachments').select('hash').where('hash', 'in', hashes);
  await tx.deleteFrom('blobChunks').where('hash', 'in', hashes).where('hash', 'not in', used).execute();
  await tx.deleteFrom('blobs').where('hash', 'in', hashes).where('hash', 'not in', used).execute();
}
