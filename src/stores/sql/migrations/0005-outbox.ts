import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/** What follows a change: the changes nobody has followed up yet, and what a chat shows, wants and was told. */
export function outbox(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createOutbox(db, dialect);
      await createChats(db);
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
  // Every change leaves a row of the audit trail. A trigger makes of it what is to be followed up, in the same commit
  // whoever writes it; a task leaves one more, for what is due.
  const add = (values: string) => `insert into outbox("leadId", action, "byId", at) values (${values});`;
  const change = add(`new."leadId", new.action, new."byId", new.at`);
  const task = (row: string) => add(`${row}."leadId", 'task', ${row}."createdById", ${row}."happenedAt"`);
  const triggers: [name: string, event: string, when: string | null, does: string][] = [
    ['outboxAudit', 'insert on audit', null, change],
    ['outboxTaskAdded', 'insert on timeline', `new.kind = 'task'`, task('new')],
    ['outboxTaskChanged', 'update on timeline', `new.kind = 'task'`, task('new')],
    ['outboxTaskRemoved', 'delete on timeline', `old.kind = 'task'`, task('old')],
  ];
  for (const [name, event, when, does] of triggers) {
    const condition = when ? `when (${when})` : '';
    if (dialect === 'sqlite') {
      await sql.raw(`create trigger "${name}" after ${event} for each row ${condition} begin ${does} end`).execute(db);
      continue;
    }
    await sql
      .raw(`create function "${name}"() returns trigger language plpgsql as $$ begin ${does} return null; end $$`)
      .execute(db);
    await sql
      .raw(`create trigger "${name}" after ${event} for each row ${condition} execute function "${name}"()`)
      .execute(db);
  }
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
