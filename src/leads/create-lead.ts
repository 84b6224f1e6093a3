import { v5 } from 'uuid';
import { type AuditEntry, auditLead } from './audit.ts';
import type { Desk } from './desk.ts';
import { DuplicatesFound, type OnDuplicates } from './duplicates.ts';
import type { ReadEmail } from './email-message.ts';
import { keepMailFiles } from './keep-mail-files.ts';
import { fullName, type Lead } from './lead.ts';
import { leadEvent } from './lead-event.ts';
import { EMPTY_ADDRESS, EMPTY_FIELDS, type LeadChanges, leadDraft, mergeAddress } from './lead-fields.ts';
import type { Page } from './lead-store.ts';
import { loggedEmail } from './log-email.ts';
import { personKeys } from './match-keys.ts';
import { withMoneyIn } from './money-fields.ts';
import type { CreatedVia } from './option-sets.ts';
import { parseInput } from './parse-input.ts';
import { mustBeAllowed } from './permissions.ts';
import { type Actor, type PersonRef, personRef } from './person.ts';
import type { TimelineItem } from './timeline.ts';

type Options = {
  via: CreatedVia;
  /**
   * The id minted with the form, so that the same click delivered twice makes one lead. What somebody else sends from that
   * form, or with other content, is a lead of its own.
   */
  id?: string | undefined;
  /** The mail the lead comes from; it becomes the first entry of its timeline in the same write. */
  email?: ReadEmail | undefined;
  /** Whether a likely duplicate among leads and contacts stops the creation; `ask` where nothing is said. */
  duplicates?: OnDuplicates | undefined;
  /** Whose lead it is, where that is not whoever creates it; null puts it into the queue of unassigned leads. */
  owner?: PersonRef | null;
};

const NOBODY: PersonRef = { id: '', name: '' };

/** A lead with every property it can have: one that grows property by property costs twenty times as much to make. */
const BLANK: Lead = {
  ...EMPTY_FIELDS,
  topic: '',
  lastName: '',
  id: '',
  version: 1,
  status: 'open',
  statusReason: 'new',
  ownerId: null,
  ownerName: null,
  opportunityId: null,
  createdVia: 'api',
  createdAt: '',
  createdBy: NOBODY,
  modifiedAt: '',
  modifiedBy: NOBODY,
};

/** Whether leads have a field of that name, be it one nobody writes. */
export function isLeadField(name: string): boolean {
  return Object.hasOwn(BLANK, name);
}

/**
 * Creates a lead owned by whoever creates it. A topic that is missing or empty is taken from the mail's subject, else the
 * company, else the name.
 * @throws LeadError `not-permitted`, `invalid-input`; DuplicatesFound `duplicate-lead`
 */
export async function createLead(
  desk: Desk,
  actor: Actor,
  draft: unknown,
  options: Options,
): Promise<{ lead: Lead; inserted: boolean }> {
  const { via, id = desk.newId(), email, duplicates = 'ask', owner = actor } = options;
  mustBeAllowed(actor, 'create');
  const { address, ...fields } = parseInput(leadDraft, draft);
  const at = desk.now().toISOString();
  const by = personRef(actor);

  const lead: Lead = withMoneyIn({
    ...BLANK,
    ...defined(fields),
    lastName: fields.lastName,
    topic: fields.topic ?? (email?.subject.trim().slice(0, 300) || fields.companyName || fullNameOf(fields)),
    address: mergeAddress(EMPTY_ADDRESS, address ?? {}),
    id,
    ownerId: owner?.id ?? null,
    ownerName: owner?.name ?? null,
    createdVia: via,
    createdAt: at,
    createdBy: by,
    modifiedAt: at,
    modifiedBy: by,
  });
  const entries: TimelineItem[] = [leadEvent(id, { event: 'created' }, { id: desk.newId(), at, by })];
  const files = email && (await keepMailFiles(desk, email));
  if (email && files) entries.push(loggedEmail(email, { id: desk.newId(), leadId: id, at, by }, files));
  const audit = auditLead(actor, 'create', at, { after: lead });
  const kinds = ['lead', 'contact'] as const;
  const unless = duplicates === 'ask' ? { keys: personKeys(lead, desk.freeMailDomains), kinds, except: id } : undefined;
  const answer = await desk.store.insert(lead, { entries, audit, ...(files && { files: files.kept }) }, unless);
  const inserted = 'inserted' in answer && answer.inserted;
  if (files && !inserted) await desk.attachments.discard(files.kept.map(({ upload }) => upload));
  if ('duplicates' in answer) throw new DuplicatesFound('duplicate-lead', answer.duplicates);
  if (inserted || (await isOfSameClick(desk, answer.lead, audit))) return answer;
  return createLead(desk, actor, draft, { ...options, id: v5(clickOf(audit), id) });
}

/** Whether the lead was created by the same person with the same content, whatever became of it since. */
async function isOfSameClick(desk: Desk, lead: Lead, audit: AuditEntry): Promise<boolean> {
  if (lead.createdBy.id !== audit.by.id) return false;
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page<AuditEntry> = await desk.store.audit(lead.id, { limit: 100, ...(cursor && { cursor }) });
    const created = page.items.find(({ action }) => action === 'create');
    if (created) return clickOf(created) === clickOf(audit);
    cursor = page.next;
  }
  return true;
}

/** Who created a lead, and with which content. */
function clickOf({ by, changes }: AuditEntry): string {
  return JSON.stringify([by.id, changes]);
}

function fullNameOf(fields: Pick<LeadChanges, 'firstName'> & { lastName: string }): string {
  return fullName({ firstName: fields.firstName ?? null, lastName: fields.lastName });
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
