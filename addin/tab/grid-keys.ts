import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SEARCH_ID } from './filter-bar.tsx';
import { type GridPlace, moved } from './grid-move.ts';
import { rows } from './lead-rows.ts';
import { clearSelection, selectAll, selected, toggle } from './selection.ts';
import { NEW_LEAD } from './tab-place.ts';
import { go, may, mayChoose, place } from './tab-state.ts';
import { scrollTopFor } from './visible-rows.ts';

type Grid = {
  scroller: RefObject<HTMLDivElement | null>;
  active: GridPlace;
  setActive(place: GridPlace): void;
  rowHeight: number;
  rows: number;
  columns: number;
};

/** The keyboard of the table: one stop for Tab, arrows from there. */
export function useGridKeys({ scroller, active, setActive, rowHeight, rows: count, columns }: Grid) {
  const wantsFocus = useRef(false);
  const lastFocused = useRef<HTMLElement>(undefined);
  const openLead = useRef(place.value.lead);
  useLayoutEffect(() => {
    // Other rows have come, and that with the focus is gone; or what was open beside the table has been closed.
    const isClosed = openLead.current && !place.value.lead;
    openLead.current = place.value.lead;
    const isLost = (lastFocused.current?.isConnected === false || isClosed) && document.activeElement === document.body;
    if (!wantsFocus.current && !isLost) return;
    wantsFocus.current = false;
    cellAt(scroller.current, active)?.focus({ preventScroll: true });
  });

  const moveTo = (next: GridPlace) => {
    const box = scroller.current;
    if (box && next.row >= 0) {
      const heading = box.querySelector('thead')?.offsetHeight ?? 0;
      const { scrollTop: top, clientHeight: height } = box;
      box.scrollTop = scrollTopFor(next.row, { top, height, heading, rowHeight });
    }
    wantsFocus.current = true;
    setActive(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const box = scroller.current;
    if (!box || event.altKey) return;
    const page = Math.max(1, Math.floor(box.clientHeight / rowHeight) - 1);
    const forward = getComputedStyle(box).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const next = moved(active, event, { rows: count, columns, page }, forward);
    if (next) {
      event.preventDefault();
      const inSight = { ...next, column: columnInSight(box, next.column, active.column) };
      if (event.shiftKey && mayChoose() && next.row !== active.row && next.row >= 0) extend(active.row, next.row);
      moveTo(inSight);
    } else if (pressed(event, active)) event.preventDefault();
  };

  /** Whatever gets the focus, by mouse or by Tab, is where the arrows go on from. */
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    lastFocused.current = target;
    const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset.row);
    const column = Number(target.closest<HTMLElement>('[data-column]')?.dataset.column);
    if (Number.isNaN(row) || Number.isNaN(column)) return;
    if (row !== active.row || column !== active.column) setActive({ row, column });
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) lastFocused.current = undefined;
  };
  return { onKeyDown, onFocusIn, onFocusOut };
}

function extend(from: number, to: number): void {
  const row = rows.peek()[from];
  if (row && !selected.peek().has(row.id)) toggle(from);
  toggle(to, { range: true });
}

/** Keys that do something to the row with the focus, or beyond the table; false for those that mean nothing here. */
function pressed({ key, ctrlKey, metaKey, target }: KeyboardEvent, { row }: GridPlace): boolean {
  // A box or a button knows these itself.
  if (key === ' ' && (target instanceof HTMLInputElement || target instanceof HTMLButtonElement)) return false;
  const lead = rows.peek()[row];
  if (ctrlKey || metaKey) {
    if (key !== 'a' || !mayChoose()) return false;
    selectAll();
    return true;
  }
  if (key === ' ' && lead && mayChoose()) toggle(row);
  else if (key === 'Enter' && lead) go({ lead: lead.id });
  else if (key === 'Escape' && selected.peek().size) clearSelection();
  else if (key === '/') document.getElementById(SEARCH_ID)?.focus();
  else if (key === 'n' && may('create')) go({ lead: NEW_LEAD });
  else return false;
  return true;
}

/** Columns that are hidden for want of room are passed over. */
function columnInSight(box: HTMLElement, wanted: number, from: number): number {
  const inSight = (column: number) =>
    Boolean(box.querySelector<HTMLElement>(`thead [data-column="${column}"]`)?.offsetWidth);
  const step = wanted < from ? -1 : 1;
  let column = wanted;
  while (column >= 0 && box.querySelector(`thead [data-column="${column}"]`) && !inSight(column)) column += step;
  return inSight(column) ? column : from;
}

function cellAt(box: HTMLElement | null, { row, column }: GridPlace): HTMLElement | undefined {
  const cell = box?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
  return cell?.querySelector<HTMLElement>('input, a, button') ?? cell ?? undefined;
}
