export type GridPlace = { row: number; column: number };
type Grid = { rows: number; columns: number; page: number };
type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean };

/**
 * Where a key leads in the grid; undefined when it is no key that moves. Row -1 is the heading. `page` is how many
 * rows fit on the screen. Keys as in the grid pattern of the ARIA Authoring Practices; `forward` is ArrowRight, and
 * ArrowLeft where lines run from right to left.
 */
export function moved(
  { row, column }: GridPlace,
  { key, ctrlKey, metaKey }: Pressed,
  { rows, columns, page }: Grid,
  forward: 'ArrowRight' | 'ArrowLeft' = 'ArrowRight',
): GridPlace | undefined {
  const jump = ctrlKey || metaKey;
  const at = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(-1, Math.min(nextRow, rows - 1)),
    column: Math.max(0, Math.min(nextColumn, columns - 1)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(jump ? rows - 1 : row + 1, column);
    case 'ArrowUp':
      return at(jump ? 0 : row - 1, column);
    case 'ArrowLeft':
    case 'ArrowRight':
      return at(row, column + (key === forward ? 1 : -1));
    case 'PageDown':
      return at(row + page, column);
    case 'PageUp':
      return at(Math.max(0, row - page), column);
    case 'Home':
      return jump ? at(0, 0) : at(row, 0);
    case 'End':
      return jump ? at(rows - 1, columns - 1) : at(row, columns - 1);
    default:
      return undefined;
  }
}
