import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Column, columns } from './columns.ts';
import { useGridKeys } from './grid-keys.ts';
import type { GridPlace } from './grid-move.ts';
import { firstRange, GridTable, NARROW, rowHeightOf } from './grid-table.tsx';
import { isComplete, loading, loadMore, rows } from './lead-rows.ts';
import { clearSelection, selectAll, selected, toggle } from './selection.ts';
import { SteadyRow } from './steady-row.ts';
import { go, mayChoose, place } from './tab-state.ts';
import { type RowRange, stepTowards, visibleRows } from './visible-rows.ts';

/** How many rows before the last one the next page is asked for. */
const AHEAD = 60;

/** The table: a grid of the ARIA Authoring Practices, of which only the rows in sight are drawn. */
export function LeadsGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const [narrow, setNarrow] = useState(() => innerWidth < NARROW);
  const rowHeight = rowHeightOf(narrow);
  const { range, want } = useDrawnRows(narrow);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const all = rows.value;
  const shown = columns(mayChoose());

  const remeasure = useRef<() => void>(() => undefined);
  const measure = () => {
    const box = scroller.current;
    if (!box) return;
    setNarrow(box.clientWidth < NARROW);
    // An empty table keeps its range: the first rows are drawn at once when they come.
    if (!all.length) return;
    const next = visibleRows(box.scrollTop, box.clientHeight, rowHeight, all.length);
    want(next);
    if (next.last >= all.length - AHEAD) void loadMore();
  };
  // Measured once it is painted: the rows of the first screen are drawn without.
  useEffect(measure, [all, rowHeight]);
  remeasure.current = measure;
  useEffect(() => {
    const watch = new ResizeObserver(() => remeasure.current());
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, []);
  // Another table begins at its top.
  const { view, q, sort, source, rating, owner, industry } = place.value;
  const isShown = useRef(false);
  useLayoutEffect(() => {
    if (isShown.current) scroller.current?.scrollTo(0, 0);
    isShown.current = true;
    setActive((now) => (now.row || now.column ? { row: 0, column: 0 } : now));
  }, [view, q, sort, source, rating, owner, industry]);

  const keys = useGridKeys({ scroller, active, setActive, rowHeight, rows: all.length, columns: shown.length });
  return (
    <div ref={scroller} class="scroller" data-narrow={narrow ? '' : undefined} onScroll={measure}>
      <GridTable
        rows={all}
        place={place.value}
        selected={selected.value}
        mayChoose={mayChoose()}
        loading={loading.value}
        isComplete={isComplete.value}
        range={range}
        active={active}
        narrow={narrow}
        row={SteadyRow}
        follow={{
          onClick: (event) => clicked(event, shown),
          onKeyDown: keys.onKeyDown,
          onFocusIn: keys.onFocusIn,
          onFocusOut: keys.onFocusOut,
        }}
      />
    </div>
  );
}

/** The rows that are drawn: at first what a window holds, then step by step, one a frame, whatever is wanted. */
function useDrawnRows(narrow: boolean): { range: RowRange; want(rows: RowRange): void } {
  const [range, setRange] = useState(() => firstRange(narrow));
  const steps = useRef({ drawn: range, wanted: range, frame: 0 }).current;
  const step = () => {
    steps.frame = 0;
    const { drawn, wanted } = steps;
    if (drawn.first === wanted.first && drawn.last === wanted.last) return;
    steps.drawn = stepTowards(drawn, wanted);
    setRange(steps.drawn);
    steps.frame = requestAnimationFrame(step);
  };
  const want = (wanted: RowRange) => {
    steps.wanted = wanted;
    steps.frame ||= requestAnimationFrame(step);
  };
  useEffect(() => () => cancelAnimationFrame(steps.frame), []);
  return { range, want };
}

/**
 * A click on a row opens its lead; one on its box chooses it, with Shift all rows from the last one chosen. One on a
 * heading sorts by it, one on the box among them chooses all.
 */
function clicked(event: MouseEvent, shown: readonly Column[]): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const heading = target.closest<HTMLElement>('thead [data-column]');
  if (heading) headingClicked(target, shown[Number(heading.dataset.column)]);
  const index = Number(target.closest<HTMLElement>('tbody tr[data-row]')?.dataset.row ?? Number.NaN);
  const row = rows.peek()[index];
  if (!row) return;
  if (target.closest('.cell-select')) {
    if (!(target instanceof HTMLInputElement)) event.preventDefault();
    toggle(index, { range: event.shiftKey });
    return;
  }
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ lead: row.id });
}

function headingClicked(target: Element, column: Column | undefined): void {
  if (target instanceof HTMLInputElement) {
    const { size } = selected.peek();
    if (size > 0 && size >= rows.peek().length) clearSelection();
    else selectAll();
  }
  if (!column?.sorts || !target.closest('button')) return;
  const [first, other] = column.sorts;
  go({ sort: place.peek().sort === first ? other : first });
}
