import type { Kysely, Transaction } from 'kysely';
import { LeadError } from '../../leads/lead-error.ts';
import type { TimelineItem } from '../../leads/timeline.ts';
import { dropUnused, hashesOf } from './attachment-writes.ts';
import { fromTimelineRow, noteWords, toTimelineRow } from './rows.ts';
import type { Dialect, Tables } from './schema.ts';

type Tx = Transaction<Tables>;

/**
 * The entry that stands where another one could not be added.
 * @throws LeadError `lead-not-found`; `invalid-input` when the id belongs to an entry of another lead: whoever made it
 *   up gets nothing of that lead
 */
export async function entryThere(db: Kysely<Tables>, item: TimelineItem): Promise<TimelineItem> {
  const { id, leadId, messageKey } = toTimelineRow(item);
  const known = await db
    .selectFrom('timeline')
    .select('item')
    .where('leadId', '=', leadId)
    .where((either) => either.or([either('id', '=', id), either('messageKey', '=', messageKey)]))
    .executeTakeFirst();
  if (known) return fromTimelineRow(known);
  const lead = await db.selectFrom('leads').select('id').where('id', '=', leadId).executeTakeFirst();
  if (!lead) throw new LeadError('lead-not-found');
  throw new LeadError('invalid-input', [{ field: 'id', rule: 'malformed' }]);
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

/** What a search finds a lead by is made anew of the notes that are there. */
export async function renewNoteWords(tx: Tx, leadId: string): Promise<void> {
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
