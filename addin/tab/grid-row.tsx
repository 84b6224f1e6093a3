import type { Column } from './columns.ts';
import type { LeadRow } from './lead-rows.ts';
import { showDay, showMoney } from './show-values.ts';
import { optionLabel, t, w } from './tab-words.ts';

export type GridRowProps = {
  row: LeadRow;
  index: number;
  shown: readonly Column[];
  /** The address of the lead. */
  href: string;
  isSelected: boolean;
  isOpen: boolean;
  /** Two lines instead of columns. */
  narrow: boolean;
  /** The column that Tab comes to, when it is one of this row's. */
  tabStop: number | undefined;
};

/** One lead. */
export function GridRow({ row, index, shown, href, isSelected, isOpen, narrow, tabStop }: GridRowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={shown[0]?.name === 'select' ? isSelected : undefined}
      aria-current={isOpen ? 'true' : undefined}
      data-row={index}
    >
      {shown.map((column, at) => (
        <td
          key={column.name}
          class={`cell-${column.name}`}
          aria-colindex={at + 1}
          data-column={at}
          {...said(column, row)}
          tabIndex={holdsFocus(column) ? undefined : stop(tabStop === at)}
        >
          {cell(column, row, { href, isSelected, narrow, tabIndex: stop(tabStop === at) })}
        </td>
      ))}
    </tr>
  );
}

/** Text from people runs the way it is written, and is whole in its tool tip where the column cuts it. */
function said({ name }: Column, { companyName, topic, ownerName }: LeadRow) {
  const text = name === 'company' ? companyName : name === 'topic' ? topic : name === 'owner' ? ownerName : null;
  return text ? ({ dir: 'auto', title: text } as const) : {};
}

/** In these the focus is on what is within: a box to tick, or a link. */
function holdsFocus({ name }: Column): boolean {
  return name === 'select' || name === 'name';
}

function stop(isStop: boolean): 0 | -1 {
  return isStop ? 0 : -1;
}

type Look = { href: string; isSelected: boolean; narrow: boolean; tabIndex: 0 | -1 };

function cell({ name }: Column, row: LeadRow, { href, isSelected, narrow, tabIndex }: Look) {
  switch (name) {
    case 'select':
      return <input type="checkbox" checked={isSelected} tabIndex={tabIndex} aria-label={t.selectLead(row.fullName)} />;
    case 'name':
      return (
        <>
          <a href={href} tabIndex={tabIndex} dir="auto">
            {row.fullName}
          </a>
          {narrow && (
            <span class="beneath" dir="auto">
              {[row.companyName, row.topic].filter(Boolean).join(' · ')}
            </span>
          )}
        </>
      );
    case 'company':
      return row.companyName;
    case 'topic':
      return row.topic;
    case 'status':
      return (
        <span
          class="status"
          data-status={row.status}
          title={row.status === 'disqualified' ? optionLabel(row.statusReason) : undefined}
        >
          {w.status[row.status]}
        </span>
      );
    case 'rating':
      return row.rating && <span class={`rating rating-${row.rating}`}>{optionLabel(row.rating)}</span>;
    case 'source':
      return row.source && optionLabel(row.source);
    case 'owner':
      return row.ownerName ?? <span class="subtle">{w.unassigned}</span>;
    case 'value':
      return showMoney(row.estimatedValue, row.currency);
    case 'created':
      return showDay(row.createdAt);
    case 'modified':
      return showDay(row.modifiedAt);
  }
}
