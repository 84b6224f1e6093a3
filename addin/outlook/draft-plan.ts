/// <reference types="office-js" />
import { officeCall } from './office-call.ts';

const planKey = 'leadDesk.logsOn';

/** What was decided for a draft: the lead it is logged on when sent, null for none, undefined while nothing was. */
export async function draftPlan(item: Office.MessageCompose): Promise<string | null | undefined> {
  if (!item.sessionData) return undefined;
  const text = await officeCall<string>('read what was decided for this mail', (done) =>
    item.sessionData.getAsync(planKey, done),
  ).catch(() => ''); // Outlook calls a key that was never set an error.
  if (!text) return undefined;
  return text === 'none' ? null : text;
}

/** Kept with the draft until it is sent; false where this Outlook knows no such place, or refuses. */
export async function keepDraftPlan(item: Office.MessageCompose, logsOn: string | null): Promise<boolean> {
  if (!item.sessionData) return false;
  return officeCall<void>('remember what becomes of this mail', (done) =>
    item.sessionData.setAsync(planKey, logsOn ?? 'none', done),
  ).then(
    () => true,
    () => false,
  );
}
