import { hydrate, render } from 'preact';
import { App } from './app.tsx';
import { moment } from './first-table.ts';
import { keepFocus } from './keep-focus.ts';
import { followWindows } from './lead-changes.ts';
import { followPlace, loadWho, rows } from './lead-rows.ts';
import { isFormLeft } from './left-form.ts';
import { localPerson } from './local-person.ts';
import { followTable } from './selection.ts';
import { startSession } from './session.ts';
import { connectHost, followTheme } from './tab-host.ts';
import { showLanguage } from './tab-language.ts';
import { followHistory, go, place } from './tab-state.ts';

async function start(): Promise<void> {
  const host = await connectHost();
  startSession(host);
  followTheme(host);
  await showLanguage(host.locale);
  followHistory();
  // A link in Teams leads to a lead; the address of the frame stays what the manifest says.
  if (host.leadId) go({ lead: host.leadId }, { replace: true });
  // The table is what people wait for: asked for first.
  const firstRows = followPlace();
  followTable();
  // Rows that are nearly there are drawn together with the rest: without them first is later with them.
  await Promise.race([firstRows, moment()]);
  const app = document.getElementById('app');
  if (!app) throw new Error('index.html has no #app');
  keepFocus(app);
  const takeOver = window.leadDeskTakeOver;
  if (takeOver && rows.value.length) {
    hydrate(<App />, app);
    void takeOver();
  } else {
    app.replaceChildren();
    render(<App />, app);
  }
  host.ready?.();
  host.onBack?.(() => {
    const wasOpen = place.value.lead !== undefined;
    if (isFormLeft()) history.back();
    else go({ lead: undefined });
    return wasOpen;
  });
  followWindows(host.userAddress ?? localPerson());
  await firstRows;
  await loadWho();
}

void start();
