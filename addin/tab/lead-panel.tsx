import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from './api-client.ts';
import { AuditTrail } from './audit-trail.tsx';
import { LeadCard } from './lead-card.tsx';
import { changes } from './lead-changes.ts';
import { rows } from './lead-rows.ts';
import { LeadTimeline } from './lead-timeline.tsx';
import { hostNow } from './session.ts';
import { NEW_LEAD } from './tab-place.ts';
import { go, may, me, say } from './tab-state.ts';
import { t, w } from './tab-words.ts';
import type { Lead } from './wire.ts';

/** The open lead: its card with the buttons, its timeline, and its audit trail. */
export function LeadPanel({ leadId }: { leadId: string }) {
  const [part, setPart] = useState<'timeline' | 'audit'>('timeline');
  const panel = useRef<HTMLElement>(null);
  const isNew = leadId === NEW_LEAD;
  const hasTrail = useHasTrail(leadId);
  const shown = hasTrail ? part : 'timeline';
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    // Whoever closes the panel goes on where they were.
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      ref={panel}
      class="lead"
      tabIndex={-1}
      aria-label={isNew ? w.newLead : w.record.lead}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target)) return;
        close();
      }}
    >
      <div class="lead-head">
        <button type="button" class="button quiet" onClick={close}>
          <span aria-hidden="true">✕ </span>
          {t.close}
        </button>
        {!isNew && (
          <button type="button" class="button quiet" onClick={() => void copyLink(leadId)}>
            {t.copyLink}
          </button>
        )}
      </div>
      <LeadCard leadId={leadId} />
      {!isNew && (
        <>
          <div class="parts" role="tablist" aria-label={t.parts}>
            <PartTab name="timeline" title={w.timeline} current={shown} choose={setPart} />
            {hasTrail && <PartTab name="audit" title={t.audit} current={shown} choose={setPart} />}
          </div>
          <div role="tabpanel" id="lead-part" aria-labelledby={`part-${shown}`}>
            {shown === 'timeline' ? <LeadTimeline leadId={leadId} /> : <AuditTrail leadId={leadId} />}
          </div>
        </>
      )}
    </aside>
  );
}

/** Whether one may read the lead's audit trail: a salesperson that of their own leads. */
function useHasTrail(leadId: string): boolean {
  const [asked, setAsked] = useState<string | null>();
  const row = rows.value.find(({ id }) => id === leadId);
  const isOwnOnly = me.value?.role === 'salesperson';
  // One that came by a link need not be in the table.
  const asks = isOwnOnly && !row && leadId !== NEW_LEAD;
  useEffect(() => {
    if (!asks) return;
    ask<Lead>('GET', `/leads/${encodeURIComponent(leadId)}`)
      .then(({ ownerId }) => setAsked(ownerId))
      .catch(() => undefined);
  }, [asks, changes.value]);
  const ownerId = row ? row.ownerId : asked;
  return may('audit') && (!isOwnOnly || ownerId === me.value?.id);
}

type Part = 'timeline' | 'audit';
type PartTabProps = { name: Part; title: string; current: Part; choose(part: Part): void };

/** Of two tabs, arrows go to the other one. */
function PartTab({ name, title, current, choose }: PartTabProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`part-${name}`}
      aria-selected={name === current}
      aria-controls="lead-part"
      tabIndex={name === current ? 0 : -1}
      onClick={() => choose(name)}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
        const other = currentTarget.previousElementSibling ?? currentTarget.nextElementSibling;
        if (!(other instanceof HTMLElement)) return;
        other.focus();
        other.click();
      }}
    >
      {title}
    </button>
  );
}

function close(): void {
  go({ lead: undefined });
}

/** Escape in a field is for the field. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/** Teams has a way of its own to share; elsewhere the address goes to the clipboard. */
async function copyLink(leadId: string): Promise<void> {
  const { shareLead } = hostNow();
  if (shareLead) {
    shareLead(leadId, w.record.lead);
    return;
  }
  try {
    await navigator.clipboard.writeText(`${location.origin}/leads/${leadId}`);
    say(t.linkCopied);
  } catch {
    say(t.linkNotCopied, 'refused');
  }
}
