import { signal } from '@preact/signals';
import { refreshRow, reload } from './lead-rows.ts';

/** Rises with every change of leads, ours or another window's; whoever shows what they add up to asks anew. */
export const changes = signal(0);
/** The lead that another window changed last. */
export const changedElsewhere = signal<{ leadId: string } | undefined>(undefined);

type Told = { leadId: string } | 'many';
let windows: BroadcastChannel | undefined;

/** Tells the person's other windows, and everything in this one that counts leads. */
export function tellChanged(told: Told): void {
  changes.value += 1;
  windows?.postMessage(told);
}

/** A change made in one window is seen in the others of the same person. */
export function followWindows(person: string): void {
  windows?.close();
  windows = new BroadcastChannel(`lead-desk.changes.${person}`);
  windows.onmessage = ({ data }: MessageEvent<Told>) => {
    changes.value += 1;
    if (data === 'many') {
      void reload();
      return;
    }
    changedElsewhere.value = { leadId: data.leadId };
    // What cannot be asked now shows with the next look; the lead service refuses what is stale.
    void refreshRow(data.leadId).catch(() => undefined);
  };
}
