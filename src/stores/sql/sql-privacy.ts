import { type Kysely, sql, type Transaction } from 'kysely';
import type { Lead } from '../../leads/lead.ts';
import { emailKey } from '../../leads/match-keys.ts';
import type { Erased, ErasureSubject, LeadData, PersonData, Privacy } from '../../leads/privacy.ts';
import type { Account, Contact, Opportunity } from '../../leads/records.ts';
import { dropUnused, hashesOf } from './attachment-writes.ts';
import { auditPage, fromAuditRow } from './audit-rows.ts';
import type { SqlDatabase } from './database.ts';
import { eraseAccounts } from './erased-accounts.ts';
import { INDEX_WORDS } from './late-words.ts';
import { mentions, namingTexts, takeOut } from './mentions.ts';
import { fromLeadRow, fromTimelineRow } from './rows.ts';
import type { Dialect, Tables } from './schema.ts';
import { renewNoteWords } from './timeline-writes.ts';

const EVERYTHING = 1_000_000;
type Db = Kysely<Tables> | Transaction<Tables>;

/** Reads and erases what the database holds about people, in every table. */
export class SqlPrivacy implements Privacy {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async leadData(leadId: string): Promise<LeadData | undefined> {
    const db = this.#database.read;
    const row = await db.selectFrom('leads').select('lead').where('id', '=', leadId).executeTakeFirst();
    if (!row) return undefined;
    const lead = fromLeadRow(row);
    const items = await db.selectFrom('timeline').select('item').where('leadId', '=', leadId).execute();
    const { items: audit } = await auditPage(db, leadId, { limit: EVERYTHING });
    const account = await record<Account>(db, 'accounts', lead.accountId);
    const contact = await record<Contact>(db, 'contacts', lead.contactId);
    const opportunity = await record<Opportunity>(db, 'opportunities', lead.opportunityId);
    return {
      lead,
      timeline: items.map(fromTimelineRow),
      audit,
      ...(account && { account }),
      ...(contact && { contact }),
      ...(opportunity && { opportunity }),
    };
  }

  async personData(email: string): Promise<PersonData> {
    const db = this.#database.read;
    const { leadIds, contactIds } = await ownRecords(db, email);
    const { entryIds, auditSeqs, records } = await mentions(db, email, [...leadIds, ...contactIds]);
    const leads = await Promise.all(leadIds.map((id) => this.leadData(id)));
    const contacts = await Promise.all(contactIds.map((id) => record<Contact>(db, 'contacts', id)));
    const entries = entryIds.length
      ? await db.selectFrom('timeline').select('item').where('id', 'in', entryIds).execute()
      : [];
    const audit = auditSeqs.length
      ? await db.selectFrom('audit').selectAll().where('seq', 'in', auditSeqs).execute()
      : [];
    return {
      email,
      leads: leads.filter((lead) => lead !== undefined),
      contacts: contacts.filter((contact) => contact !== undefined),
      mails: entries.map(fromTimelineRow),
      audit: audit.map(fromAuditRow),
      mentions: namingTexts(email, records),
    };
  }

