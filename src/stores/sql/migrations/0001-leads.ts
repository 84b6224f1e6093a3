import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from '../schema.ts';

/** Everything the first release keeps. */
export function leads(dialect: Dialect) {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createLeads(db, dialect);
      await createTimeline(db, dialect);
      await createRecords(db);
      await createHistory(db, dialect);
    },
  };
}

/** A table of texts that are always there, to which the other columns are added. */
function text(db: Kysely<unknown>, table: string, names: string[]): CreateTableBuilder<string, string> {
  const builder: CreateTableBuilder<string, string> = db.schema.createTable(table);
  return names.reduce((made, name) => made.addColumn(name, 'text', (column) => column.notNull()), builder);
}

/** A number that rises with every row and is never given twice. */
function risingNumber(dialect: Dialect) {
  return dialect === 'sqlite'
    ? sql`integer primary key autoincrement`
    : sql`bigint generated always as identity primary key`;
}

async function createLeads(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await text(db, 'leads', ['status', 'createdAt', 'modifiedAt', 'nameKey', 'companyKey', 'topicKey'])
    .addColumn('seq', risingNumber(dialect))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('rating', 'text')
    .addColumn('industry', 'text')
    .addColumn('ownerId', 'text')
    .addColumn('currency', 'text')
    .addColumn('estimatedMinorUnits', 'bigint')
    .addColumn('fieldWords', 'text', (column) => column.notNull())
    .addColumn('noteWords', 'text', (column) => column.notNull())
    .addColumn('lead', 'text', (column) => column.notNull())
    .execute();
  const indexes = {
    leadsByStatus: ['status', 'createdAt', 'id'],
    leadsByOwner: ['ownerId', 'status', 'createdAt', 'id'],
    leadsByAge: ['createdAt', 'id'],
    leadsByChange: ['modifiedAt', 'id'],
    leadsByName: ['nameKey', 'id'],
    leadsByCompany: ['companyKey', 'id'],
    leadsByPipeline: ['status', 'source', 'ownerId', 'currency', 'estimatedMinorUnits'],
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(name).on('leads').columns(columns).execute();
  }
  await createSearch(db, dialect);
  await text(db, 'matchKeys', ['matchKey', 'kind', 'recordId'])
    .addPrimaryKeyConstraint('matchKeysOnce', ['matchKey', 'kind', 'recordId'])
    .modifyEnd(dialect === 'sqlite' ? sql`without rowid` : sql``)
    .execute();
  await db.schema.createIndex('matchKeysByRecord').on('matchKeys').column('recordId').execute();
}

/** Full-text search over the words of a lead: FTS5 kept by triggers, or a column of words with an index. */
async function createSearch(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    // Kept rather than computed: the planner has statistics of a column, and a row that is looked at is not read anew.
    await sql`alter table leads add column words tsvector
      generated always as (to_tsvector('simple', "fieldWords" || ' ' || "noteWords")) stored`.execute(db);
    await sql`create index "leadsByWord" on leads using gin (words)`.execute(db);
    return;
  }
  await sql`create virtual table "leadWords" using fts5("fieldWords", "noteWords", content='leads', content_rowid='seq', prefix='2 3 4 5 6 7 8')`.execute(
    db,
  );
  // What is erased leaves no word in the index either.
  await sql`insert into "leadWords"("leadWords", rank) values ('secure-delete', 1)`.execute(db);
  const [added, removed] = ['new', 'old'].map((row) => sql.raw(`${row}.seq, ${row}."fieldWords", ${row}."noteWords"`));
  const add = sql`insert into "leadWords"(rowid, "fieldWords", "noteWords") values (${added})`;
  const remove = sql`insert into "leadWords"("leadWords", rowid, "fieldWords", "noteWords") values ('delete', ${removed})`;
  await sql`create trigger "leadWordsAdded" after insert on leads begin ${add}; end`.execute(db);
  await sql`create trigger "leadWordsRemoved" after delete on leads begin ${remove}; end`.execute(db);
  await sql`create trigger "leadWordsChanged" after update of "fieldWords", "noteWords" on leads
    when old."fieldWords" <> new."fieldWords" or old."noteWords" <> new."noteWords"
    begin ${remove}; ${add}; end`.execute(db);
}

async function createTimeline(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await text(db, 'timeline', ['kind', 'happenedAt', 'createdById', 'item'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('leadId', 'text', (column) => column.notNull().references('leads.id').onDelete('cascade'))
    .addColumn('messageKey', 'text')
    .addColumn('conversationId', 'text')
    .execute();
  await db.schema.createIndex('timelineByLead').on('timeline').columns(['leadId', 'happenedAt', 'id']).execute();
  // One entry per message and lead; entries without a message (null) do not collide.
  await db.schema.createIndex('timelineOnce').on('timeline').columns(['messageKey', 'leadId']).unique().execute();
  await db.schema.createIndex('timelineByThread').on('timeline').column('conversationId').execute();

  await db.schema
    .createTable('blobs')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('size', 'integer', (column) => column.notNull())
    .execute();
  await text(db, 'attachments', ['name', 'contentType'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('itemId', 'text', (column) => column.notNull().references('timeline.id').onDelete('cascade'))
    .addColumn('hash', 'text', (column) => column.notNull().references('blobs.hash'))
    .addColumn('leadId', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('contentId', 'text')
    .execute();
  await db.schema.createIndex('attachmentsByItem').on('attachments').column('itemId').execute();
  await db.schema.createIndex('attachmentsByLead').on('attachments').column('leadId').execute();
  await db.schema.createIndex('attachmentsByHash').on('attachments').column('hash').execute();
  await text(db, 'blobChunks', ['hash'])
    .addColumn('nth', 'integer', (column) => column.notNull())
    .addColumn('bytes', dialect === 'sqlite' ? 'blob' : 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('blobChunksOnce', ['hash', 'nth'])
    .execute();
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
  for (const table of ['accounts', 'contacts', 'opportunities']) {
    await text(db, table, ['record'])
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('originatingLeadId', 'text', (column) => column.references('leads.id').onDelete('set null'))
      .execute();
    await db.schema.createIndex(`${table}ByLead`).on(table).column('originatingLeadId').execute();
  }
  await text(db, 'people', ['tenantId', 'name', 'role', 'nameKey'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email', 'text')
    .execute();
  await db.schema.createIndex('peopleByName').on('people').column('nameKey').execute();
}

async function createHistory(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await text(db, 'audit', ['leadId', 'at', 'byId', 'byName', 'surface', 'action', 'changes'])
    .addColumn('seq', risingNumber(dialect))
    .addColumn('requestId', 'text')
    .execute();
  await db.schema.createIndex('auditByLead').on('audit').columns(['leadId', 'seq']).execute();
  await text(db, 'answers', ['fingerprint', 'at'])
    .addColumn('scope', 'text', (column) => column.primaryKey())
    .addColumn('answer', 'text')
    .execute();
  await db.schema.createIndex('answersByAge').on('answers').column('at').execute();
  await text(db, 'erasures', ['at', 'byId', 'subject', 'erased'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .execute();
}
