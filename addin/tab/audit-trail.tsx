import { triedInWords } from '../../src/words/tried.ts';
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
                <bdi>{first.by.name}</bdi>: {auditWord(first.action)}
              </strong>
              <span class="subtle">
                <time dateTime={first.at}>{showTime(first.at)}</time>, {w.surface[first.surface]}
              </span>
            </p>
            <Changes lines={[first, ...rest].filter(isReadable)} />
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

function Changes({ lines }: { lines: readonly AuditLine[] }) {
  if (!lines.length) return null;
  return (
    <ul class="changes">
      {lines.map(({ field, old, new: value }) => (
        <li key={field} dir="auto">
          {fieldName(field ?? '')}: {old === null ? '' : `${shown(old)} → `}
          {field === 'tried' ? triedInWords(w, shown(value)) : shown(value)}
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

/** Ids and lists are for machines; beside an id stands the name it is for. */
function isReadable({ field, old, new: value }: AuditLine): boolean {
  return field !== null && !/Id$/.test(field) && typeof (value ?? old) !== 'object';
}

function auditWord(action: string): string {
  return (w.audit as Record<string, string>)[action] ?? action;
}

const NAMES: Record<string, string> = { ownerName: 'owner', statusReason: 'reason' };

function fieldName(field: string): string {
  const name = NAMES[field] ?? field.replace('address.', '');
  const labels: Record<string, string> = { ...w.fields, ...w.auditFields };
  const label = labels[name];
  if (label) return label;
  // doNotEmail → Do not email
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown): string {
  return value === null ? '–' : String(value);
}