  async untouchedSince(moment: Date): Promise<string[]> {
    const since = moment.toISOString();
    const rows = await this.#database.read
      .selectFrom('leads')
      .select('id')
      .where('status', '=', 'disqualified')
      .where('modifiedAt', '<', since)
      // What was added today may tell of a day long ago, and what is changed keeps its day: the trail knows when.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('audit')
              .select('audit.seq')
              .whereRef('audit.leadId', '=', 'leads.id')
              .where('at', '>=', since)
              .where('action', '<>', 'denied'),
          ),
        ),
      )
      // The erasure of a person takes parts of the trail of others away; what was added stays.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('timeline')
              .select('timeline.id')
              .whereRef('timeline.leadId', '=', 'leads.id')
              .where('happenedAt', '>=', since),
          ),
        ),
      )
      .execute();
    return rows.map(({ id }) => id);
  }

  erase(subject: ErasureSubject, made: { id: string; at: string; byId: string }): Promise<Erased> {
    const { commits, dialect } = this.#database;
    return commits.run(async (tx, put) => {
      const erased: Erased = {
        leads: 0,
        contacts: 0,
        accounts: 0,
        opportunities: 0,
        timelineItems: 0,
        auditEntries: 0,
        mentions: 0,
      };
      const { leadIds, contactIds } =
        'leadId' in subject ? { leadIds: [subject.leadId], contactIds: [] } : await ownRecords(tx, subject.email);
      const accountIds: string[] = [];
      for (const leadId of leadIds) accountIds.push(...(await eraseLead(tx, dialect, leadId, erased)));
      // Another server was quicker: it has put the erasure on record.
      if ('leadId' in subject && !erased.leads) return erased;
      for (const id of contactIds) erased.contacts += await remove(tx, 'contacts', id);
      await eraseAccounts(tx, accountIds, erased);
      if ('email' in subject) {
        const { entryIds, auditSeqs, records } = await mentions(tx, subject.email, []);
        for (const id of entryIds) await eraseEntry(tx, dialect, id, erased);
        erased.mentions += await takeOut(tx, subject.email, records);
        if (auditSeqs.length) {
          const audit = await tx.deleteFrom('audit').where('seq', 'in', auditSeqs).executeTakeFirstOrThrow();
          erased.auditEntries += Number(audit.numDeletedRows);
        }
      }
      // Until the search index is up to date, the words it still has are kept for it.
      if (dialect === 'sqlite') await put(INDEX_WORDS);
      // Answers kept for repeated requests hold what was sent and answered, so none of them survives an erasure.
      await tx.deleteFrom('answers').execute();
      await tx.deleteFrom('turns').execute();
      await lookAtCards(tx, made, hasOnlyLeads(subject, erased) ? leadIds : undefined);
      const kind = 'leadId' in subject ? 'lead' : 'person';
      await tx
        .insertInto('erasures')
        .values({ ...made, subject: kind, erased: JSON.stringify(erased) })
        .execute();
      return erased;
    });
  }
}

/** A lead stands on its own cards only; accounts, contacts, opportunities and what is said of a person on those of others, too. */
function hasOnlyLeads(subject: ErasureSubject, { contacts, accounts, opportunities, mentions }: Erased): boolean {
  return 'leadId' in subject && !(contacts + accounts + opportunities + mentions);
}

/** Whichever card in a chat shows what is gone is brought up to date: one of these leads, or any there is. */
async function lookAtCards(
  tx: Transaction<Tables>,
  { at, byId }: { at: string; byId: string },
  leadIds?: readonly string[],
): Promise<void> {
  await tx
    .insertInto('outbox')
    .columns(['leadId', 'action', 'byId', 'at'])
    .expression((from) =>
      from
        .selectFrom('postedCards')
        .select(['leadId', sql.lit('erase').as('action'), sql<string>`${byId}`.as('byId'), sql<string>`${at}`.as('at')])
        .$if(leadIds !== undefined, (cards) => cards.where('leadId', 'in', leadIds ?? []))
        .distinct(),
    )
    .execute();
}

