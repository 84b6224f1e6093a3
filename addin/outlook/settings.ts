/// <reference types="office-js" />
import { officeCall } from './office-call.ts';

const logSetting = 'logWhatISend';

/** Whether mails to known leads are logged when the user sends them. Off until switched on; the same on every device. */
export function logsWhatISend(): boolean {
  return Office.context.roamingSettings?.get(logSetting) === true;
}

/** @throws MailboxProblem when Outlook does not save it; then it stays as it was */
export async function setLogsWhatISend(on: boolean): Promise<void> {
  const { roamingSettings } = Office.context;
  const before = logsWhatISend();
  roamingSettings.set(logSetting, on);
  try {
    await officeCall<void>('save the setting', (done) => roamingSettings.saveAsync(done));
  } catch (error) {
    roamingSettings.set(logSetting, before);
    throw error;
  }
}
