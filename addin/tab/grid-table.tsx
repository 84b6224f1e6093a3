import type { ComponentType, TableHTMLAttributes } from 'preact';
import { columns } from './columns.ts';
import { GridHead } from './grid-head.tsx';
import type { GridPlace } from './grid-move.ts';
import { GridRow, type GridRowProps } from './grid-row.tsx';
import type { LeadRow } from './lead-rows.ts';
import { besideTable, type TabPlace } from './tab-place.ts';
import { t } from './tab-words.ts';
import type { RowRange } from './visible-rows.ts';

/** Below this width a row is two lines of text instead of columns. In pixels. */
export const NARROW = 640;
const ROW_HEIGHT = 40;
const NARROW_ROW_HEIGHT = 60;
/** So much of a window's height at least is taken by what stands above and below the rows. */
const AROUND = 160;
const BONES = 12;
/** Rows that hold no lead: room for those out of sight, and bones. */
const UNSEEN = { 'aria-hidden': true } as const;

/** What the table shows: all it takes to draw it. */
export type Shown = {
  rows: readonly LeadRow[];
  place: TabPlace;
  selected: ReadonlySet<string>;
  /** Whether leads can be chosen. */
  mayChoose: boolean;
  loading: 'first' | 'more' | undefined;
  isComplete: boolean;
};

type GridTableProps = Shown & {
  range: RowRange;
  /** Where Tab comes to. */
  active: GridPlace;
  narrow: boolean;
  /** What the table does besides being looked at. */
  follow?: TableHTMLAttributes<HTMLTableElement>;
  /** What draws a row: `GridRow`, or what draws with it. */
  row?: ComponentType<GridRowProps>;
};

/** In pixels. */
export function rowHeightOf(narrow: boolean): number {
  return narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
}

/** The rows a window may hold, before anything was measured. */
export function firstRange(narrow: boolean): RowRange {
  return { first: 0, last: Math.ceil((innerHeight - AROUND) / rowHeightOf(narrow)) };
}

/** The table as it stands: a grid of the ARIA Authoring Practices, of which only the rows of a range are drawn. */
export function GridTable({ range, active, narrow, follow, row: Row = GridRow, ...what }: GridTableProps) {
  const { rows, place, selected, loading } = what;
  const shown = columns(what.mayChoose);
  const isFirst = loading === 'first' && !rows.length;
  const beside = besideTable(place);
  return (
    <table
      class="grid"
      {...gridAria(what, shown.length)}
      data-stale={loading === 'first' && rows.length ? '' : undefined}
      {...follow}
    >
      <GridHead
        shown={shown}
        sort={place.q.trim() ? undefined : place.sort}
        chosen={selected.size === 0 ? 'none' : selected.size < rows.length ? 'some' : 'all'}
        tabStop={active.row === -1 || !rows.length ? active.column : undefined}
      />
      <tbody>
        {rowsBetween(range, active.row, rows.length).map(({ gap, index }) => {
          const row = rows[index];
          if (gap || !row) return <Gap key={`gap-${index}`} rows={gap} rowHeight={rowHeightOf(narrow)} />;
          return (
            <Row
              key={row.id}
              row={row}
              index={index}
              shown={shown}
              href={beside + encodeURIComponent(row.id)}
              isSelected={selected.has(row.id)}
              isOpen={place.lead === row.id}
              narrow={narrow}
              tabStop={active.row === index ? active.column : undefined}
            />
          );
        })}
        {(isFirst || loading === 'more') && <BoneRows columns={shown.length} count={isFirst ? BONES : 3} />}
      </tbody>
    </table>
  );
}

/** A table whose cells can be moved between: https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
function gridAria({ rows, mayChoose, loading, isComplete }: Shown, columnCount: number) {
  return {
    role: 'grid',
    'aria-label': t.leads,
    'aria-rowcount': isComplete ? rows.length + 1 : -1,
    'aria-colcount': columnCount,
    'aria-multiselectable': mayChoose,
    'aria-busy': loading === 'first',
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
