import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { LeadError } from '../../leads/lead-error.ts';
import type { Log } from '../../platform/log.ts';

const CONNECTIONS = 10;
const INT8 = 20;
const MOST_PREPARED = 200;

/** A dialect on a PostgreSQL server. A connection that is lost is replaced by the next query. */
export function postgresDialect(url: string, log: Log): PostgresDialect {
  // Counters and sizes fit a number exactly; the driver would give 64-bit ones as text.
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5000,
    types,
    pipeline: true,
    // A search is planned for the words it looks for, although its statement is prepared.
    options: '-c plan_cache_mode=force_custom_plan',
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  const names = new Map<string, string>();
  return new PostgresDialect({
    pool: {
      connect: async () => {
        const client = await pool.connect().catch(unavailable);
        // One that breaks while it is out says so by its query; this keeps the event from ending the process.
        if (!client.listenerCount('error')) client.on('error', () => undefined);
        return preparing(client, names);
      },
      end: () => pool.end(),
    },
  });
}

/** A connection that understands each statement once: parsing one is most of what a small write costs. */
function preparing(client: pg.PoolClient, names: Map<string, string>): PostgresPoolClient {
  return {
    // Kysely streams nothing here: a query is always a text with its parameters.
    query: ((text: string, values: unknown[]) => {
      if (!names.has(text) && names.size < MOST_PREPARED) names.set(text, `s${names.size}`);
      const name = names.get(text);
      return client.query({ text, values, ...(name && { name }) });
    }) as unknown as PostgresPoolClient['query'],
    release: () => client.release(),
  };
}

/** Whether a query failed because the server was not there, rather than because of what it asked. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(08|57P0|ECONN|EPIPE|ETIMEDOUT)/.test(code ?? '') || /^Connection terminated|timeout exceeded/.test(message ?? '')
  );
}

function unavailable(error: unknown): never {
  throw new LeadError('store-unavailable', [], error);
}
