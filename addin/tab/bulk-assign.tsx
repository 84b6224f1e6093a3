import { useState } from 'preact/hooks';
import { BulkDialog, useBulkRun } from './bulk-dialog.tsx';
import type { LeadRow } from './lead-rows.ts';
import { PersonInput } from './person-input.tsx';
import { showCount } from './show-values.ts';
import { t, w } from './tab-words.ts';

/** Gives many leads to a colleague. */
export function BulkAssign({ leads, close }: { leads: readonly LeadRow[]; close(): void }) {
  const { run, start } = useBulkRun('assign', leads);
  const [ownerId, setOwner] = useState<string>();
  return (
    <BulkDialog
      title={t.assignMany(showCount(leads.length))}
      leads={leads}
      run={run}
      close={close}
      submit={() => ownerId && void start([{ leadIds: leads.map(({ id }) => id), body: { ownerId } }])}
      submitTitle={w.assign}
    >
      <PersonInput label={w.fields.owner} choose={setOwner} />
    </BulkDialog>
  );
}
