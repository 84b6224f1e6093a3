import { useState } from 'preact/hooks';
import { AttachmentLink } from './attachment-link.tsx';
import { sendVerb } from './lead-actions.ts';
import { tellChanged } from './lead-changes.ts';
import { showTime } from './show-values.ts';
import { may, say } from './tab-state.ts';
import { optionLabel, t, w } from './tab-words.ts';
import { troubleOf } from './trouble.ts';
import type { TimelineItem } from './wire.ts';

const LONG = 400;

/** One entry of the timeline: what, when, by whom, and what people wrote, to the letter. */
export function TimelineEntry({ item }: { item: TimelineItem }) {
  return (
    <li class="entry" tabIndex={-1} data-kind={item.kind}>
      <p class="entry-head">
        <strong>
          {item.kind === 'event' && <bdi>{item.createdBy.name} </bdi>}
          {headOf(item)}
        </strong>
        <span class="subtle">
          <time dateTime={momentOf(item)}>{showTime(momentOf(item))}</time>
          {item.kind !== 'event' && (
            <>
              , <bdi>{item.createdBy.name}</bdi>
            </>
          )}
        </span>
      </p>
      {item.subject && (
        <p class="entry-subject" dir="auto">
          {item.subject}
        </p>
      )}
      <Facts item={item} />
      {item.text && item.kind !== 'event' && <Text text={item.text} />}
      {'attachments' in item && item.attachments.length > 0 && (
        <ul class="files">
          {item.attachments.map((file) => (
            <li key={file.id}>
              <AttachmentLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {item.kind === 'task' && item.status === 'open' && may('annotate') && <Complete item={item} />}
    </li>
  );
}

/** Of an event what somebody did: their name stands before it. */
function headOf(item: TimelineItem): string {
  if (item.kind !== 'event') return w.kind[item.kind];
  const reason = item.event === 'disqualified' && item.reason ? ` (${optionLabel(item.reason)})` : '';
  return `${w.event[item.event]}${reason}`;
}

function momentOf({ occurredAt, createdAt }: TimelineItem): string {
  return occurredAt ?? createdAt;
}

function Facts({ item }: { item: TimelineItem }) {
  const facts = factsOf(item).filter(Boolean);
  return facts.length ? (
    <p class="subtle" dir="auto">
      {facts.join(' · ')}
    </p>
  ) : null;
}

function factsOf(item: TimelineItem): (string | null | false)[] {
  switch (item.kind) {
    case 'phone-call':
      return [w.direction[item.direction], item.durationMinutes !== null && `${item.durationMinutes} ${w.minutes}`];
    case 'task':
      return [
        w.taskStatus[item.status],
        item.dueAt && `${w.due} ${showTime(item.dueAt)}`,
        item.priority !== 'normal' && optionLabel(item.priority),
      ];
    case 'appointment':
      return [`${showTime(item.startAt)} – ${showTime(item.endAt)}`, item.location];
    case 'email':
      return [
        `${item.from.name || item.from.address} → ${item.to.map(({ name, address }) => name || address).join(', ')}`,
      ];
    default:
      return [];
  }
}

/** Long texts begin short. */
function Text({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const isLong = text.length > LONG;
  return (
    <>
      <p class="entry-text" dir="auto">
        {isLong && !open ? `${text.slice(0, LONG).trimEnd()}…` : text}
      </p>
      {isLong && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.showLess : t.showMore}
        </button>
      )}
    </>
  );
}

function Complete({ item }: { item: TimelineItem }) {
  const [busy, setBusy] = useState(false);
  const complete = async () => {
    setBusy(true);
    try {
      const { toast, refused } = await sendVerb('task.complete', { leadId: item.leadId, taskId: item.id });
      if (toast) say(toast, refused ? 'refused' : 'done');
      tellChanged({ leadId: item.leadId });
    } catch (error) {
      say(troubleOf(error).title, 'refused');
    }
    setBusy(false);
  };
  return (
    <button type="button" class="button" disabled={busy} onClick={() => void complete()}>
      {w.complete}
    </button>
  );
}
