import type { Transaction } from 'kysely';
import type { NewAttachment } from '../../leads/attachment.ts';
import { LeadError } from '../../leads/lead-error.ts';
import type { TimelineItem } from '../../leads/timeline.ts';
import { dropUnused, hashesOf, keepFiles } from './attachment-writes.ts';
import { fromTimelineRow, noteWords, toTimelineRow } from './rows.ts';
import type { Dialect, Tables } from './schema.ts';
import { addNoteWords } from './writes.ts';

type Tx = Transaction<Tables>;

/** Adds an entry unless it is there: the same id, or the same message on the same lead. @throws LeadError `lead-not-found` */
export async function addEntry(
  tx: Tx,
  dialect: Dialect,
  item: TimelineItem,
  files: readonly NewAttachment[],
): Promise<{ item: TimelineItem; added: boolean }> {
  const row = toTimelineRow(item);
  // Locked until the commit: a lead that is being deleted elsewhere is either gone or waits.
  const lead = tx.selectFrom('leads').select('id').where('id', '=', item.leadId);
  const there = await (dialect === 'postgres' ? lead.forKeyShare() : lead).executeTakeFirst();
  if (!there) throw new LeadError('lead-not-found');
  const insert = tx
    .insertInto('timeline')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
  const { numInsertedOrUpdatedRows } = await insert.executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) {
    await addNoteWords(tx, item.leadId, [item]);
    await keepFiles(tx, item, files);
    return { item, added: true };
  }
  const known = await tx
    .selectFrom('timeline')
    .select('item')
    .where('leadId', '=', row.leadId)
    .where((either) => either.or([either('id', '=', row.id), either('messageKey', '=', row.messageKey)]))
    .executeTakeFirst();
  // The id belongs to an entry of another lead: whoever made it up gets nothing of that lead.
  if (!known) throw new LeadError('invalid-input', [{ field: 'id', rule: 'malformed' }]);
  return { item: fromTimelineRow(known), added: false };
}

/** @throws LeadError `timeline-item-not-found` */
export async function replaceEntry(tx: Tx, item: TimelineItem): Promise<void> {
  // What a conversation is matched by stays: it may no longer be followed.
  const { id, leadId, conversationId: _followed, ...row } = toTimelineRow(item);
  const { numUpdatedRows } = await tx.updateTable('timeline').set(row).where('id', '=', id).executeTakeFirstOrThrow();
  if (!numUpdatedRows) throw new LeadError('timeline-item-not-found');
  if (item.kind === 'note') await renewNoteWords(tx, leadId);
}

/** @throws LeadError `timeline-item-not-found` */
export async function removeEntry(tx: Tx, dialect: Dialect, id: string): Promise<void> {
  const row = await tx.selectFrom('timeline').select(['leadId', 'kind']).where('id', '=', id).executeTakeFirst();
  if (!row) throw new LeadError('timeline-item-not-found');
  const hashes = await hashesOf(tx, { itemId: id });
  await tx.deleteFrom('timeline').where('id', '=', id).execute();
  await dropUnused(tx, dialect, hashes);
  if (row.kind === 'note') await renewNoteWords(tx, row.leadId);
}

async function renewNoteWords(tx: Tx, leadId: string): Promise<void> {
  const rows = await tx
    .selectFrom('timeline')
    .select('item')
    .where('leadId', '=', leadId)
    .where('kind', '=', 'note')
    .orderBy('happenedAt', 'desc')
    .limit(200)
    .execute();
  await tx
    .updateTable('leads')
    .set({ noteWords: noteWords(rows.map(fromTimelineRow)) })
    .where('id', '=', leadId)
    .execute();
}
