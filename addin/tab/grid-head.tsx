import type { Column } from './columns.ts';
import { rows } from './lead-rows.ts';
import { clearSelection, selectAll, selected } from './selection.ts';
import { go, place } from './tab-state.ts';
import { t } from './tab-words.ts';

/** The headings; those of columns the lead service can sort by are buttons. */
export function GridHead({ shown, tabStop }: { shown: readonly Column[]; tabStop: number | undefined }) {
  const searching = place.value.q.trim() !== '';
  return (
    <thead>
      <tr aria-rowindex={1} data-row={-1}>
        {shown.map((column, at) => {
          const tabIndex = tabStop === at ? 0 : -1;
          const sorts = searching ? undefined : column.sorts;
          return (
            <th
              key={column.name}
              scope="col"
              class={`cell-${column.name}`}
              aria-colindex={at + 1}
              aria-sort={sorts && sortShown(sorts)}
              data-column={at}
              tabIndex={column.name === 'select' || sorts ? undefined : tabIndex}
            >
              {column.name === 'select' && <SelectAll tabIndex={tabIndex} />}
              {column.name !== 'select' &&
                (sorts ? <SortButton column={column} sorts={sorts} tabIndex={tabIndex} /> : column.title())}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SelectAll({ tabIndex }: { tabIndex: 0 | -1 }) {
  const { size } = selected.value;
  const all = size > 0 && size >= rows.value.length;
  return (
    <input
      type="checkbox"
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = size > 0 && !all;
      }}
      tabIndex={tabIndex}
      aria-label={t.selectAll}
      onChange={() => (all ? clearSelection() : selectAll())}
    />
  );
}

type SortProps = { column: Column; sorts: NonNullable<Column['sorts']>; tabIndex: 0 | -1 };

function SortButton({ column, sorts, tabIndex }: SortProps) {
  const [first, other] = sorts;
  const { sort } = place.value;
  const arrow = sort === sorts.find((each) => each.startsWith('-')) ? '↓' : '↑';
  return (
    <button type="button" class="sort" tabIndex={tabIndex} onClick={() => go({ sort: sort === first ? other : first })}>
      {column.title()}
      <span aria-hidden="true">{sorts.includes(sort) ? ` ${arrow}` : ''}</span>
    </button>
  );
}

function sortShown(sorts: NonNullable<Column['sorts']>): 'ascending' | 'descending' | 'none' {
  const { sort } = place.value;
  if (!sorts.includes(sort)) return 'none';
  return sort.startsWith('-') ? 'descending' : 'ascending';
}
