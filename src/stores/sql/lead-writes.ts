import type { AuditEntry } from '../../leads/audit.ts';
import type { Lead } from '../../leads/lead.ts';
import type { DuplicateQuery, Trail } from '../../leads/lead-store.ts';
import { accountKeys, contactKeys, leadKeys } from '../../leads/match-keys.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import type { TimelineItem } from '../../leads/timeline.ts';
import { toAuditRow } from './audit-rows.ts';
import { sharing } from './duplicates-query.ts';
import { changedColumns, noteWords, toLeadRow, toTimelineRow } from './rows.ts';
import type { Dialect, MatchKeyRow } from './schema.ts';
import { insert, places, type Statement, type Write } from './write.ts';

type Records = { account?: Account; contact?: Contact; opportunity?: Opportunity };

/** A lead with its keys and its trail; takes where no lead has its id, and no record what `unless` asks for. */
export function newLead(dialect: Dialect, lead: Lead, trail: Trail, unless?: DuplicateQuery): Write {
  const [row] = insert('leads', [{ ...toLeadRow(lead), noteWords: noteWords(trail.entries) }]) as [Statement];
  const head = unless?.keys.size ? guarded(row, isShared(dialect, unless)) : row;
  return { head, rest: [...insert('matchKeys', keyRows('lead', lead.id, leadKeys(lead))), ...trailRows(trail)] };
}

function guarded({ sql, parameters }: Statement, found: Statement): Statement {
  return {
    sql: sql.replace('{taken}', `not ${found.sql}`),
    parameters: [...parameters, ...found.parameters],
  };
}

/** Whether there is a record like it. Where others write at the same time, those who write one like it are waited for. */
function isShared(dialect: Dialect, unless: DuplicateQuery): Statement {
  const { sql, parameters } = sharing('1', unless);
  if (dialect === 'sqlite') return { sql: `exists (${sql})`, parameters };
  const { keys, kinds, except = '' } = unless;
  return { sql: '"isShared"(?::text[], ?::text[], ?)', parameters: [[...keys.keys()], [...kinds], except] };
}

/**
 * The lead in place of the version before it, with what a qualification made of it; takes where that version stands.
 * Only what differs is written: most columns stand in an index.
 */
export function changedLead(before: Lead, lead: Lead, trail: Trail, records: Records = {}): Write {
  const changes = changedColumns(before, lead);
  const added = noteWords(trail.entries);
  const set = [...changes.map(([column]) => `"${column}" = ?`), ...(added ? [WITH_NOTE_WORDS] : [])];
  const head = {
    sql: `update leads set ${set.join(', ')} where id = ? and version = ?`,
    parameters: [...changes.map(([, value]) => value), ...(added ? [added] : []), lead.id, lead.version - 1],
  };
  return { head, rest: [...changedKeys(before, lead), ...recordRows(before, records), ...trailRows(trail)] };
}

/** An entry of a timeline; takes where its lead is there and the entry is not: the same id, or the same message. */
export function newEntry(dialect: Dialect, item: TimelineItem, audit: AuditEntry): Write {
  const row = toTimelineRow(item);
  // Locked until the commit: a lead that is being deleted elsewhere is either gone or waits.
  const there = `from leads where id = ?${dialect === 'postgres' ? ' for key share' : ''}`;
  const head = {
    sql: `insert into timeline ("${Object.keys(row).join('", "')}") select ${places(Object.keys(row))} ${there} on conflict do nothing`,
    parameters: [...Object.values(row), item.leadId],
  };
  const words = noteWords([item]);
  const sql = `update leads set ${WITH_NOTE_WORDS} where id = ? and {taken}`;
  const found = words ? [{ sql, parameters: [words, item.leadId] }] : [];
  return { head, rest: [...found, ...insert('audit', [toAuditRow(audit)])] };
}

const MOST_NOTE_TEXT = 50_000;
/** Puts the words of a new note before those of the notes there are. */
const WITH_NOTE_WORDS = `"noteWords" = substr(? || ' ' || "noteWords", 1, ${MOST_NOTE_TEXT})`;

function trailRows({ entries, audit }: Trail): Statement[] {
  return [...insert('timeline', entries.map(toTimelineRow)), ...insert('audit', [toAuditRow(audit)])];
}

/**
 * What a qualification made; linked records and their keys exist already and stay as they are. Only the opportunity that the
 * lead had is brought up to date.
 */
function recordRows(before: Lead, { account, contact, opportunity }: Records): Statement[] {
  const keys = [
    ...(account ? keyRows('account', account.id, accountKeys(account)) : []),
    ...(contact ? keyRows('contact', contact.id, contactKeys(contact, account)) : []),
  ];
  return [
    ...insert('accounts', account ? [recordRow(account)] : []),
    ...insert('contacts', contact ? [recordRow(contact)] : []),
    ...(opportunity ? opportunityRow(before, opportunity) : []),
    ...insert('matchKeys', keys),
  ];
}

function opportunityRow(before: Lead, opportunity: Opportunity): Statement[] {
  const { id, record } = recordRow(opportunity);
  if (before.opportunityId !== id) return insert('opportunities', [recordRow(opportunity)]);
  return [{ sql: 'update opportunities set record = ? where id = ? and {taken}', parameters: [record, id] }];
}

function recordRow(record: Account | Contact | Opportunity) {
  return { id: record.id, originatingLeadId: record.originatingLeadId, record: JSON.stringify(record) };
}

function keyRows(kind: MatchKeyRow['kind'], recordId: string, keys: ReadonlyMap<string, unknown>): MatchKeyRow[] {
  return [...keys.keys()].map((matchKey) => ({ matchKey, kind, recordId }));
}

/** What a lead is recognised by is made of these. */
const KEYED = ['firstName', 'lastName', 'companyName', 'email', 'businessPhone', 'mobilePhone'] as const;

function changedKeys(before: Lead, after: Lead): Statement[] {
  if (KEYED.every((field) => before[field] === after[field])) return [];
  const rows = keyRows('lead', after.id, leadKeys(after));
  const kept = rows.map(({ matchKey }) => matchKey);
  const gone = kept.length ? ` and "matchKey" not in (${places(kept)})` : '';
  const sql = `delete from "matchKeys" where "recordId" = ?${gone} and {taken}`;
  return [{ sql, parameters: [after.id, ...kept] }, ...insert('matchKeys', rows)];
}
