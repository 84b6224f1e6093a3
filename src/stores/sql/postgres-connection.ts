import type pg from 'pg';
import { LeadError } from '../../leads/lead-error.ts';

/** What the server says, or the network, when it was not there rather than asked something wrong. */
const AWAY_CODE = /^(08|57P0|ECONN|EPIPE|ETIMEDOUT)/;
const AWAY_MESSAGE = /^Connection terminated|timeout exceeded|not queryable$/;

/**
 * Watches a new connection, whoever asks by it: what fails because the database is away is `store-unavailable`, and such
 * a connection is asked nothing more, so that the pool replaces it.
 */
export function watchConnection(client: pg.PoolClient): void {
  // One that breaks while it is out says so by its query; this keeps the event from ending the process.
  client.on('error', () => undefined);
  const ask = client.query.bind(client) as (query: unknown, values?: unknown[]) => Promise<pg.QueryResult>;
  let lost: LeadError | undefined;
  const query = async (asked: string | pg.QueryConfig, values?: unknown[]) => {
    // Whoever goes on, if only to roll back, is told the first reason.
    if (lost) throw lost;
    try {
      return await ask(asked, values);
    } catch (error) {
      if (!isAway(error)) throw error;
      lost = unavailable(error);
      void client.end();
      throw lost;
    }
  };
  client.query = query as typeof client.query;
}

export function unavailable(error: unknown): LeadError {
  return new LeadError('store-unavailable', [], error);
}

function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return AWAY_CODE.test(code ?? '') || AWAY_MESSAGE.test(message ?? '');
}
