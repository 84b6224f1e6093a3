import { keep, kept } from './kept.ts';

/** What somebody began to add to a timeline; the key makes a second try add nothing twice. */
export type ComposerDraft = {
  key: string;
  /** The id of the entry once it is written, while its files are not. */
  written?: string | undefined;
  kind: ComposerKind;
  text: string;
  direction: 'outgoing' | 'incoming';
  durationMinutes: string;
  dueAt: string;
  priority: 'low' | 'normal' | 'high';
  startAt: string;
  endAt: string;
  location: string;
};
export const COMPOSER_KINDS = ['note', 'phone-call', 'task', 'appointment'] as const;
export type ComposerKind = (typeof COMPOSER_KINDS)[number];

export function emptyDraft(key: string): ComposerDraft {
  return {
    key,
    kind: 'note',
    text: '',
    direction: 'outgoing',
    durationMinutes: '',
    dueAt: '',
    priority: 'normal',
    startAt: '',
    endAt: '',
    location: '',
  };
}

/** A draft with changes. Once it is written, what is changed is another entry, with the next key. */
export function changeDraft(draft: ComposerDraft, part: Partial<ComposerDraft>, nextKey: string): ComposerDraft {
  return { ...draft, ...(draft.written && { key: nextKey, written: undefined }), ...part };
}

/**
 * A draft as the lead service takes it. Days and times are those of the reader's clock; a task is due when its day
 * ends.
 */
export function entryOf(draft: ComposerDraft): Record<string, unknown> {
  const { kind, text } = draft;
  switch (kind) {
    case 'note':
      return { kind, text };
    case 'phone-call':
      return {
        kind,
        text,
        direction: draft.direction,
        durationMinutes: draft.durationMinutes ? Number(draft.durationMinutes) : null,
      };
    case 'task':
      return { kind, text, priority: draft.priority, dueAt: draft.dueAt ? moment(`${draft.dueAt}T23:59`) : null };
    case 'appointment':
      return {
        kind,
        text,
        startAt: moment(draft.startAt),
        endAt: moment(draft.endAt),
        location: draft.location.trim() || null,
      };
  }
}

function moment(local: string): string {
  return new Date(local).toISOString();
}

const nameOf = (leadId: string) => `lead-desk.draft.${leadId}`;

export function keptDraft(leadId: string): ComposerDraft | undefined {
  const draft = kept(nameOf(leadId));
  return draft && { ...emptyDraft(''), ...draft };
}

export function keepDraft(leadId: string, draft: ComposerDraft | undefined): void {
  keep(nameOf(leadId), draft);
}
