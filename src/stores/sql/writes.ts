import { sql, type Transaction } from 'kysely';
import type { Lead } from '../../leads/lead.ts';
import { LeadError } from '../../leads/lead-error.ts';
import { accountKeys, contactKeys, leadKeys } from '../../leads/match-keys.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { TimelineItem } from '../../leads/timeline.ts';
import { ask, insertRows } from './compiled.ts';
import { fromLeadRow, noteWords, toLeadRow, toTimelineRow } from './rows.ts';
import type { MatchKeyRow, Tables } from './schema.ts';

type Tx = Transaction<Tables>;

/**
 * Puts the lead in place of the version before it. Only what differs is written: most columns stand in an index.
 * @throws LeadError `lead-changed`, `lead-not-found`
 */
export async function replaceLead(tx: Tx, lead: Lead): Promise<void> {
  const version = lead.version - 1;
  const byId = () => tx.selectFrom('leads').selectAll().where('id', '=', lead.id);
  const [row] = (await ask(tx, 'whole lead', [lead.id], byId)).rows;
  if (!row) throw new LeadError('lead-not-found');
  const old: Record<string, unknown> = row;
  const changes = Object.fromEntries(
    Object.entries(toLeadRow(lead)).filter(([column, value]) => old[column] !== value),
  );
  const name = `change lead ${Object.keys(changes)}`;
  const { numAffectedRows } = await ask(tx, name, [...Object.values(changes), lead.id, version], () =>
    tx.updateTable('leads').set(changes).where('id', '=', lead.id).where('version', '=', version),
  );
  if (!numAffectedRows) await refuse(tx, lead.id);
  await replaceKeys(tx, fromLeadRow(row), lead);
}

/** @throws LeadError `lead-changed` when the lead is there, else `lead-not-found` */
export async function refuse(tx: Tx, id: string): Promise<never> {
  const there = await tx.selectFrom('leads').select('id').where('id', '=', id).executeTakeFirst();
  throw new LeadError(there ? 'lead-changed' : 'lead-not-found');
}

/** Adds entries to a timeline, and the words of its notes to what the lead is found by. */
export async function append(tx: Tx, leadId: string, entries: readonly TimelineItem[]): Promise<void> {
  if (!entries.length) return;
  await insertRows(tx, 'timeline', entries.map(toTimelineRow));
  await addNoteWords(tx, leadId, entries);
}

const MOST_NOTE_TEXT = 50_000;

export async function addNoteWords(tx: Tx, leadId: string, entries: readonly TimelineItem[]): Promise<void> {
  const added = noteWords(entries);
  if (!added) return;
  await tx
    .updateTable('leads')
    .set({ noteWords: sql<string>`substr(${added} || ' ' || "noteWords", 1, ${MOST_NOTE_TEXT})` })
    .where('id', '=', leadId)
    .execute();
}

/** Keeps what a qualification made; linked records and their keys exist already and stay as they are. */
export async function keepRecords(
  tx: Tx,
  { account, contact, opportunity }: { account?: Account; contact?: Contact; opportunity?: Opportunity },
): Promise<void> {
  await Promise.all([
    ...(account ? [keep(tx, 'accounts', account), addKeys(tx, 'account', account.id, accountKeys(account))] : []),
    ...(contact
      ? [keep(tx, 'contacts', contact), addKeys(tx, 'contact', contact.id, contactKeys(contact, account))]
      : []),
    ...(opportunity ? [keep(tx, 'opportunities', opportunity)] : []),
  ]);
}

function keep(
  tx: Tx,
  table: 'accounts' | 'contacts' | 'opportunities',
  record: Account | Contact | Opportunity,
): Promise<number> {
  const { id, originatingLeadId } = record;
  return insertRows(tx, table, [{ id, originatingLeadId, record: JSON.stringify(record) }]);
}

export async function addKeys(
  tx: Tx,
  kind: MatchKeyRow['kind'],
  recordId: string,
  keys: ReadonlyMap<string, unknown>,
): Promise<void> {
  if (!keys.size) return;
  const rows = [...keys.keys()].map((matchKey) => ({ matchKey, kind, recordId }));
  await insertRows(tx, 'matchKeys', rows);
}

/** What a lead is recognised by is made of these. */
const KEYED = ['firstName', 'lastName', 'companyName', 'email', 'businessPhone', 'mobilePhone'] as const;

async function replaceKeys(tx: Tx, before: Lead, after: Lead): Promise<void> {
  if (KEYED.every((field) => before[field] === after[field])) return;
  await tx.deleteFrom('matchKeys').where('recordId', '=', after.id).execute();
  await addKeys(tx, 'lead', after.id, leadKeys(after));
}
