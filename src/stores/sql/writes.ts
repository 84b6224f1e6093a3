import { sql, type Transaction } from 'kysely';
import type { Lead } from '../../leads/lead.ts';
import { LeadError } from '../../leads/lead-error.ts';
import { accountKeys, contactKeys, personKeys } from '../../leads/match-keys.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { TimelineItem } from '../../leads/timeline.ts';
import { ask, insertRows } from './compiled.ts';
import { noteWords, toLeadRow, toTimelineRow } from './rows.ts';
import type { MatchKeyRow, Tables } from './schema.ts';

type Tx = Transaction<Tables>;

/** Puts the lead in place of the version before it. @throws LeadError `lead-changed`, `lead-not-found` */
export async function replaceLead(tx: Tx, lead: Lead): Promise<void> {
  const { id, ...row } = toLeadRow(lead);
  const before = lead.version - 1;
  const { numAffectedRows } = await ask(tx, 'replace lead', [...Object.values(row), id, before], () =>
    tx.updateTable('leads').set(row).where('id', '=', id).where('version', '=', before),
  );
  if (!numAffectedRows) await refuse(tx, id);
  await replaceKeys(tx, 'lead', id, personKeys(lead));
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

/** Keeps what a qualification made; linked records exist already and stay as they are. */
export async function keepRecords(
  tx: Tx,
  { account, contact, opportunity }: { account?: Account; contact?: Contact; opportunity?: Opportunity },
): Promise<void> {
  if (account && (await keep(tx, 'accounts', account))) await addKeys(tx, 'account', account.id, accountKeys(account));
  if (contact && (await keep(tx, 'contacts', contact))) {
    await addKeys(tx, 'contact', contact.id, contactKeys(contact, account));
  }
  if (opportunity) await keep(tx, 'opportunities', opportunity);
}

async function keep(
  tx: Tx,
  table: 'accounts' | 'contacts' | 'opportunities',
  record: Account | Contact | Opportunity,
): Promise<boolean> {
  const { id, originatingLeadId } = record;
  const row = { id, originatingLeadId, record: JSON.stringify(record) };
  return (await insertRows(tx, table, [row])) > 0;
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

async function replaceKeys(tx: Tx, kind: 'lead', recordId: string, keys: ReadonlyMap<string, unknown>): Promise<void> {
  await ask(tx, 'forget keys', [recordId], () => tx.deleteFrom('matchKeys').where('recordId', '=', recordId));
  await addKeys(tx, kind, recordId, keys);
}
