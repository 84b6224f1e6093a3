import { type Kysely, type Selectable, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { AuditAction, AuditEntry } from '../../leads/audit.ts';
import type { Page } from '../../leads/lead-store.ts';
import type { Surface } from '../../leads/person.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { AuditRow, Tables } from './schema.ts';

/** Adds to the audit trail; nothing ever changes a row of it but an erasure. */
export async function recordAudit(tx: Transaction<Tables>, entry: AuditEntry): Promise<void> {
  await tx.insertInto('audit').values(toAuditRow(entry)).execute();
}

export function toAuditRow({ leadId, itemId, at, by, surface, requestId, action, changes }: AuditEntry) {
  return {
    ...{ leadId, itemId: itemId ?? null, at, surface, requestId, action },
    byId: by.id,
    byName: by.name,
    changes: JSON.stringify(changes),
  };
}

type Asked = { limit: number; cursor?: string };

/** Of a lead, newest first. */
export function auditPage(db: Kysely<Tables>, leadId: string, asked: Asked): Promise<Page<AuditEntry>> {
  return pageOf(db.selectFrom('audit').selectAll().where('leadId', '=', leadId), asked);
}

/** What was refused, newest first. */
export function denialsPage(db: Kysely<Tables>, asked: Asked): Promise<Page<AuditEntry>> {
  // Written out, so that the index of these is used.
  return pageOf(db.selectFrom('audit').selectAll().where('action', '=', sql.lit('denied')), asked);
}

async function pageOf(
  rows: SelectQueryBuilder<Tables, 'audit', Selectable<AuditRow>>,
  { limit, cursor }: Asked,
): Promise<Page<AuditEntry>> {
  let query = rows.orderBy('seq', 'desc').limit(limit + 1);
  if (cursor) query = query.where('seq', '<', Number(readCursor(cursor).id) || 0);
  const found = await query.execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? writeCursor({ at: last.at, id: String(last.seq) }) : null;
  return { items: page.map(fromAuditRow), next };
}

export function fromAuditRow(row: Omit<Selectable<AuditRow>, 'seq'>): AuditEntry {
  const { leadId, itemId, at, byId, byName, surface, requestId, action, changes } = row;
  return {
    leadId,
    ...(itemId && { itemId }),
    at,
    by: { id: byId, name: byName },
    surface: surface as Surface,
    requestId,
    action: action as AuditAction,
    changes: JSON.parse(changes),
  };
}
