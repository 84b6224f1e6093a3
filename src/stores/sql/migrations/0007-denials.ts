import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/** Refused attempts stand in the audit trail: they are found at once, and are no changes that cards would follow. */
export function denials(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql.raw(`create index "auditDenied" on audit(seq) where action = 'denied'`).execute(db);
      const trigger = `create trigger "outboxAudit" after insert on audit`;
      if (dialect === 'postgres') {
        await sql.raw(`drop trigger "outboxAudit" on audit`).execute(db);
        const when = `when (new.action <> 'denied')`;
        await sql.raw(`${trigger} for each row ${when} execute function "outboxAudit"()`).execute(db);
        return;
      }
      await sql.raw(`drop trigger "outboxAudit"`).execute(db);
      const change = `insert into outbox("leadId", action, "byId", at) values (new."leadId", new.action, new."byId", new.at);`;
      const followed = `new.action = 'assign'
        or (new.action <> 'denied' and exists (select 1 from "postedCards" where "leadId" = new."leadId"))
        or (new.action = 'create' and exists (select 1 from subscriptions))`;
      await sql.raw(`${trigger} when ${followed} begin ${change} end`).execute(db);
    },
  };
}
