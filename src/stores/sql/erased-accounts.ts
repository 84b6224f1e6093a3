import { sql, type Transaction } from 'kysely';
import { accountKeys } from '../../leads/match-keys.ts';
import type { Erased } from '../../leads/privacy.ts';
import type { Account } from '../../leads/records.ts';
import type { Tables } from './schema.ts';

/** What an account takes over from the person it was made for; the rest is the company's. */
const OF_THE_PERSON = { email: null, phone: null, description: null } satisfies Partial<Account>;

/**
 * Accounts whose lead has been erased go with it. One that other leads, contacts or opportunities belong to is their
 * company: it stays, without what it has of the person. Called when whatever else is to be erased is gone.
 */
export async function eraseAccounts(tx: Transaction<Tables>, ids: readonly string[], erased: Erased): Promise<void> {
  for (const id of ids) {
    const row = await tx.selectFrom('accounts').select('record').where('id', '=', id).executeTakeFirst();
    if (!row) continue;
    if (await isLinked(tx, id)) {
      const account: Account = { ...JSON.parse(row.record), ...OF_THE_PERSON };
      const record = JSON.stringify(account);
      await tx.updateTable('accounts').set({ record }).where('id', '=', id).execute();
      await keepKeys(tx, id, [...accountKeys(account).keys()]);
      erased.mentions++;
    } else {
      await tx.deleteFrom('accounts').where('id', '=', id).execute();
      await keepKeys(tx, id, []);
      erased.accounts++;
    }
  }
}

async function keepKeys(tx: Transaction<Tables>, recordId: string, kept: readonly string[]): Promise<void> {
  const others = tx.deleteFrom('matchKeys').where('recordId', '=', recordId);
  await (kept.length ? others.where('matchKey', 'not in', kept) : others).execute();
}

/** Whether a record says that it belongs to the account, the fewest looked at first. */
async function isLinked(tx: Transaction<Tables>, accountId: string): Promise<boolean> {
  // As the JSON in the column has it; ids of accounts are made here and hold no wildcards.
  const link = `%"accountId":${JSON.stringify(accountId)}%`;
  for (const [table, column] of [
    ['opportunities', 'record'],
    ['contacts', 'record'],
    ['leads', 'lead'],
  ] as const) {
    const linked = sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} like ${link} limit 1`;
    if ((await linked.execute(tx)).rows.length) return true;
  }
  return false;
}
