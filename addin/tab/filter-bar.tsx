import { useEffect, useRef, useState } from 'preact/hooks';
import { INDUSTRIES, RATINGS, SOURCES } from '../../src/leads/option-sets.ts';
import { loading, reload, rows } from './lead-rows.ts';
import { filterCount, saysOwner, type TabPlace } from './tab-place.ts';
import { clearFilters, go, people, place } from './tab-state.ts';
import { optionLabel, t, w } from './tab-words.ts';

const typingPauseMs = 200;
export const SEARCH_ID = 'search';

/** The search box and the filters; what is set stands in the address. */
export function FilterBar() {
  const now = place.value;
  return (
    <search class="filters">
      <SearchBox />
      <Filter name="source" label={w.fields.source} options={SOURCES.map((each) => [each, optionLabel(each)])} />
      <Filter name="rating" label={w.fields.rating} options={RATINGS.map((each) => [each, optionLabel(each)])} />
      {/* An address may name an owner beside any view: what narrows the table is always seen. */}
      {(now.owner || !saysOwner(now.view)) && (
        <Filter name="owner" label={w.fields.owner} options={owners(now.owner)} />
      )}
      <Filter name="industry" label={w.fields.industry} options={INDUSTRIES.map((each) => [each, optionLabel(each)])} />
      {filterCount(now) > 0 && (
        <button type="button" class="button quiet" onClick={clearFilters}>
          {t.clearFilters}
        </button>
      )}
      <button
        type="button"
        class="button quiet refresh"
        disabled={loading.value === 'first'}
        onClick={() => void reload()}
      >
        {t.refresh}
      </button>
    </search>
  );
}

/** The chosen owner as the table called them: it may show none of their leads any more. */
let named: readonly [id: string, name: string] | undefined;

/** The first colleagues, and whoever else is chosen. */
function owners(chosen: string | undefined): (readonly [id: string, name: string])[] {
  const first = people.value.map(({ id, name }) => [id, name] as const);
  if (!chosen || first.some(([id]) => id === chosen)) return first;
  const name = rows.value.find(({ ownerId }) => ownerId === chosen)?.ownerName;
  if (name) named = [chosen, name];
  return [...first, named?.[0] === chosen ? named : [chosen, t.formerColleague]];
}

/** Searches when typing pauses. */
function SearchBox() {
  const [typed, setTyped] = useState(place.value.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { q } = place.value;
  // The back button, or "Clear filters", changes what is searched for as well.
  useEffect(() => setTyped((now) => (now.trim() === q.trim() ? now : q)), [q]);
  const search = (text: string) => {
    clearTimeout(timer.current);
    go({ q: text }, { replace: true });
  };
  return (
    <input
      id={SEARCH_ID}
      type="search"
      class="control"
      placeholder={w.searchFor}
      aria-label={t.search}
      maxLength={500}
      value={typed}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => search(value), typingPauseMs);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') search(currentTarget.value);
      }}
    />
  );
}

type FilterName = 'source' | 'rating' | 'industry' | 'owner';
type FilterProps = { name: FilterName; label: string; options: readonly (readonly [string, string])[] };

function Filter({ name, label, options }: FilterProps) {
  const value = place.value[name] ?? '';
  return (
    <span class="filter" data-set={value ? 'yes' : undefined}>
      <select
        class="control"
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => go({ [name]: currentTarget.value || undefined } as Partial<TabPlace>)}
      >
        <option value="">{t.any(label)}</option>
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </span>
  );
}
