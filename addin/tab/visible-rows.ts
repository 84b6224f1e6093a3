/** Rows drawn beyond the edge of the window, so that a quick scroll meets rows and not a gap. */
const OVERSCAN = 4;
/** The drawn range moves by so many rows at once: most scroll events then change nothing. */
const STEP = 4;

/** Most rows drawn anew in one frame: the wheel waits for no more than these, however far it was turned. */
const AT_ONCE = 4;

export type RowRange = { first: number; last: number };

/** Which rows of equal height have to be drawn; `last` is the one after the last. Heights and `top` in pixels. */
export function visibleRows(top: number, height: number, rowHeight: number, count: number): RowRange {
  const first = Math.floor((Math.floor(top / rowHeight) - OVERSCAN) / STEP) * STEP;
  const last = Math.ceil((Math.ceil((top + height) / rowHeight) + OVERSCAN) / STEP) * STEP;
  return { first: Math.max(0, Math.min(first, count)), last: Math.max(0, Math.min(last, count)) };
}

/** One frame's step from the rows that are drawn to those that are wanted, which it reaches after a few. */
export function stepTowards(drawn: RowRange, wanted: RowRange): RowRange {
  const first = Math.max(drawn.first, wanted.first);
  const last = Math.min(drawn.last, wanted.last);
  if (first >= last) return { first: wanted.first, last: Math.min(wanted.last, wanted.first + AT_ONCE) };
  const below = Math.min(wanted.last - last, AT_ONCE);
  const above = Math.min(first - wanted.first, AT_ONCE - below);
  return { first: first - above, last: last + below };
}

/** How far to scroll so that a row stands between the heading and the lower edge; `top` when it does already. */
export function scrollTopFor(
  row: number,
  { top, height, heading, rowHeight }: { top: number; height: number; heading: number; rowHeight: number },
): number {
  const start = row * rowHeight;
  if (start < top) return start;
  const lowest = start + rowHeight + heading - height;
  return Math.max(top, lowest);
}
