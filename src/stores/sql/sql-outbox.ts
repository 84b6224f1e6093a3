import type { Selectable } from 'kysely';
import type { Again, Backlog, Change, Claim, Outbox } from '../../outbox/outbox.ts';
import type { SqlDatabase } from './database.ts';
import type { OutboxRow as Row } from './schema.ts';
import { places } from './write.ts';

type OutboxRow = Selectable<Row>;

/** The outbox in the same database as the leads; its rows are written by triggers. */
export class SqlOutbox implements Outbox {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async waiting(now: Date, limit: number): Promise<Change[]> {
    const held = `select 1 from "outboxLeads" as held where held."leadId" = outbox."leadId" and until > ?
      and (holder is not null or tried >= outbox.seq)`;
    const sql = `select * from outbox where not exists (${held}) order by seq limit ?`;
    return (await this.#database.rows<OutboxRow>(sql, [now.toISOString(), limit])).map(toChange);
  }

  async claim(changes: readonly Change[], holder: string, now: Date, until: Date): Promise<Claim[]> {
    const leads = [...new Set(changes.map(({ leadId }) => leadId))];
    // At once: where commits are shared that is one.
    const held = await Promise.all(leads.map((leadId) => this.#hold(leadId, changes, { holder, now, until })));
    const ours = leads.filter((_leadId, nth) => held[nth]);
    const waiting = ours.length ? await this.#claimed(changes.filter(({ leadId }) => ours.includes(leadId))) : [];
    const claims = ours.map((leadId) => {
      const rows = waiting.filter((row) => row.leadId === leadId);
      return {
        leadId,
        attempts: rows[0]?.attempts ?? 0,
        changes: rows.map(({ attempts: _, ...row }) => toChange(row)),
      };
    });
    // Whoever held it before may have followed up everything at that very moment.
    await Promise.all(claims.flatMap(({ leadId, changes }) => (changes.length ? [] : this.#release(leadId, holder))));
    return claims.filter(({ changes }) => changes.length);
  }

  renew(leadId: string, holder: string, until: Date): Promise<boolean> {
    const sql = `update "outboxLeads" set until = ? ${HELD}`;
    return this.#database.commits.put({ head: { sql, parameters: [until.toISOString(), leadId, holder] }, rest: [] });
  }

  finish(leadId: string, holder: string, changes: readonly Change[]): Promise<boolean> {
    const done = seqs(changes);
    return this.#database.commits.put({
      head: { sql: `delete from "outboxLeads" ${HELD}`, parameters: [leadId, holder] },
      rest: [{ sql: `delete from outbox where seq in (${places(done)}) and {taken}`, parameters: done }],
    });
  }

  postpone(leadId: string, holder: string, changes: readonly Change[], { until, failed }: Again): Promise<boolean> {
    const set = `holder = null, until = ?, tried = ?, attempts = attempts + ${failed ? 1 : 0}`;
    const parameters = [until.toISOString(), newestOf(leadId, changes), leadId, holder];
    const sql = `update "outboxLeads" set ${set} ${HELD}`;
    return this.#database.commits.put({ head: { sql, parameters }, rest: [] });
  }

  /** Where something is left to do and nobody else is at it. */
  #hold(leadId: string, changes: readonly Change[], { holder, now, until }: Hold): Promise<boolean> {
    const done = seqs(changes.filter((change) => change.leadId === leadId));
    const sql = `insert into "outboxLeads" ("leadId", holder, until, tried, attempts) select ?, ?, ?, ?, 0
      where exists (select 1 from outbox where seq in (${places(done)}))
      on conflict ("leadId") do update set holder = excluded.holder, until = excluded.until
      where "outboxLeads".until <= ? or ("outboxLeads".holder is null and "outboxLeads".tried < excluded.tried)`;
    const hold = [leadId, holder, until.toISOString(), newestOf(leadId, changes)];
    const parameters = [...hold, ...done, now.toISOString()];
    return this.#database.commits.put({ head: { sql, parameters }, rest: [] });
  }

  #claimed(changes: readonly Change[]): Promise<(OutboxRow & { attempts: number })[]> {
    const sql = `select outbox.*, attempts from outbox join "outboxLeads" using ("leadId")
      where seq in (${places(changes)}) order by seq`;
    return this.#database.rows(sql, seqs(changes));
  }

  #release(leadId: string, holder: string): Promise<boolean> {
    const sql = `delete from "outboxLeads" ${HELD}`;
    return this.#database.commits.put({ head: { sql, parameters: [leadId, holder] }, rest: [] });
  }

  async backlog(): Promise<Backlog> {
    const { changes, oldest } = await this.#database.read
      .selectFrom('outbox')
      .select(({ fn }) => [fn.countAll<number>().as('changes'), fn.min('at').as('oldest')])
      .executeTakeFirstOrThrow();
    return { changes: Number(changes), oldest };
  }
}

type Hold = { holder: string; now: Date; until: Date };

const HELD = 'where "leadId" = ? and holder = ?';

function seqs(changes: readonly Change[]): number[] {
  return changes.map(({ seq }) => seq);
}

function newestOf(leadId: string, changes: readonly Change[]): number {
  return Math.max(...changes.filter((change) => change.leadId === leadId).map(({ seq }) => seq));
}

/** Only our triggers write the table, so that its actions are the known ones. */
function toChange(row: OutboxRow): Change {
  return { ...row, action: row.action as Change['action'] };
}
