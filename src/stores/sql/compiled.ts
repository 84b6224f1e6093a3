import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Building a query costs more than asking it: those on the way of every request are built once for each database. */
const known = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();

/**
 * Asks a query that was built before under the same name.
 * @param name what stands for its shape: two queries of one name differ in their parameters only
 * @param parameters in the order in which the query mentions them
 */
export function ask<Row>(
  db: Kysely<Tables>,
  name: string,
  parameters: readonly unknown[],
  build: () => Compilable<Row>,
): Promise<QueryResult<Row>> {
  const { adapter } = db.getExecutor();
  const queries = known.get(adapter) ?? new Map<string, CompiledQuery>();
  known.set(adapter, queries);
  const query = queries.get(name) ?? build().compile();
  queries.set(name, query);
  return db.executeQuery<Row>({ ...query, parameters } as CompiledQuery<Row>);
}

/** Adds rows of the same columns; those that are there already stay as they are. Resolves to how many were added. */
export async function insertRows<Table extends keyof Tables & string>(
  tx: Transaction<Tables>,
  table: Table,
  rows: readonly object[],
): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  const name = `insert ${rows.length} ${table} ${columns}`;
  const parameters = rows.flatMap((row) => Object.values(row));
  const { numAffectedRows } = await ask(tx, name, parameters, () =>
    tx
      .insertInto(table)
      .values(rows as never)
      .onConflict((conflict) => conflict.doNothing()),
  );
  return Number(numAffectedRows ?? 0);
}
