import { t } from './tab-words.ts';
import type { Trouble } from './trouble.ts';

/** What went wrong, and the way on. */
export function TroubleNote({ trouble, retry, kept }: { trouble: Trouble; retry?: () => void; kept?: boolean }) {
  const { title, detail, reference } = trouble;
  return (
    <div class="bar trouble" role="alert">
      <p dir="auto">
        {title} {detail} {kept && t.kept} {reference && t.reference(reference)}
      </p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {t.retry}
        </button>
      )}
    </div>
  );
}
