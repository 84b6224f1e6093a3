import { SOURCES } from '../../src/leads/option-sets.ts';
import type { PipelineBy } from '../../src/leads/pipeline.ts';
import { showCount, showDate, showMoney } from './show-values.ts';
import { placeAfter, type TabPlace, urlOfPlace } from './tab-place.ts';
import { go, place } from './tab-state.ts';
import { optionLabel, t, w } from './tab-words.ts';
import type { Pipeline } from './wire.ts';

/** The figures behind the chart; a group leads to its leads. */
export function PipelineTable({ pipeline: { by, groups } }: { pipeline: Pipeline }) {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <table class="plain figures-table">
      <thead>
        <tr>
          <th scope="col">{t.group}</th>
          <th scope="col" class="number">
            {t.countOfLeads}
          </th>
          <th scope="col" class="number">
            {w.fields.estimatedValue}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, name, count, value }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              <GroupName by={by} group={key} name={name} />
            </th>
            <td class="number">{showCount(count)}</td>
            <td class="number">
              {value.map(({ currency, amount }) => (
                <span key={currency} class="amount">
                  {showMoney(amount, currency)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          <td class="number">{showCount(total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function GroupName({ by, group, name }: { by: PipelineBy; group: string | null; name: string | null | undefined }) {
  const to = leadsOf(by, group);
  const label = groupLabel(by, group, name);
  if (!to) return <>{label}</>;
  const target = { ...to, page: 'leads' } as const;
  return (
    <a
      href={urlOfPlace(placeAfter(place.value, target))}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        go(target);
      }}
    >
      {label}
    </a>
  );
}

/** Where the leads of a group are, for groups the table can be narrowed to. */
function leadsOf(by: PipelineBy, group: string | null): Partial<TabPlace> | undefined {
  if (by === 'status') return { view: group === 'open' ? 'open' : 'closed' };
  if (by === 'owner') return group ? { owner: group } : { view: 'unassigned' };
  const source = by === 'source' && SOURCES.find((each) => each === group);
  return source ? { source } : undefined;
}

/** What people call a group. */
export function groupLabel(by: PipelineBy, group: string | null, name: string | null | undefined): string {
  if (group === null) return by === 'owner' ? w.unassigned : t.none;
  if (by === 'status') return (w.status as Record<string, string>)[group] ?? group;
  if (by === 'source') return optionLabel(group);
  if (by === 'week') return showDate(group);
  return name ?? t.formerColleague;
}
