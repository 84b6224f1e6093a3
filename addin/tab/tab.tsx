import { render } from 'preact';
import { App } from './app.tsx';
import { followWindows } from './lead-changes.ts';
import { followPlace } from './lead-rows.ts';
import { localPerson } from './local-person.ts';
import { followTable } from './selection.ts';
import { startSession } from './session.ts';
import { prepareFormats } from './show-values.ts';
import { connectHost, followTheme } from './tab-host.ts';
import { followHistory, go, loadPeople, place } from './tab-state.ts';
import { showLanguage } from './tab-words.ts';

async function start(): Promise<void> {
  const host = await connectHost();
  startSession(host);
  followTheme(host);
  await showLanguage(host.locale);
  followHistory();
  // A link in Teams leads to a lead; the address of the frame stays what the manifest says.
  if (host.leadId) go({ lead: host.leadId }, { replace: true });
  // The table is what people wait for: asked for first, drawn while it is on its way.
  const firstRows = followPlace();
  followTable();
  const app = document.getElementById('app');
  if (!app) throw new Error('index.html has no #app');
  app.replaceChildren();
  render(<App />, app);
  prepareFormats();
  host.ready?.();
  host.onBack?.(() => {
    const wasOpen = place.value.lead !== undefined;
    go({ lead: undefined });
    return wasOpen;
  });
  followWindows(host.userAddress ?? localPerson());
  await firstRows;
  // Without names the table works all the same; signed out is shown by whoever asked first.
  await loadPeople().catch(() => undefined);
}

void start();
