import { type Kysely, sql } from 'kysely';

/**
 * Most entries of a timeline are no mails: the indexes over mails leave those out. They cost less to keep, and the
 * optimizer no longer takes the many entries without a mail for entries of one mail, and walks through all of them.
 */
export function mailsOnly() {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`drop index "timelineOnce"`.execute(db);
      await sql`drop index "timelineByThread"`.execute(db);
      // One entry per message and lead.
      await sql`create unique index "timelineOnce" on timeline("messageKey", "leadId")
        where "messageKey" is not null`.execute(db);
      await sql`create index "timelineByThread" on timeline("conversationId")
        where "conversationId" is not null`.execute(db);
    },
  };
}
