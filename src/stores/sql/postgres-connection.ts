import type pg from 'pg';
import { LeadError } from '../../leads/lead-error.ts';

/** How long it takes until a database counts as away, in milliseconds; 0 is for ever. */
export type Limits = {
  /** For a connection, be it a new one or one that others have. */
  connect: number;
  /** For a statement on its own: the server gives it up. */
  statement: number;
  /** For a statement of a piece of work, such as an erasure that looks through every text. */
  work: number;
  /** For a row or table that somebody else has locked. */
  lock: number;
  /** What an answer may take longer than the server gives the statement, before nobody is thought to be there. */
  silence: number;
  /** For the question whether it is there. */
  ping: number;
};

export const LIMITS: Limits = {
  connect: 5000,
  statement: 15_000,
  work: 120_000,
  lock: 15_000,
  silence: 5000,
  ping: 2000,
};

/** Bringing a database up to date takes as long as it takes. */
export const NO_LIMITS: Limits = { ...LIMITS, statement: 0, work: 0, lock: 0 };

/** What the server says, or the network, when it was not there, too busy, full or read-only, rather than asked something wrong. */
const AWAY_CODE = /^(08|53|57P0|57014|55P03|25006|ECONN|EPIPE|ETIMEDOUT)/;
const AWAY_MESSAGE = /^Connection terminated|timeout exceeded|read timeout$|not queryable$/;

type Asked = pg.QueryConfig & { query_timeout?: number };

/**
 * Watches a new connection, whoever asks by it: nothing takes longer than its limit, what fails because the database is
 * away is `store-unavailable`, and such a connection is asked nothing more, so that the pool replaces it.
 */
export function watchConnection(client: pg.PoolClient, limits: Limits): void {
  // One that breaks while it is out says so by its query; this keeps the event from ending the process.
  client.on('error', () => undefined);
  const ask = client.query.bind(client) as (query: Asked) => Promise<pg.QueryResult>;
  const isLimited = limitStatements(ask, limits);
  const patience = () => {
    const limit = client.getTransactionStatus() === 'T' ? limits.work : limits.statement;
    return limit && limit + limits.silence;
  };
  let lost: LeadError | undefined;
  const query = async (asked: string | Asked, values?: unknown[]) => {
    // Whoever goes on, if only to roll back, is told the first reason.
    if (lost) throw lost;
    const query = { query_timeout: patience(), ...(typeof asked === 'string' ? { text: asked, values } : asked) };
    try {
      // In the same breath: a piece of work costs no round trip more.
      if (asked === 'begin' && (await isLimited)) query.text = `begin; set local statement_timeout = ${limits.work}`;
      return await ask(query as Asked);
    } catch (error) {
      if (!isAway(error)) throw error;
      lost = unavailable(error);
      void client.end();
      throw lost;
    }
  };
  client.query = query as typeof client.query;
}

/**
 * The server's own limits, where its administrator has set none. They are sent ahead of what is asked first, and not
 * with the connection's parameters, which a pooler between would refuse.
 * @returns whether statements are limited by this
 */
async function limitStatements(ask: (query: Asked) => Promise<pg.QueryResult>, limits: Limits): Promise<boolean> {
  if (!limits.statement) return false;
  const text = `select name, set_config(name, value, false)
    from (values ('statement_timeout', $1), ('lock_timeout', $2)) as given (name, value)
    where current_setting(name) = '0'`;
  const values = [String(limits.statement), String(limits.lock)];
  // When it fails, so does what is asked next, and that says why.
  const { rows } = await ask({ text, values, query_timeout: limits.statement + limits.silence }).catch(() => ({
    rows: [] as { name: string }[],
  }));
  return rows.some(({ name }) => name === 'statement_timeout');
}

export function unavailable(error: unknown): LeadError {
  return new LeadError('store-unavailable', [], error);
}

function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return AWAY_CODE.test(code ?? '') || AWAY_MESSAGE.test(message ?? '');
}
