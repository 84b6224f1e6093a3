import type { FieldChange } from '../../src/leads/audit.ts';
import { changeInWords, isReadable } from '../../src/words/changes.ts';
import { Bones } from './lazy-part.tsx';
import { changedElsewhere, changes } from './lead-changes.ts';
import { usePaged } from './paged.ts';
import { showTime } from './show-values.ts';
import { t, w } from './tab-words.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { AuditLine } from './wire.ts';

/** Who changed what, when and from which surface, newest first. */
export function AuditTrail({ leadId }: { leadId: string }) {
  const path = `/leads/${encodeURIComponent(leadId)}/audit?limit=20`;
  const { items, next, isLoading, trouble, more, again } = usePaged<AuditLine>(path, [
    changes.value,
    changedElsewhere.value,
  ]);
  return (
    <section class="audit">
      {trouble && <TroubleNote trouble={trouble} retry={again} />}
      {isLoading && !items.length && <Bones />}
      <ol class="entries" aria-label={t.audit} aria-busy={isLoading}>
        {entriesOf(items).map(([first, ...rest], at) => (
          <li key={`${first.at}-${at}`} class="entry">
            <p class="entry-head">
              <strong>
                <bdi>{first.by.name}</bdi> {auditWord(first.action)}
              </strong>
              <span class="subtle">
                <time dateTime={first.at}>{showTime(first.at)}</time>, {w.surface[first.surface]}
              </span>
            </p>
            <Changes lines={[first, ...rest].flatMap(changeOf)} />
          </li>
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

function Changes({ lines }: { lines: readonly FieldChange[] }) {
  if (!lines.length) return null;
  return (
    <ul class="changes">
      {lines.map((change) => (
        <li key={change.field} dir="auto">
          {changeInWords(w, change)}
        </li>
      ))}
    </ul>
  );
}

/** Lines of one change stand together: the lead service answers one line per field. */
function entriesOf(lines: readonly AuditLine[]): [AuditLine, ...AuditLine[]][] {
  const entries: [AuditLine, ...AuditLine[]][] = [];
  for (const line of lines) {
    const [first] = entries.at(-1) ?? [];
    const isSame = first?.at === line.at && first.action === line.action && first.requestId === line.requestId;
    if (isSame) entries.at(-1)?.push(line);
    else entries.push([line]);
  }
  return entries;
}

/** The change of a field that a line tells; an entry without any has one line without a field. */
function changeOf({ field, old, new: value }: AuditLine): FieldChange[] {
  const change = field !== null && { field, old, new: value };
  return change && isReadable(change) ? [change] : [];
}

function auditWord(action: string): string {
  return (w.audit as Record<string, string>)[action] ?? action;
}
