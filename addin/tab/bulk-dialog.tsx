import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type BulkMove, type Group, type Runs, runMany } from './bulk-run.ts';
import { tellChanged } from './lead-changes.ts';
import { type LeadRow, showChanged } from './lead-rows.ts';
import { deselect } from './selection.ts';
import { showCount } from './show-values.ts';
import { say } from './tab-state.ts';
import { t, w } from './tab-words.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { ManyResult } from './wire.ts';

type Run = {
  state: 'asking' | 'running' | 'done';
  trouble?: Trouble | undefined;
  /** Each lead's answer so far. */
  answers: ReadonlyMap<string, ManyResult>;
};

/**
 * Runs a bulk action for a dialog and shows what became of every lead. When the dialog is closed meanwhile, no further
 * part begins, and a toast says how far it came.
 */
export function useBulkRun(move: BulkMove, leads: readonly LeadRow[]) {
  const { current: runs } = useRef<Runs>({ answers: new Map(), keys: new Map() });
  const { answers } = runs;
  const [run, setRun] = useState<Run>({ state: 'asking', answers });
  const { current: closed } = useRef(new AbortController());
  useEffect(() => () => closed.abort(), []);
  const start = async (groups: readonly Group[]) => {
    const show = (next: Omit<Run, 'answers'>) => setRun({ ...next, answers: new Map(answers) });
    show({ state: 'running' });
    let trouble: Trouble | undefined;
    try {
      await runMany(move, groups, runs, () => show({ state: 'running' }), closed.signal);
      show({ state: 'done' });
    } catch (error) {
      trouble = troubleOf(error);
      show({ state: 'asking', trouble });
    }
    settle([...answers.values()]);
    if (!closed.signal.aborted) return;
    const done = doneOf(answers, leads);
    say(trouble ? `${done} ${trouble.title}` : done, trouble ? 'refused' : 'done');
  };
  return { run, start };
}

/** How many of the leads it worked for. */
function doneOf(answers: ReadonlyMap<string, ManyResult>, leads: readonly LeadRow[]): string {
  const done = [...answers.values()].filter(({ lead }) => lead).length;
  return t.bulkDone(showCount(done), showCount(leads.length));
}

function settle(results: readonly ManyResult[]): void {
  const changed = results.flatMap(({ lead }) => (lead ? [lead] : []));
  if (!changed.length) return;
  showChanged(changed);
  deselect(changed.map(({ id }) => id));
  tellChanged('many');
}

type BulkDialogProps = {
  title: string;
  leads: readonly LeadRow[];
  run: Run;
  close(): void;
  submit(): void;
  submitTitle: string;
  danger?: boolean;
  children: ComponentChildren;
};

/** A dialog that asks, runs, and says what became of every lead. */
export function BulkDialog({ title, leads, run, close, submit, submitTitle, danger, children }: BulkDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { state, trouble, answers } = run;
  // Those that look like customers there already are not settled before somebody said what to do with them.
  const settled = [...answers.values()].filter(({ error }) => !error?.candidates).length;
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="bulk-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id="bulk-title">{title}</h2>
        {state === 'done' ? (
          <Outcome leads={leads} answers={answers} />
        ) : (
          <fieldset class="fields" disabled={state === 'running'}>
            {children}
          </fieldset>
        )}
        {state === 'running' && (
          <progress max={leads.length} value={settled} aria-label={t.working}>
            {showCount(settled)}
          </progress>
        )}
        {trouble && <TroubleNote trouble={trouble} kept />}
        <p class="buttons">
          {state === 'done' ? (
            <button type="button" class="button primary" onClick={() => dialog.current?.close()}>
              {t.close}
            </button>
          ) : (
            <>
              <button type="submit" class={`button ${danger ? 'danger' : 'primary'}`} disabled={state === 'running'}>
                {submitTitle}
              </button>
              <button type="button" class="button" onClick={() => dialog.current?.close()}>
                {w.cancel}
              </button>
            </>
          )}
        </p>
      </form>
    </dialog>
  );
}

/** How many it worked for, and why not for each of the others. */
function Outcome({ leads, answers }: { leads: readonly LeadRow[]; answers: ReadonlyMap<string, ManyResult> }) {
  const refused = leads.flatMap(({ id, fullName }) => {
    const error = answers.get(id)?.error;
    return error ? [{ id, fullName, code: error.code }] : [];
  });
  return (
    <div role="status">
      <p>{doneOf(answers, leads)}</p>
      {refused.length > 0 && (
        <ul class="outcome">
          {refused.map(({ id, fullName, code }) => (
            <li key={id} dir="auto">
              <strong>{fullName}</strong>: {w.problem[code]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
