import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { LeadQuery, LeadSort } from '../../leads/lead-query.ts';
import { queryWords } from '../../leads/search-words.ts';
import { type Cursor, readCursor } from './cursor.ts';
import type { Dialect, Tables } from './schema.ts';

type Selected = SelectQueryBuilder<Tables, 'leads', { lead: string; at: string; id: string }>;
type SortColumn = 'createdAt' | 'modifiedAt' | 'nameKey' | 'companyKey';

const COLUMNS: Record<string, SortColumn> = {
  created: 'createdAt',
  modified: 'modifiedAt',
  name: 'nameKey',
  company: 'companyKey',
};

/** Leads with the place each has in its order, one more than the page to see whether there is a next one. */
export function leadsQuery(db: Kysely<Tables>, dialect: Dialect, query: LeadQuery): Selected {
  const { column, direction } = order(query.sort ?? '-created');
  const cursor = query.cursor ? readCursor(query.cursor) : undefined;
  const words = queryWords(query.q ?? '');
  // What was asked for has no word in it: nothing is like it.
  if (query.q?.trim() && !words.length) return selected(db, 'createdAt').where(sql<boolean>`1 = 0`).limit(0);
  const found = words.length
    ? withWords(selected(db, 'createdAt'), dialect, words, cursor)
    : inOrder(selected(db, column), column, direction, cursor);
  return filtered(found, query).limit(query.limit + 1);
}

function selected(db: Kysely<Tables>, column: SortColumn): Selected {
  return db.selectFrom('leads').select(['leads.lead', 'leads.id', `leads.${column} as at`]);
}

/** Only the leads the query asks for. */
export function filtered<Row>(
  found: SelectQueryBuilder<Tables, 'leads', Row>,
  { status, ownerId, createdFrom, createdBefore, source, rating, industry }: Omit<LeadQuery, 'limit'>,
): SelectQueryBuilder<Tables, 'leads', Row> {
  let query = found;
  if (status === 'open') query = query.where('leads.status', '=', 'open');
  if (status === 'closed') query = query.where('leads.status', 'in', ['qualified', 'disqualified']);
  if (ownerId === null) query = query.where('leads.ownerId', 'is', null);
  else if (ownerId !== undefined) query = query.where('leads.ownerId', '=', ownerId);
  if (createdFrom) query = query.where('leads.createdAt', '>=', createdFrom);
  if (createdBefore) query = query.where('leads.createdAt', '<', createdBefore);
  if (source) query = query.where('leads.source', '=', source);
  if (rating) query = query.where('leads.rating', '=', rating);
  if (industry) query = query.where('leads.industry', '=', industry);
  return query;
}

function inOrder(query: Selected, column: SortColumn, direction: 'asc' | 'desc', cursor?: Cursor): Selected {
  const ordered = query.orderBy(`leads.${column}`, direction).orderBy('leads.id', direction);
  if (!cursor) return ordered;
  const beyond = direction === 'asc' ? sql.raw('>') : sql.raw('<');
  // A row value, which both databases answer from the index of these two columns.
  return ordered.where(sql<boolean>`(${sql.ref(`leads.${column}`)}, leads.id) ${beyond} (${cursor.at}, ${cursor.id})`);
}

/**
 * Leads that have every word, each at its beginning, newest first by the number that rises with every lead: the index
 * is read backwards until the page is full, so a common word costs no more than a rare one.
 */
function withWords(query: Selected, dialect: Dialect, words: readonly string[], cursor?: Cursor): Selected {
  const before = cursor
    ? sql<boolean>`leads.seq < (select seq from leads where id = ${cursor.id})`
    : sql<boolean>`1 = 1`;
  if (dialect === 'postgres') {
    const wanted = words.map((word) => `${word}:*`).join(' & ');
    return query
      .where(sql<boolean>`leads.words @@ to_tsquery('simple', ${wanted})`)
      .where(before)
      .orderBy('leads.seq', 'desc');
  }
  const wanted = words.map((word) => `"${word}"*`).join(' ');
  const matching = sql`(select rowid as seq from "leadWords" where "leadWords" match ${wanted} order by rowid desc)`;
  return query
    .innerJoin(sql<{ seq: number }>`${matching}`.as('found'), (join) => join.on(sql<boolean>`found.seq = leads.seq`))
    .where(before)
    .orderBy(sql`found.seq`, 'desc') as unknown as Selected;
}

function order(sort: LeadSort): { column: SortColumn; direction: 'asc' | 'desc' } {
  const column = COLUMNS[sort.replace('-', '')] ?? 'createdAt';
  return { column, direction: sort.startsWith('-') ? 'desc' : 'asc' };
}