/** Resolves to the accounts it came to, if any: whether they go is seen when all else is gone. */
async function eraseLead(tx: Transaction<Tables>, dialect: Dialect, leadId: string, erased: Erased): Promise<string[]> {
  const found = tx.selectFrom('leads').select('lead').where('id', '=', leadId);
  // Held from here on: nobody else erases it, and nothing is added to what is counted.
  const row = await (dialect === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
  if (!row) return [];
  const lead: Lead = fromLeadRow(row);
  const accounts = await tx
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', lead.accountId ?? '')
    .where('originatingLeadId', '=', leadId)
    .execute();
  const { count } = await tx
    .selectFrom('timeline')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('leadId', '=', leadId)
    .executeTakeFirstOrThrow();
  erased.timelineItems += Number(count);
  const audit = await tx.deleteFrom('audit').where('leadId', '=', leadId).executeTakeFirstOrThrow();
  erased.auditEntries += Number(audit.numDeletedRows);
  if (lead.contactId) erased.contacts += await remove(tx, 'contacts', lead.contactId, leadId);
  if (lead.opportunityId) erased.opportunities += await remove(tx, 'opportunities', lead.opportunityId, leadId);
  await tx.deleteFrom('matchKeys').where('recordId', '=', leadId).execute();
  await tx.deleteFrom('reminders').where('leadId', '=', leadId).execute();
  await tx.deleteFrom('notifications').where('leadId', '=', leadId).execute();
  const hashes = await hashesOf(tx, { leadId });
  await tx.deleteFrom('leads').where('id', '=', leadId).execute();
  await dropUnused(tx, dialect, hashes);
  erased.leads++;
  return accounts.map(({ id }) => id);
}

/** An entry on somebody else's lead goes with what the audit trail says of it; the lead stays. */
async function eraseEntry(tx: Transaction<Tables>, dialect: Dialect, id: string, erased: Erased): Promise<void> {
  const row = await tx.selectFrom('timeline').select(['leadId', 'kind']).where('id', '=', id).executeTakeFirst();
  if (!row) return;
  const hashes = await hashesOf(tx, { itemId: id });
  await tx.deleteFrom('timeline').where('id', '=', id).execute();
  await dropUnused(tx, dialect, hashes);
  if (row.kind === 'note') await renewNoteWords(tx, row.leadId);
  erased.timelineItems++;
  const { deleted } = await eraseAuditOf(tx, row.leadId, id);
  erased.auditEntries += deleted;
}

/**
 * The trail of a timeline holds the texts themselves, also those from before the entry named anybody. Rows that do not
 * say of which entry they tell may be of this one; who changed the lead's own fields, or other entries, stays.
 */
async function eraseAuditOf(tx: Transaction<Tables>, leadId: string, itemId: string): Promise<{ deleted: number }> {
  const { numDeletedRows } = await tx
    .deleteFrom('audit')
    .where('leadId', '=', leadId)
    .where('action', 'in', ['timeline-add', 'timeline-update', 'timeline-delete'])
    .where((either) => either.or([either('itemId', '=', itemId), either('itemId', 'is', null)]))
    .executeTakeFirstOrThrow();
  return { deleted: Number(numDeletedRows) };
}

/** The leads and contacts whose own address it is. */
async function ownRecords(db: Db, email: string): Promise<{ leadIds: string[]; contactIds: string[] }> {
  const keys = await db
    .selectFrom('matchKeys')
    .select(['kind', 'recordId'])
    .where('matchKey', '=', emailKey(email))
    .execute();
  const of = (kind: string) => keys.filter((key) => key.kind === kind).map(({ recordId }) => recordId);
  return { leadIds: of('lead'), contactIds: of('contact') };
}

type RecordTable = 'accounts' | 'contacts' | 'opportunities';

/** Removes a record; with `leadId` only if it came from that lead, as one that was linked belongs to others, too. */
async function remove(
  tx: Transaction<Tables>,
  table: 'contacts' | 'opportunities',
  id: string,
  leadId?: string,
): Promise<number> {
  let deletion = tx.deleteFrom(table).where('id', '=', id);
  if (leadId) deletion = deletion.where('originatingLeadId', '=', leadId);
  const { numDeletedRows } = await deletion.executeTakeFirstOrThrow();
  if (numDeletedRows) await tx.deleteFrom('matchKeys').where('recordId', '=', id).execute();
  return Number(numDeletedRows);
}

async function record<T>(db: Db, table: RecordTable, id: string | null): Promise<T | undefined> {
  if (!id) return undefined;
  const row = await db.selectFrom(table).select('record').where('id', '=', id).executeTakeFirst();
  return row && JSON.parse(row.record);
}
