import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ask } from './api-client.ts';
import {
  COMPOSER_KINDS,
  type ComposerDraft,
  type ComposerKind,
  changeDraft,
  emptyDraft,
  entryOf,
  keepDraft,
  keptDraft,
} from './composer-draft.ts';
import { ComposerFields } from './composer-fields.tsx';
import { tellChanged } from './lead-changes.ts';
import { say } from './tab-state.ts';
import { t, w } from './tab-words.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { TimelineItem } from './wire.ts';

const titles: Record<ComposerKind, () => string> = {
  note: () => w.kind.note,
  'phone-call': () => w.kind['phone-call'],
  task: () => w.kind.task,
  appointment: () => w.kind.appointment,
};

/** Adds a note with files, a call, a task or an appointment. What was typed stays until it is saved. */
export function Composer({ leadId }: { leadId: string }) {
  const [draft, setDraft] = useState(() => keptDraft(leadId) ?? emptyDraft(crypto.randomUUID()));
  const [files, setFiles] = useState(() => chosen([]));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  const focusBefore = useRef<Element>(null);
  useLayoutEffect(() => {
    // What was off while it was saved has lost the focus.
    const { current: before } = focusBefore;
    if (busy || !(before instanceof HTMLElement) || document.activeElement !== document.body) return;
    before.focus({ preventScroll: true });
  }, [busy]);
  const keep = (next: ComposerDraft) => {
    setDraft(next);
    keepDraft(leadId, next);
  };
  const change = (part: Partial<ComposerDraft>) => keep(changeDraft(draft, part, crypto.randomUUID()));
  const save = async () => {
    focusBefore.current = document.activeElement;
    setBusy(true);
    setTrouble(undefined);
    try {
      const written = await write(leadId, draft);
      if (files.list.length && draft.kind === 'note') {
        if (written && !draft.written) {
          // It is seen from now on, whatever becomes of its files.
          keep({ ...draft, written });
          tellChanged({ leadId });
        }
        await upload(leadId, files, written);
      }
      keepDraft(leadId, undefined);
      setDraft({ ...emptyDraft(crypto.randomUUID()), kind: draft.kind });
      setFiles(chosen([]));
      say(t.added);
      tellChanged({ leadId });
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setBusy(false);
  };
  const isNote = draft.kind === 'note';
  return (
    <form
      ref={form}
      class="composer"
      aria-label={t.addToTimeline}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) form.current?.requestSubmit();
      }}
    >
      <fieldset class="segments">
        <legend class="unseen">{t.addToTimeline}</legend>
        {COMPOSER_KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => change({ kind })} />
            <span>{titles[kind]()}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="fields" disabled={busy}>
        <ComposerFields draft={draft} change={change} isTextNeeded={!isNote || !files.list.length} />
        {isNote && <FileChoice files={files.list} choose={(list) => setFiles(chosen(list))} />}
      </fieldset>
      {trouble && <TroubleNote trouble={trouble} kept />}
      <p class="buttons">
        <button type="submit" class="button primary" disabled={busy}>
          {w.save}
        </button>
      </p>
    </form>
  );
}

/** Files to be uploaded; others are another upload, with a key of its own. */
type Chosen = { list: readonly File[]; key: string };
const chosen = (list: readonly File[]): Chosen => ({ list, key: crypto.randomUUID() });

// Both steps carry keys: after a failure between them the same press adds what is missing, and nothing twice.

/** The id of the entry, written now or by a press before; files alone have none. */
async function write(leadId: string, draft: ComposerDraft): Promise<string | undefined> {
  if (draft.written || (draft.kind === 'note' && !draft.text.trim())) return draft.written;
  const asked = { body: entryOf(draft), key: draft.key };
  return (await ask<TimelineItem>('POST', `${pathOf(leadId)}/timeline`, asked)).id;
}

async function upload(leadId: string, { list, key }: Chosen, itemId?: string): Promise<void> {
  const form = new FormData();
  for (const file of list) form.append('file', file);
  const { results } = await ask<{ results: { name: string; error?: { code: string } }[] }>(
    'POST',
    `${pathOf(leadId)}/attachments${itemId ? `?itemId=${itemId}` : ''}`,
    { form, key },
  );
  const refused = results.filter(({ error }) => error).map(({ name }) => name);
  if (refused.length) say(t.filesRefused(refused.join(', ')), 'refused');
}

function pathOf(leadId: string): string {
  return `/leads/${encodeURIComponent(leadId)}`;
}

function FileChoice({ files, choose }: { files: readonly File[]; choose(files: readonly File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="file-choice">
      <input
        ref={input}
        type="file"
        multiple
        class="unseen"
        tabIndex={-1}
        aria-label={t.files}
        onChange={({ currentTarget }) => {
          choose([...files, ...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button quiet" onClick={() => input.current?.click()}>
        {t.attach}
      </button>
      {files.map((file) => (
        <span key={`${file.name}-${file.lastModified}`} class="chip">
          <bdi>{file.name}</bdi>
          <button
            type="button"
            class="link"
            aria-label={t.removeFile(file.name)}
            onClick={() => choose(files.filter((each) => each !== file))}
          >
            ✕
          </button>
        </span>
      ))}
    </div>
  );
}
