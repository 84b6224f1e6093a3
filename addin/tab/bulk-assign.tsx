import { useState } from 'preact/hooks';
import { BulkDialog, useBulkRun } from './bulk-dialog.tsx';
import type { LeadRow } from './lead-rows.ts';
import { showCount } from './show-values.ts';
import { people } from './tab-state.ts';
import { t, w } from './tab-words.ts';

/** Gives many leads to a colleague. */
export function BulkAssign({ leads, close }: { leads: readonly LeadRow[]; close(): void }) {
  const { run, start } = useBulkRun('assign', leads);
  const [ownerId, setOwner] = useState('');
  return (
    <BulkDialog
      title={t.assignMany(showCount(leads.length))}
      leads={leads}
      run={run}
      close={close}
      submit={() => void start([{ leadIds: leads.map(({ id }) => id), body: { ownerId } }])}
      submitTitle={w.assign}
    >
      <label>
        {w.fields.owner}
        <select
          class="control"
          required
          value={ownerId}
          onChange={({ currentTarget }) => setOwner(currentTarget.value)}
        >
          <option value="">{w.choose}</option>
          {people.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </BulkDialog>
  );
}
