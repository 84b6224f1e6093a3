// Draws the first leads where they come at once, and has the rest of the tab come after them. A classic script, all in
// one: it waits for nothing.
import type { ComponentChild } from 'preact';
import { languageOf, turnPage } from '../shared/turn-page.ts';
import { moment } from './first-table.ts';
import { firstRange, GridTable } from './grid-table.tsx';
import { keepWhatIsDone } from './keep-what-is-done.ts';
import type { LeadRow } from './lead-rows.ts';
import { sayNotLoaded } from './not-loaded.tsx';
import { countOfLeads } from './show-values.ts';
import { filterCount, placeFromUrl } from './tab-place.ts';
import { type ServiceWords, speak, type TabWords, t, w } from './tab-words.ts';
import type { Page } from './wire.ts';

/** From these widths on the bars are a line each: what is below them stays where it is. In pixels. */
const ONE_LINE = { english: 1000, other: 1100, filtered: 1280 };

const place = placeFromUrl(location.search);
const language = languageOf(navigator.language);

function loadTab(): void {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[data-when="tab"]')];
  for (const link of links) link.rel = 'modulepreload';
  const tab = links.at(-1);
  if (!tab) return;
  import(tab.href).catch((why: unknown) => {
    sayNotLoaded();
    throw why;
  });
}

/** Draws what was asked for, unless the tab takes the answer first and draws it by itself. Resolves when it is seen. */
async function drawAsked(): Promise<void> {
  const asked = window.leadDeskAsked;
  const [answer] = await Promise.all([asked?.answer, learnLanguage()]);
  if (!asked || !answer?.ok || window.leadDeskAsked !== asked) return;
  const text = answer.text();
  asked.answer = text.then((body) => new Response(body));
  const page: Page<LeadRow> = JSON.parse(await text);
  if (window.leadDeskAsked !== asked || !mayDraw(page)) return;
  draw(page);
  await new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)));
}

/** Turns to the reader's language as the tab will, with the same files of it. */
async function learnLanguage(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>(`link[data-language="${language}"]`)];
  const [tab, service] = await Promise.all(links.map(({ href }) => import(href)));
  if (tab && service) speak(navigator.language, [tab[language] as TabWords, service[language] as ServiceWords]);
  turnPage(navigator.language, links.length > 0);
}

/** Whether the tab will look as the first sight does, but for what is not there yet. */
function mayDraw({ items }: Page<LeadRow>): boolean {
  const isTable = place.page === 'leads' && !place.lead && items.length > 0;
  const oneLine = language === 'en' ? ONE_LINE.english : ONE_LINE.other;
  const isWide = innerWidth >= (filterCount(place) ? ONE_LINE.filtered : oneLine);
  // The pseudo language is made by the tab alone.
  return isTable && isWide && language !== 'qps' && !document.hidden;
}

function draw({ items, next }: Page<LeadRow>): void {
  const app = document.getElementById('app');
  if (!app) return;
  app.replaceChildren((<FirstSight rows={items} isComplete={next === null} />) as unknown as Node);
  const grid = app.querySelector('table');
  if (grid) window.leadDeskTakeOver = keepWhatIsDone(grid);
}

/** As `App` draws it, by the same parts; the bars are still empty. */
function FirstSight({ rows, isComplete }: { rows: readonly LeadRow[]; isComplete: boolean }): ComponentChild {
  return (
    <div class="tab">
      <header class="top" />
      <div class="split">
        <main class="leads" tabIndex={-1} aria-label={t.leads}>
          <search class="filters" />
          <div class="scroller">
            <GridTable
              rows={rows}
              place={place}
              selected={new Set()}
              mayChoose={true}
              loading={undefined}
              isComplete={isComplete}
              range={firstRange(false)}
              active={{ row: 0, column: 0 }}
              narrow={false}
            />
          </div>
          <p class="count" role="status">
            {countOfLeads(rows.length, isComplete)}
          </p>
        </main>
      </div>
      <div class="toast" role="status" aria-live="polite" />
    </div>
  );
}

if (window.leadDeskAsked) {
  speak(navigator.language, [t, w]);
  // What it takes to work with the rows comes after them, unless they take long. Why there are none is for the tab to tell.
  void Promise.race([drawAsked().catch(() => undefined), moment()]).then(loadTab);
} else loadTab();
