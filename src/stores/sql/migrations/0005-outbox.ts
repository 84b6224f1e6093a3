import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/** What follows a change: the changes nobody has followed up yet, and what a chat shows, wants and was told. */
export function outbox(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createChats(db);
      await createOutbox(db, dialect);
      await createNotifications(db);
    },
  };
}

function text(db: Kysely<unknown>, table: string, names: string[]): CreateTableBuilder<string, string> {
  const builder: CreateTableBuilder<string, string> = db.schema.createTable(table);
  return names.reduce((made, name) => made.addColumn(name, 'text', (column) => column.notNull()), builder);
}

async function createOutbox(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const rising =
    dialect === 'sqlite' ? 'integer primary key autoincrement' : 'bigint generated always as identity primary key';
  await text(db, 'outbox', ['leadId', 'action', 'byId', 'at']).addColumn('seq', sql.raw(rising)).execute();
  await text(db, 'outboxLeads', ['until'])
    .addColumn('leadId', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .execute();
  await createTriggers(db, dialect);
}

/**
 * Every change leaves a row of the audit trail, whoever writes it. A trigger makes of it what is to be followed up, in
 * the same commit: a change of a lead that a card shows, a lead somebody is given, a new lead where a chat wants to hear
 * of those, and a task, for when it is due. What nobody shows and nobody wants to hear leaves nothing.
 */
async function createTriggers(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const add = (values: string) => `insert into outbox("leadId", action, "byId", at) values (${values});`;
  const change = add(`new."leadId", new.action, new."byId", new.at`);
  const followed = `new.action = 'assign'
    or exists (select 1 from "postedCards" where "leadId" = new."leadId")
    or (new.action = 'create' and exists (select 1 from subscriptions))`;
  const task = (row: string) => add(`${row}."leadId", 'task', ${row}."createdById", ${row}."happenedAt"`);
  const tasks: [name: string, event: string, row: string][] = [
    ['outboxTaskAdded', 'insert', 'new'],
    ['outboxTaskChanged', 'update', 'new'],
    ['outboxTaskRemoved', 'delete', 'old'],
  ];
  if (dialect === 'sqlite') {
    await sql
      .raw(`create trigger "outboxAudit" after insert on audit when ${followed} begin ${change} end`)
      .execute(db);
    for (const [name, event, row] of tasks) {
      const made = `create trigger "${name}" after ${event} on timeline when ${row}.kind = 'task' begin ${task(row)} end`;
      await sql.raw(made).execute(db);
    }
    return;
  }
  // A card that is being remembered waits for the changes of its lead under way, and changes after it see it.
  const wait = `perform pg_advisory_xact_lock_shared(hashtextextended(new."leadId", 0));`;
  const audit = `${wait} if ${followed} then ${change} end if;`;
  await createPostgresTrigger(db, 'outboxAudit', 'insert on audit', '', audit);
  for (const [name, event, row] of tasks) {
    await createPostgresTrigger(db, name, `${event} on timeline`, `when (${row}.kind = 'task')`, task(row));
  }
}

async function createPostgresTrigger(db: Kysely<unknown>, name: string, event: string, when: string, does: string) {
  const body = `returns trigger language plpgsql as $$ begin ${does} return null; end $$`;
  await sql.raw(`create function "${name}"() ${body}`).execute(db);
  await sql
    .raw(`create trigger "${name}" after ${event} for each row ${when} execute function "${name}"()`)
    .execute(db);
}

async function createChats(db: Kysely<unknown>): Promise<void> {
  await text(db, 'conversations', [
    'kind',
    'tenantId',
    'serviceUrl',
    'channelId',
    'botId',
    'locale',
    'timeZone',
    'members',
  ])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('personId', 'text')
    .execute();
  await db.schema.createIndex('conversationsByPerson').on('conversations').column('personId').execute();
  await text(db, 'postedCards', ['conversationId', 'activityId', 'leadId', 'audience', 'locale', 'timeZone'])
    .addColumn('personId', 'text')
    .addColumn('reason', 'text')
    .addColumn('shown', 'text')
    .addPrimaryKeyConstraint('postedCardsOnce', ['conversationId', 'activityId'])
    .execute();
  await db.schema
    .createIndex('postedCardsByLead')
    .on('postedCards')
    .columns(['leadId', 'conversationId', 'activityId'])
    .execute();
  await text(db, 'subscriptions', ['filters', 'byId', 'at'])
    .addColumn('conversationId', 'text', (column) => column.primaryKey())
    .execute();
  await text(db, 'turns', ['fingerprint', 'at'])
    .addColumn('scope', 'text', (column) => column.primaryKey())
    .addColumn('answer', 'text')
    .execute();
  await db.schema.createIndex('turnsByAge').on('turns').column('at').execute();
}

async function createNotifications(db: Kysely<unknown>): Promise<void> {
  await text(db, 'notifications', ['kind', 'leadId', 'byId', 'state', 'at', 'due'])
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('personId', 'text')
    .addColumn('conversationId', 'text')
    .addColumn('taskId', 'text')
    .addColumn('detail', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('notificationsByState').on('notifications').columns(['state', 'due']).execute();
  await db.schema.createIndex('notificationsByAge').on('notifications').column('at').execute();
  await text(db, 'reminders', ['leadId', 'personId', 'dueAt'])
    .addColumn('taskId', 'text', (column) => column.primaryKey())
    .addColumn('firedAt', 'text')
    .execute();
  await db.schema.createIndex('remindersByTime').on('reminders').columns(['firedAt', 'dueAt']).execute();
  await db.schema.createIndex('remindersByLead').on('reminders').column('leadId').execute();
}
