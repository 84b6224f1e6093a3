import { BulkBar, BulkDialogs } from './bulk-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isComplete, listTrouble, loading, retryMore, rows } from './lead-rows.ts';
import { LeadsGrid } from './leads-grid.tsx';
import { selected } from './selection.ts';
import { countOfLeads } from './show-values.ts';
import { filterCount, NEW_LEAD } from './tab-place.ts';
import { clearFilters, go, may, place } from './tab-state.ts';
import { t, w } from './tab-words.ts';
import { TroubleNote } from './trouble-note.tsx';

/** The table of leads with what narrows it down, and what can be done to those that are chosen. */
export function LeadsPage() {
  const trouble = listTrouble.value;
  const isEmpty = isComplete.value && !rows.value.length && !trouble;
  return (
    <main class="leads" tabIndex={-1} aria-label={t.leads}>
      {selected.value.size ? <BulkBar /> : <FilterBar />}
      {trouble && <TroubleNote trouble={trouble} retry={() => void retryMore()} />}
      {isEmpty ? <NoLeads /> : <LeadsGrid />}
      <p class="count" role="status">
        {loading.value === 'first' ? t.loading : countOfLeads(rows.value.length, isComplete.value)}
      </p>
      <BulkDialogs />
    </main>
  );
}

function NoLeads() {
  const filtered = filterCount(place.value) > 0;
  return (
    <div class="message">
      <h2>{filtered ? w.nothingFound : w.noLeads}</h2>
      <p>{filtered ? t.nothingFoundText : t.noLeadsText}</p>
      <p class="buttons">
        {filtered ? (
          <button type="button" class="button" onClick={clearFilters}>
            {t.clearFilters}
          </button>
        ) : (
          <>
            {place.value.view !== 'all' && (
              <button type="button" class="button" onClick={() => go({ view: 'all' })}>
                {t.showAll}
              </button>
            )}
            {may('create') && (
              <button type="button" class="button primary" onClick={() => go({ lead: NEW_LEAD })}>
                {w.newLead}
              </button>
            )}
          </>
        )}
      </p>
    </div>
  );
}
