import { signal } from '@preact/signals';
import { BulkAssign } from './bulk-assign.tsx';
import { BulkDisqualify } from './bulk-disqualify.tsx';
import { BulkQualify } from './bulk-qualify.tsx';
import type { BulkMove } from './bulk-run.ts';
import { type LeadRow, rows } from './lead-rows.ts';
import { clearSelection, selected } from './selection.ts';
import { showCount } from './show-values.ts';
import { t, w } from './tab-words.ts';

// The leads as they were chosen: while the dialog works through them the selection shrinks.
const asked = signal<{ move: BulkMove; leads: readonly LeadRow[] } | undefined>(undefined);

/** What can be done to the leads that are chosen. */
export function BulkBar() {
  const count = t.chosen(showCount(selected.value.size));
  const button = (move: BulkMove, title: string) => (
    <button type="button" class="button" onClick={() => askFor(move)}>
      {title}
    </button>
  );
  return (
    <div class="filters bulk" role="toolbar" aria-label={count}>
      <strong>{count}</strong>
      {button('qualify', w.qualify)}
      {button('disqualify', w.disqualify)}
      {button('assign', w.assign)}
      <button type="button" class="button quiet" onClick={clearSelection}>
        {t.clearSelection}
      </button>
    </div>
  );
}

function askFor(move: BulkMove): void {
  asked.value = { move, leads: rows.peek().filter(({ id }) => selected.peek().has(id)) };
}

/** The dialog of what was asked for. */
export function BulkDialogs() {
  if (!asked.value) return null;
  const { move, leads } = asked.value;
  const close = () => {
    asked.value = undefined;
  };
  const Dialog = { qualify: BulkQualify, disqualify: BulkDisqualify, assign: BulkAssign }[move];
  return <Dialog leads={leads} close={close} />;
}
