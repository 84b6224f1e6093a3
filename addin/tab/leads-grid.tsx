import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { columns } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import { useGridKeys } from './grid-keys.ts';
import type { GridPlace } from './grid-move.ts';
import { GridRow } from './grid-row.tsx';
import { isComplete, loading, loadMore, rows } from './lead-rows.ts';
import { selected, toggle } from './selection.ts';
import { go, mayChoose, place } from './tab-state.ts';
import { t } from './tab-words.ts';
import { type RowRange, stepTowards, visibleRows } from './visible-rows.ts';

/** Below this width a row is two lines of text instead of columns. In pixels. */
const NARROW = 640;
const ROW_HEIGHT = 40;
const NARROW_ROW_HEIGHT = 60;
/** How many rows before the last one the next page is asked for. */
const AHEAD = 60;
const BONES = 12;
/** Rows that hold no lead: room for those out of sight, and bones. */
const UNSEEN = { 'aria-hidden': true } as const;

/** The table: a grid of the ARIA Authoring Practices, of which only the rows in sight are drawn. */
export function LeadsGrid() {
  const scroller = useRef<HTMLDivElement>(null);
  const [narrow, setNarrow] = useState(() => innerWidth < NARROW);
  const { range, want } = useDrawnRows(narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const rowHeight = narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
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
  const isFirst = loading.value === 'first' && !all.length;
  const drawn = rowsBetween(range, active.row, all.length);
  return (
    <div ref={scroller} class="scroller" data-narrow={narrow ? '' : undefined} onScroll={measure}>
      <table
        class="grid"
        {...gridAria(shown.length)}
        data-stale={loading.value === 'first' && all.length ? '' : undefined}
        onClick={(event) => clicked(event)}
        onKeyDown={keys.onKeyDown}
        onFocusIn={keys.onFocusIn}
        onFocusOut={keys.onFocusOut}
      >
        <GridHead shown={shown} tabStop={active.row === -1 || !all.length ? active.column : undefined} />
        <tbody>
          {drawn.map(({ gap, index }) => {
            const row = all[index];
            if (gap || !row) return <Gap key={`gap-${index}`} rows={gap} rowHeight={rowHeight} />;
            return (
              <GridRow
                key={row.id}
                row={row}
                index={index}
                shown={shown}
                isSelected={selected.value.has(row.id)}
                isOpen={place.value.lead === row.id}
                narrow={narrow}
                tabStop={active.row === index ? active.column : undefined}
              />
            );
          })}
          {(isFirst || loading.value === 'more') && <BoneRows columns={shown.length} count={isFirst ? BONES : 3} />}
        </tbody>
      </table>
    </div>
  );
}

/** The rows that are drawn: at first what a window holds, then step by step, one a frame, whatever is wanted. */
function useDrawnRows(rowHeight: number): { range: RowRange; want(rows: RowRange): void } {
  const [range, setRange] = useState<RowRange>(() => ({ first: 0, last: Math.ceil(innerHeight / rowHeight) }));
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

/** A table whose cells can be moved between: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
function gridAria(columnCount: number) {
  return {
    role: 'grid',
    'aria-label': t.leads,
    'aria-rowcount': isComplete.value ? rows.value.length + 1 : -1,
    'aria-colcount': columnCount,
    'aria-multiselectable': mayChoose(),
    'aria-busy': loading.value === 'first',
  } as const;
}

type Drawn = { index: number; gap: number };

/** The rows in sight, that with the focus wherever it is, and gaps as high as what lies between. */
function rowsBetween({ first, last }: RowRange, focused: number, count: number): Drawn[] {
  const indexes = Array.from({ length: Math.max(0, Math.min(last, count) - first) }, (_, at) => first + at);
  if (focused >= 0 && focused < count) {
    if (focused < first) indexes.unshift(focused);
    else if (focused >= last) indexes.push(focused);
  }
  let next = 0;
  const drawn = indexes.flatMap((index): Drawn[] => {
    const gap = index - next;
    next = index + 1;
    return gap
      ? [
          { index: index - gap, gap },
          { index, gap: 0 },
        ]
      : [{ index, gap: 0 }];
  });
  return next < count ? [...drawn, { index: next, gap: count - next }] : drawn;
}

function Gap({ rows: count, rowHeight }: { rows: number; rowHeight: number }) {
  return <tr {...UNSEEN} class="gap" style={{ height: `${count * rowHeight}px` }} />;
}

function BoneRows({ columns: count, count: bones }: { columns: number; count: number }) {
  return (
    <>
      {Array.from({ length: bones }, (_, at) => (
        <tr key={at} {...UNSEEN} class="bone-row">
          <td colSpan={count}>
            <span class="bone" />
          </td>
        </tr>
      ))}
    </>
  );
}

/** A click on a row opens its lead; one on its box chooses it, with Shift all rows from the last one chosen. */
function clicked(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
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
