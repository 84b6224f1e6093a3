/// <reference types="office-js" />
import { officeCall } from './office-call.ts';
import { newStamp } from './stamp.ts';

const planKey = 'leadDesk.logsOn';
const idKey = 'leadDesk.draft';

/** What was decided for a draft: the lead it is logged on when sent, null for none, undefined while nothing was. */
export async function draftPlan(item: Office.MessageCompose): Promise<string | null | undefined> {
  const text = await kept(item, planKey);
  if (!text) return undefined;
  return text === 'none' ? null : text;
}

/** Kept with the draft until it is sent; false where this Outlook knows no such place, or refuses. */
export async function keepDraftPlan(item: Office.MessageCompose, logsOn: string | null): Promise<boolean> {
  return keep(item, planKey, logsOn ?? 'none');
}

/** What a draft is known by until it is sent, in the next panel, too; undefined where Outlook keeps no such thing. */
export async function draftId(item: Office.MessageCompose): Promise<string | undefined> {
  const known = await kept(item, idKey);
  if (known) return known;
  const id = newStamp();
  return (await keep(item, idKey, id)) ? id : undefined;
}

async function kept(item: Office.MessageCompose, key: string): Promise<string | undefined> {
  if (!item.sessionData) return undefined;
  // Outlook calls a key that was never set an error.
  return officeCall<string>('read what was kept with this mail', (done) => item.sessionData.getAsync(key, done)).catch(
    () => undefined,
  );
}

async function keep(item: Office.MessageCompose, key: string, value: string): Promise<boolean> {
  if (!item.sessionData) return false;
  return officeCall<void>('keep something with this mail', (done) => item.sessionData.setAsync(key, value, done)).then(
    () => true,
    () => false,
  );
}
