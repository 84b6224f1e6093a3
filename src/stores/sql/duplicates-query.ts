import type { Kysely } from 'kysely';
import type { Duplicate } from '../../leads/duplicates.ts';
import { fullName, type Lead } from '../../leads/lead.ts';
import type { DuplicateQuery } from '../../leads/lead-store.ts';
import type { DuplicateReason } from '../../leads/match-keys.ts';
import type { Account, Contact } from '../../leads/records.ts';
import type { SqlDatabase } from './database.ts';
import type { MatchKeyRow, Tables } from './schema.ts';
import { places, type Statement } from './write.ts';

const MOST_KEYS = 60;
const MOST_CANDIDATES = 5;

type Hit = { kind: Duplicate['kind']; id: string; reasons: DuplicateReason[] };

/** Records sharing one of the keys, those that share most first. */
export async function findDuplicates(database: SqlDatabase, query: DuplicateQuery): Promise<Duplicate[]> {
  const { keys } = query;
  if (!keys.size) return [];
  const { sql, parameters } = sharing('kind, "recordId", "matchKey"', query);
  const rows = await database.rows<MatchKeyRow>(`${sql} limit ${MOST_KEYS}`, parameters);
  const hits = new Map<string, Hit>();
  for (const { kind, recordId, matchKey } of rows) {
    const hit = hits.get(recordId) ?? { kind, id: recordId, reasons: [] };
    const reason = keys.get(matchKey);
    if (reason && !hit.reasons.includes(reason)) hit.reasons.push(reason);
    hits.set(recordId, hit);
  }
  const strongest = [...hits.values()].sort((a, b) => b.reasons.length - a.reasons.length).slice(0, MOST_CANDIDATES);
  const found = await Promise.all(strongest.map((hit) => describe(database.read, hit)));
  return found.filter((candidate) => candidate !== undefined);
}

/** The keys by which records are like what is asked for. */
export function sharing(columns: string, { keys, kinds, except = '' }: DuplicateQuery): Statement {
  const wanted = [...keys.keys()];
  const sql = `select ${columns} from "matchKeys" where "matchKey" in (${places(wanted)}) and kind in (${places(kinds)})
    and "recordId" <> ?`;
  return { sql, parameters: [...wanted, ...kinds, except] };
}

async function describe(db: Kysely<Tables>, { kind, id, reasons }: Hit): Promise<Duplicate | undefined> {
  if (kind === 'lead') {
    const row = await db.selectFrom('leads').select('lead').where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const lead: Lead = JSON.parse(row.lead);
    const { companyName, email, status } = lead;
    return { kind, id, name: fullName(lead), companyName, email, status, reasons };
  }
  const table = kind === 'contact' ? 'contacts' : 'accounts';
  const row = await db.selectFrom(table).select('record').where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const record: Contact | Account = JSON.parse(row.record);
  const name = 'fullName' in record ? record.fullName : record.name;
  return { kind, id, name, companyName: kind === 'account' ? name : null, email: record.email, reasons };
}
