import { Composer } from './composer.tsx';
import { Bones } from './lazy-part.tsx';
import { changedElsewhere, changes } from './lead-changes.ts';
import { usePaged } from './paged.ts';
import { may } from './tab-state.ts';
import { t, w } from './tab-words.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import { TroubleNote } from './trouble-note.tsx';
import type { TimelineItem } from './wire.ts';

/** Everything that happened with a lead, newest first, and the form to add to it. */
export function LeadTimeline({ leadId }: { leadId: string }) {
  const path = `/leads/${encodeURIComponent(leadId)}/timeline?limit=20`;
  const { items, next, isLoading, trouble, more, again } = usePaged<TimelineItem>(path, [
    changes.value,
    changedElsewhere.value,
  ]);
  return (
    <section class="timeline">
      {may('annotate') && <Composer leadId={leadId} />}
      {trouble && <TroubleNote trouble={trouble} retry={again} />}
      {isLoading && !items.length && <Bones />}
      {!isLoading && !items.length && !trouble && <p class="subtle">{w.noEntries}</p>}
      <ol class="entries" aria-label={w.timeline} aria-busy={isLoading}>
        {items.map((item) => (
          <TimelineEntry key={item.id} item={item} />
        ))}
      </ol>
      {next && (
        <button type="button" class="button" disabled={isLoading} onClick={more}>
          {t.older}
        </button>
      )}
    </section>
  );
}
