import type { Attachment, AttachmentRefusal, NewAttachment } from './attachment.ts';
import { auditTimeline } from './audit.ts';
import type { Desk } from './desk.ts';
import { type GivenFile, keepFile } from './keep-file.ts';
import { LeadError } from './lead-error.ts';
import { leadFor } from './lead-for.ts';
import { mayChangeEntry } from './permissions.ts';
import { type Actor, personRef } from './person.ts';
import type { LoggedEmail, Note } from './timeline.ts';

/** What became of one of several files. */
export type FileResult = { name: string; attachment: Attachment } | { name: string; refused: AttachmentRefusal };

/**
 * Puts files on a note or logged mail of a lead, or on a new note where no entry is named. Each file has its own
 * answer; one that is refused does not keep the others away. Without any that is taken nothing is written.
 * @throws LeadError `lead-not-found`, `timeline-item-not-found`, `not-permitted`
 */
export async function addAttachments(
  desk: Desk,
  actor: Actor,
  leadId: string,
  files: AsyncIterable<GivenFile>,
  itemId?: string,
): Promise<{ item: Note | LoggedEmail | undefined; results: FileResult[] }> {
  await leadFor(desk, actor, leadId, 'annotate');
  const entry = itemId === undefined ? undefined : await entryFor(desk, actor, leadId, itemId);
  const kept: NewAttachment[] = [];
  const results: FileResult[] = [];
  for await (const file of files) {
    const answer = await keepFile(desk, file);
    if ('refused' in answer) results.push({ name: file.name, ...answer });
    else {
      const { upload: _kept, ...attachment } = answer;
      kept.push(answer);
      results.push({ name: file.name, attachment });
    }
  }
  if (!kept.length) return { item: entry, results };
  return { item: entry ? await attach(desk, actor, entry, kept) : await newNote(desk, actor, leadId, kept), results };
}

async function entryFor(desk: Desk, actor: Actor, leadId: string, itemId: string): Promise<Note | LoggedEmail> {
  const item = await desk.store.timelineItem(itemId);
  if (item?.leadId !== leadId) throw new LeadError('timeline-item-not-found');
  if ((item.kind !== 'note' && item.kind !== 'email') || !mayChangeEntry(actor, item)) {
    throw new LeadError('not-permitted');
  }
  return item;
}

async function attach(desk: Desk, actor: Actor, before: Note | LoggedEmail, kept: NewAttachment[]) {
  const after = { ...before, attachments: [...before.attachments, ...kept.map(({ upload: _kept, ...file }) => file)] };
  const audit = auditTimeline(actor, 'timeline-update', desk.now().toISOString(), { before, after });
  return desk.store.attach(before.id, kept, audit);
}

async function newNote(desk: Desk, actor: Actor, leadId: string, kept: NewAttachment[]): Promise<Note> {
  const createdAt = desk.now().toISOString();
  const note: Note = {
    id: desk.newId(),
    leadId,
    kind: 'note',
    subject: null,
    text: kept.map(({ name }) => name).join(', '),
    attachments: kept.map(({ upload: _kept, ...file }) => file),
    createdAt,
    createdBy: personRef(actor),
    occurredAt: null,
  };
  await desk.store.addToTimeline(note, auditTimeline(actor, 'timeline-add', createdAt, { after: note }), kept);
  return note;
}
