import type { Kysely } from 'kysely';

export const first = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('leads')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('fullName', 'text', (column) => column.notNull())
      .addColumn('companyName', 'text')
      .addColumn('email', 'text')
      .addColumn('source', 'text')
      .addColumn('rating', 'text')
      .addColumn('ownerId', 'text')
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('searchText', 'text', (column) => column.notNull())
      .addColumn('lead', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('leadsByStatus').on('leads').columns(['status', 'createdAt', 'id']).execute();
    await db.schema.createIndex('leadsByOwner').on('leads').columns(['ownerId', 'status', 'createdAt', 'id']).execute();
    await db.schema.createIndex('leadsByAge').on('leads').columns(['createdAt', 'id']).execute();
    await db.schema.createIndex('leadsByEmail').on('leads').column('email').execute();

    await db.schema
      .createTable('timeline')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('leadId', 'text', (column) => column.notNull().references('leads.id').onDelete('cascade'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('happenedAt', 'text', (column) => column.notNull())
      .addColumn('messageKey', 'text')
      .addColumn('conversationId', 'text')
      .addColumn('item', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('timelineByLead').on('timeline').columns(['leadId', 'happenedAt', 'id']).execute();
    // One entry per message and lead; leads whose entry has no message (null) do not collide.
    await db.schema.createIndex('timelineOnce').on('timeline').columns(['messageKey', 'leadId']).unique().execute();
    await db.schema.createIndex('timelineByThread').on('timeline').column('conversationId').execute();

    for (const table of ['accounts', 'contacts', 'opportunities']) {
      await db.schema
        .createTable(table)
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('originatingLeadId', 'text', (column) => column.references('leads.id').onDelete('set null'))
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex(`${table}ByLead`).on(table).column('originatingLeadId').execute();
    }

    await db.schema
      .createTable('people')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenantId', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('role', 'text', (column) => column.notNull())
      .execute();
  },
};
