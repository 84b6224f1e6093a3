import type { LeadSort } from '../../src/leads/lead-query.ts';
import type { Column } from './columns.ts';
import { t } from './tab-words.ts';

type GridHeadProps = {
  shown: readonly Column[];
  /** What the table is sorted by; undefined where it cannot be, as with what was searched for. */
  sort: LeadSort | undefined;
  /** How many of the leads are chosen. */
  chosen: 'none' | 'some' | 'all';
  /** The column that Tab comes to, when it comes to the headings. */
  tabStop: number | undefined;
};

/** The headings; those of columns the lead service can sort by are buttons. */
export function GridHead({ shown, sort, chosen, tabStop }: GridHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1} data-row={-1}>
        {shown.map((column, at) => {
          const tabIndex = tabStop === at ? 0 : -1;
          const sorts = sort && column.sorts;
          return (
            <th
              key={column.name}
              scope="col"
              class={`cell-${column.name}`}
              aria-colindex={at + 1}
              aria-sort={sorts && sortShown(sorts, sort)}
              data-column={at}
              tabIndex={column.name === 'select' || sorts ? undefined : tabIndex}
            >
              {column.name === 'select' && <SelectAll chosen={chosen} tabIndex={tabIndex} />}
              {column.name !== 'select' &&
                (sorts ? (
                  <button type="button" class="sort" tabIndex={tabIndex}>
                    {column.title()}
                    <span aria-hidden="true">{sorts.includes(sort) ? ` ${sort.startsWith('-') ? '↓' : '↑'}` : ''}</span>
                  </button>
                ) : (
                  column.title()
                ))}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SelectAll({ chosen, tabIndex }: { chosen: GridHeadProps['chosen']; tabIndex: 0 | -1 }) {
  return (
    <input
      type="checkbox"
      checked={chosen === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = chosen === 'some';
      }}
      tabIndex={tabIndex}
      aria-label={t.selectAll}
    />
  );
}

function sortShown(sorts: NonNullable<Column['sorts']>, sort: LeadSort): 'ascending' | 'descending' | 'none' {
  if (!sorts.includes(sort)) return 'none';
  return sort.startsWith('-') ? 'descending' : 'ascending';
}
