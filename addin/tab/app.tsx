import { signal } from '@preact/signals';
import { lazyPart } from './lazy-part.tsx';
import { reload } from './lead-rows.ts';
import { LeadsPage } from './leads-page.tsx';
import { signedIn } from './session.ts';
import { SignedOutPage } from './signed-out-page.tsx';
import { place, toast } from './tab-state.ts';
import { t } from './tab-words.ts';
import { TopBar } from './top-bar.tsx';

const online = signal(navigator.onLine);
addEventListener('offline', () => {
  online.value = false;
});
addEventListener('online', () => {
  online.value = true;
  void reload();
});

// What is looked at only now and then is fetched when it is.
const LeadPanel = lazyPart(async () => (await import('./lead-panel.tsx')).LeadPanel);
const PipelinePage = lazyPart(async () => (await import('./pipeline-page.tsx')).PipelinePage);

/** The tab: one page of leads or the pipeline, and beside it the lead that is open. */
export function App() {
  const { page, lead } = place.value;
  const isOut = signedIn.value !== 'in';
  // What was typed stays beneath the question who it is.
  return (
    <>
      {isOut && <SignedOutPage />}
      <div class="tab" hidden={isOut}>
        <TopBar />
        {!online.value && (
          <p class="bar" role="status">
            {t.offline} {t.offlineText}
          </p>
        )}
        <div class="split" data-open={lead ? 'lead' : undefined}>
          {page === 'leads' ? <LeadsPage /> : <PipelinePage />}
          {lead && <LeadPanel key={lead} leadId={lead} />}
        </div>
        <div class="toast" role="status" aria-live="polite" data-tone={toast.value?.tone}>
          {toast.value?.text}
        </div>
      </div>
    </>
  );
}
