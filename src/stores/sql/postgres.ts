import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { LeadError } from '../../leads/lead-error.ts';
import type { Log } from '../../platform/log.ts';

const CONNECTIONS = 10;
const INT8 = 20;

/** A dialect on a PostgreSQL server. A connection that is lost is replaced by the next query. */
export function postgresDialect(url: string, log: Log): PostgresDialect {
  // Counters and sizes fit a number exactly; the driver would give 64-bit ones as text.
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 5000, types });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  return new PostgresDialect({
    pool: {
      connect: async () => {
        const client = await pool.connect().catch(unavailable);
        // One that breaks while it is out says so by its query; this keeps the event from ending the process.
        if (!client.listenerCount('error')) client.on('error', () => undefined);
        return client as unknown as PostgresPoolClient;
      },
      end: () => pool.end(),
    },
  });
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
