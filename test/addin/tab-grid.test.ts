import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moved } from '../../addin/tab/grid-move.ts';
import { type RowRange, scrollTopFor, stepTowards, visibleRows } from '../../addin/tab/visible-rows.ts';

const GRID = { rows: 100, columns: 8, page: 20 };
const press = (key: string, row: number, column: number, ctrlKey = false, forward?: 'ArrowLeft') =>
  moved({ row, column }, { key, ctrlKey, metaKey: false }, GRID, forward);

describe('the table of the Leads tab', () => {
  it('draws every row in sight, and few others, wherever it is scrolled to', () => {
    const numbers = fc.record({
      count: fc.nat(200_000),
      top: fc.nat(8_000_000),
      height: fc.integer({ min: 1, max: 3000 }),
      rowHeight: fc.constantFrom(40, 60),
    });
    fc.assert(
      fc.property(numbers, ({ count, top, height, rowHeight }) => {
        const { first, last } = visibleRows(top, height, rowHeight, count);
        assert.ok(first >= 0 && first <= last && last <= count);
        const seen = { first: Math.floor(top / rowHeight), last: Math.ceil((top + height) / rowHeight) };
        assert.ok(first <= Math.min(seen.first, count));
        assert.ok(last >= Math.min(seen.last, count));
        assert.ok(last - first <= seen.last - seen.first + 32);
      }),
    );
  });

  it('draws few new rows in a frame, and in a few frames all that are wanted and no other', () => {
    const range = fc.record({ first: fc.nat(500), length: fc.nat(80) });
    const rowsOf = ({ first, last }: RowRange) => Array.from({ length: last - first }, (_, at) => first + at);
    fc.assert(
      fc.property(range, range, (from, to) => {
        const wanted = { first: to.first, last: to.first + to.length };
        let drawn: RowRange = { first: from.first, last: from.first + from.length };
        for (let frames = 0; frames <= Math.ceil(to.length / 4); frames += 1) {
          const before = new Set(rowsOf(drawn));
          drawn = stepTowards(drawn, wanted);
          assert.ok(rowsOf(drawn).filter((row) => !before.has(row)).length <= 4);
          assert.ok(drawn.first >= wanted.first && drawn.last <= wanted.last);
        }
        assert.deepEqual(drawn, wanted);
      }),
    );
  });

  it('scrolls a row into sight, below the heading, and not at all when it is', () => {
    const box = { top: 400, height: 436, heading: 36, rowHeight: 40 };
    assert.equal(scrollTopFor(15, box), 400);
    assert.equal(scrollTopFor(3, box), 120);
    assert.equal(scrollTopFor(20, box), 440);
  });

  it('moves as grids do: by cell, by screen, to the ends, never beyond them', () => {
    assert.deepEqual(press('ArrowDown', 4, 2), { row: 5, column: 2 });
    assert.deepEqual(press('ArrowUp', 0, 2), { row: -1, column: 2 });
    assert.deepEqual(press('ArrowUp', -1, 2), { row: -1, column: 2 });
    assert.deepEqual(press('ArrowRight', 4, 7), { row: 4, column: 7 });
    assert.deepEqual(press('PageDown', 90, 1), { row: 99, column: 1 });
    assert.deepEqual(press('PageUp', 5, 1), { row: 0, column: 1 });
    assert.deepEqual(press('Home', 5, 3), { row: 5, column: 0 });
    assert.deepEqual(press('End', 5, 3, true), { row: 99, column: 7 });
    assert.deepEqual(press('Home', 5, 3, true), { row: 0, column: 0 });
    assert.equal(press('x', 5, 3), undefined);
  });

  it('follows the direction of the lines', () => {
    assert.deepEqual(press('ArrowLeft', 4, 2, false, 'ArrowLeft'), { row: 4, column: 3 });
    assert.deepEqual(press('ArrowRight', 4, 2, false, 'ArrowLeft'), { row: 4, column: 1 });
  });
});
