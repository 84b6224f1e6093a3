import type { Insertable } from 'kysely';
import type { Tables } from './schema.ts';

/** SQL that both databases understand, with `?` for its parameters. */
export type Statement = { sql: string; parameters: readonly unknown[] };

/**
 * What is written whole or not at all. The head decides: where it changes no row, nothing else is written. Statements
 * of the rest say `where {taken}`, so that a server database can be sent all of them as one.
 */
export type Write = { head: Statement; rest: readonly Statement[] };

/** As many places for parameters as there are values, for `in (…)`. */
export function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** Adds rows of the same columns to a table; those that are there already stay as they are. */
export function insert<Table extends keyof Tables>(
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Statement[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first);
  const row = places(columns);
  // The types of a single row's parameters follow from the columns; those of several are texts.
  const select = rows.length === 1 ? `select ${row}` : `select * from (values ${rows.map(() => `(${row})`)}) as given`;
  const sql = `insert into "${table}" ("${columns.join('", "')}") ${select} where {taken} on conflict do nothing`;
  return [{ sql, parameters: rows.flatMap((each) => Object.values(each)) }];
}

/** Adds a row, or puts it in place of the one with the same key. */
export function upsert<Table extends keyof Tables>(
  table: Table,
  key: readonly (keyof Tables[Table] & string)[],
  row: Insertable<Tables[Table]>,
): Statement {
  const columns = Object.keys(row);
  const into = `"${table}" ("${columns.join('", "')}")`;
  const set = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  const sql = `insert into ${into} values (${places(columns)}) on conflict ("${key.join('", "')}") do update set ${set}`;
  return { sql, parameters: Object.values(row) };
}

/** A write as one statement of PostgreSQL: a single round trip, and a transaction by itself. Its rows count the head's. */
export function asOneStatement({ head, rest }: Write): Statement {
  const parts = rest.map(({ sql }, nth) => `part${nth} as (${sql})`).join(', ');
  const taken = parts.replaceAll('{taken}', 'exists (select from head)');
  const sql = `with head as (${unconditional(head.sql)} returning 1)${taken && `, ${taken}`} select from head`;
  return { sql, parameters: [head, ...rest].flatMap(({ parameters }) => parameters) };
}

/** The statement where it is known that its head has changed something. */
export function unconditional(sql: string): string {
  return sql.replaceAll('{taken}', 'true');
}
