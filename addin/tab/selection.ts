import { effect, signal } from '@preact/signals';
import { rows } from './lead-rows.ts';
import { listQuery } from './tab-place.ts';
import { mayChoose, place } from './tab-state.ts';

/** The ids of the leads that are chosen for what is done to many at once. */
export const selected = signal<ReadonlySet<string>>(new Set());
let anchor = 0;

/** Chooses a row or lets go of it; with `range`, all rows from the one chosen last. */
export function toggle(index: number, { range = false } = {}): void {
  const all = rows.peek();
  const row = all[index];
  if (!row) return;
  const now = new Set(selected.peek());
  if (range) for (const { id } of all.slice(Math.min(anchor, index), Math.max(anchor, index) + 1)) now.add(id);
  else if (!now.delete(row.id)) now.add(row.id);
  anchor = index;
  selected.value = now;
}

export function selectAll(): void {
  selected.value = new Set(rows.peek().map(({ id }) => id));
}

export function clearSelection(): void {
  selected.value = new Set();
}

export function deselect(ids: Iterable<string>): void {
  const now = new Set(selected.peek());
  for (const id of ids) now.delete(id);
  selected.value = now;
}

/** Another table has other leads; and who may choose none, has chosen none. */
export function followTable(): void {
  let before: string | undefined;
  effect(() => {
    const now = JSON.stringify(listQuery(place.value));
    if (before !== undefined && before !== now) clearSelection();
    before = now;
  });
  effect(() => {
    if (!mayChoose()) clearSelection();
  });
}
