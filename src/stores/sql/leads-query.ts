import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { LeadError } from '../../leads/lead-error.ts';
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

/** What a search gives of a lead; its place is the number that rises with every lead. */
const FOUND = ['leads.lead', 'leads.id', sql<string>`cast(leads.seq as text)`.as('at')] as const;

/** Leads with the place each has in its order, one more than the page to see whether there is a next one. */
export function leadsQuery(db: Kysely<Tables>, dialect: Dialect, query: LeadQuery): Selected {
  const { column, direction } = order(query.sort ?? '-created');
  const cursor = query.cursor ? readCursor(query.cursor) : undefined;
  const words = queryWords(query.q ?? '');
  // What was asked for has no word in it: nothing is like it.
  if (query.q?.trim() && !words.length) return selected(db, 'createdAt').where(sql<boolean>`1 = 0`).limit(0);
  if (words.length && dialect === 'postgres') return foundInPostgres(db, query, words);
  const found = words.length
    ? foundInSqlite(db.selectFrom('leads').select(FOUND), words, cursor)
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
function foundInSqlite(query: Selected, words: readonly string[], cursor?: Cursor): Selected {
  const wanted = words.map((word) => `"${word}"*`).join(' ');
  const matching = sql`(select rowid as seq from "leadWords" where "leadWords" match ${wanted} order by rowid desc)`;
  return query
    .innerJoin(sql<{ seq: number }>`${matching}`.as('found'), (join) => join.on(sql<boolean>`found.seq = leads.seq`))
    .where(olderThan(cursor))
    .orderBy(sql`found.seq`, 'desc') as unknown as Selected;
}

/** So many of the newest are looked at first: a word that many leads have fills its page from these. */
const RECENT = 2000;
/** As many leads are sorted; where there are more, walking back from the newest meets a page of them sooner. */
const FEW = 2000;

/**
 * The same in PostgreSQL. Its planner cannot know how many leads have a word, and its index gives out nothing before it
 * has found all of them: so the newest leads are looked through first, then a few are looked up, and only what is still
 * needed runs.
 */
function foundInPostgres(db: Kysely<Tables>, query: LeadQuery, words: readonly string[]): Selected {
  const before = olderThan(query.cursor ? readCursor(query.cursor) : undefined);
  const wanted = words.map((word) => `${word}:*`).join(' & ');
  const matches = sql<boolean>`leads.words @@ to_tsquery('simple', ${wanted})`;
  const page = (from: Selected, which: RawBuilder<boolean>) =>
    filtered(from.select('leads.seq'), query)
      .where(which)
      .where(before)
      .orderBy('leads.seq', 'desc')
      .limit(query.limit + 1);
  const all = db.selectFrom('leads').select(FOUND);
  const newest = sql<Tables['leads']>`(select * from leads where ${before} order by seq desc limit ${RECENT})`.as(
    'leads',
  );
  const recent = page(db.selectFrom(newest).select(FOUND), matches);
  const isFull = sql`(select count(*) from recent) > ${query.limit}`;
  const few = sql`(select seq from leads where ${matches} and ${before} limit ${FEW + 1})`;
  const isFew = sql`(select count(*) from few) <= ${FEW}`;
  const sorted = page(all, sql`leads.seq in (select seq from few) and not ${isFull} and ${isFew}`);
  const walked = page(all, sql`${matches} and not ${isFull} and not ${isFew}`);
  return db
    .with(
      (named) => named('recent').materialized(),
      () => recent as never,
    )
    .with(
      (named) => named('few').materialized(),
      () => few as never,
    )
    .selectFrom(sql<{ seq: number }>`(select * from recent where ${isFull})`.as('full'))
    .selectAll()
    .unionAll(db.selectFrom(sorted.as('sorted')).selectAll() as never)
    .unionAll(db.selectFrom(walked.as('walked')).selectAll() as never)
    .orderBy('seq', 'desc') as unknown as Selected;
}

/** @throws LeadError `invalid-input` for the cursor of a list */
function olderThan(cursor?: Cursor): RawBuilder<boolean> {
  if (!cursor) return sql`1 = 1`;
  if (!/^\d{1,15}$/.test(cursor.at)) throw new LeadError('invalid-input', [{ field: 'cursor', rule: 'malformed' }]);
  return sql`leads.seq < ${Number(cursor.at)}`;
}

function order(sort: LeadSort): { column: SortColumn; direction: 'asc' | 'desc' } {
  const column = COLUMNS[sort.replace('-', '')] ?? 'createdAt';
  return { column, direction: sort.startsWith('-') ? 'desc' : 'asc' };
}
