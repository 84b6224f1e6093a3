import { useState } from 'preact/hooks';
import { BulkDialog, useBulkRun } from './bulk-dialog.tsx';
import type { LeadRow } from './lead-rows.ts';
import { showCount } from './show-values.ts';
import { optionLabel, t, w } from './tab-words.ts';

const REASONS = ['lost', 'cannot-contact', 'no-longer-interested', 'canceled'] as const;

/** Closes many leads with one reason. */
export function BulkDisqualify({ leads, close }: { leads: readonly LeadRow[]; close(): void }) {
  const { run, start } = useBulkRun('disqualify', leads);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const submit = () =>
    void start([{ leadIds: leads.map(({ id }) => id), body: { reason, ...(note.trim() && { note }) } }]);
  return (
    <BulkDialog
      title={t.disqualifyMany(showCount(leads.length))}
      leads={leads}
      run={run}
      close={close}
      submit={submit}
      submitTitle={w.disqualify}
      danger
    >
      <label>
        {w.fields.reason}
        <select
          class="control"
          required
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        >
          <option value="">{w.choose}</option>
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {optionLabel(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w.fields.note}
        <textarea
          class="control"
          maxLength={10_000}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
    </BulkDialog>
  );
}
