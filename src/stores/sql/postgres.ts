import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Log } from '../../platform/log.ts';
import type { Commits, Work } from './commits.ts';
import { LIMITS, type Limits, unavailable, watchConnection } from './postgres-connection.ts';
import type { Tables } from './schema.ts';
import { asOneStatement, type Statement, type Write } from './write.ts';

const CONNECTIONS = 10;
const TOO_MANY_CONNECTIONS = '53300';
const INT8 = 20;
const MOST_PREPARED = 200;

/** A PostgreSQL server. A connection that is lost is replaced by the next query. */
export class PostgresServer implements Commits {
  readonly db: Kysely<Tables>;
  readonly #pool: pg.Pool;
  readonly #prepared = new Map<string, { text: string; name?: string }>();

  readonly #limits: Limits;

  constructor(url: string, log: Log, limits = LIMITS) {
    this.#limits = limits;
    // Counters and sizes fit a number exactly; the driver would give 64-bit ones as text.
    const types = {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    };
    this.#pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: limits.connect,
      keepAlive: true,
      types,
      pipeline: true,
    });
    // Without a listener an idle connection that breaks would end the process.
    this.#pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
    this.#pool.on('connect', (client) => watchConnection(client, limits));
    // Fewer may have been all there were; whoever waits next finds out.
    this.#pool.on('remove', () => {
      this.#pool.options.max = CONNECTIONS;
    });
    const connect = () => this.#connect() as Promise<PostgresPoolClient>;
    this.db = new Kysely({ dialect: new PostgresDialect({ pool: { connect, end: () => this.#pool.end() } }) });
  }

  /** Asks a statement that every connection understands once: parsing and planning one is most of what it costs. */
  async rows(sql: string, parameters: readonly unknown[]): Promise<Record<string, unknown>[]> {
    return (await this.#query({ sql, parameters })).rows;
  }

  async put(write: Write): Promise<boolean> {
    return !!(await this.#query(asOneStatement(write))).rowCount;
  }

  later(write: Write): Promise<boolean> {
    return this.put(write);
  }

  run<T>(work: Work<T>): Promise<T> {
    return this.db.transaction().execute((tx) =>
      work(tx, async (write) => {
        const { sql, parameters } = asOneStatement(write);
        return !!(await tx.executeQuery(CompiledQuery.raw(numbered(sql), [...parameters]))).rows.length;
      }),
    );
  }

  /**
   * A write that changes nothing: a server that became another one's follower could be read.
   * @throws LeadError `store-unavailable` when it does not answer soon, or cannot be written
   */
  async ping(): Promise<void> {
    const query_timeout = this.#limits.ping;
    const asked = this.#query({ sql: 'delete from leads where false', parameters: [] }, { query_timeout });
    const late = sleep(query_timeout, undefined, { ref: false }).then(() => {
      throw unavailable(new Error('The database does not answer'));
    });
    await Promise.race([asked, late]);
  }

  async #query({ sql, parameters }: Statement, more: { query_timeout?: number } = {}): Promise<pg.QueryResult> {
    const client = await this.#connect();
    try {
      return await client.query({ ...this.#prepare(sql), values: [...parameters], ...more });
    } finally {
      client.release();
    }
  }

  #prepare(sql: string): { text: string; name?: string } {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const { size } = this.#prepared;
    if (size >= MOST_PREPARED) return { text: numbered(sql) };
    const prepared = { text: numbered(sql), name: `s${size}` };
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  /** A server that gives no more connections is no reason to fail while there are some to wait for. */
  async #connect(refused = 0): Promise<pg.PoolClient> {
    const pool = this.#pool;
    try {
      return await pool.connect();
    } catch (error) {
      // Others of this process may just be refused as well, so that it takes a few to know how many there are.
      const isFew = (error as { code?: string }).code === TOO_MANY_CONNECTIONS && pool.totalCount > 0;
      if (!isFew || refused === CONNECTIONS) throw unavailable(error);
      pool.options.max = Math.min(pool.options.max, pool.totalCount);
      return this.#connect(refused + 1);
    }
  }
}

/** Parameters as PostgreSQL writes them: $1, $2, … */
function numbered(sql: string): string {
  let nth = 0;
  return sql.replace(/\?/g, () => `$${++nth}`);
}
