import { t } from './tab-words.ts';

/** Says that the rest of the tab did not come, and begins anew once it may: by itself, or with a press. */
export function sayNotLoaded(): void {
  // Rows that come now would take the place of what is said.
  window.leadDeskAsked = null;
  const text = (<p />) as unknown as HTMLElement;
  const retry = (
    <button type="button" class="button">
      {t.retry}
    </button>
  ) as unknown as HTMLButtonElement;
  const note = (<div class="bar trouble" role="alert" />) as unknown as HTMLElement;
  note.append(text, retry);
  const say = () => {
    text.textContent = navigator.onLine ? `${t.notReached} ${t.checkConnection}` : `${t.offline} ${t.offlineText}`;
    // Without a network a browser would show its own page instead of this one.
    retry.hidden = !navigator.onLine;
  };
  say();
  retry.addEventListener('click', () => location.reload());
  addEventListener('offline', say);
  addEventListener('online', () => location.reload());
  // Rows that are seen can be read meanwhile; bones would promise what does not come.
  const split = document.querySelector('.split');
  if (split) split.before(note);
  else document.getElementById('app')?.replaceChildren(note);
}
