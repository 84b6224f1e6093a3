import { useRef } from 'preact/hooks';
import { LEAD_VIEWS, type LeadView } from '../../src/leads/lead-query.ts';
import { becomePerson, LOCAL_NAMES, localPerson } from './local-person.ts';
import { choosesPerson } from './session.ts';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { NEW_LEAD, placeAfter, type TabPlace, urlOfPlace } from './tab-place.ts';
import { go, may, me, place } from './tab-state.ts';
import { t, w } from './tab-words.ts';

/** The view, the search, and the way to everything else. */
export function TopBar() {
  const { view, page } = place.value;
  const help = useRef<HTMLDialogElement>(null);
  return (
    <header class="top">
      <h1 class="unseen">{t.title}</h1>
      <nav class="pages" aria-label={t.pages}>
        <PageLink to={{ page: 'leads' }} current={page === 'leads'} name={t.leads} />
        <PageLink to={{ page: 'pipeline', lead: undefined }} current={page === 'pipeline'} name={t.pipeline} />
      </nav>
      <span class="view-choice">
        <select
          class="control"
          aria-label={t.view}
          value={view}
          onChange={({ currentTarget }) => go({ view: currentTarget.value as LeadView })}
        >
          {LEAD_VIEWS.map((each) => (
            <option key={each} value={each}>
              {each === 'all' ? t.allLeads : w.leads[each]}
            </option>
          ))}
        </select>
      </span>
      <div class="top-end">
        {choosesPerson() && <PersonChoice />}
        <button type="button" class="button quiet" onClick={() => help.current?.showModal()} aria-label={t.shortcuts}>
          ?
        </button>
        {may('create') && (
          <button type="button" class="button primary" onClick={() => go({ lead: NEW_LEAD })}>
            {w.newLead}
          </button>
        )}
      </div>
      <ShortcutsHelp dialog={help} />
    </header>
  );
}

function PageLink({ to, current, name }: { to: Partial<TabPlace>; current: boolean; name: string }) {
  return (
    <a
      href={urlOfPlace(placeAfter(place.value, to))}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {name}
    </a>
  );
}

/** On this machine alone: the five people of local mode. */
function PersonChoice() {
  const now = localPerson();
  return (
    <select
      class="control"
      aria-label={t.person}
      value={now}
      onChange={({ currentTarget }) => becomePerson(currentTarget.value)}
    >
      {LOCAL_NAMES.map((name) => (
        <option key={name} value={name}>
          {name === now && me.value ? me.value.name : name}
        </option>
      ))}
    </select>
  );
}
