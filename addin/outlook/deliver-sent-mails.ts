import { logMail } from '../shared/log-mail.ts';
import { accessToken } from '../shared/sign-in.ts';
import { localStorageIfAllowed } from './kept-forms.ts';
import { userAddress } from './mailbox.ts';
import * as page from './page.ts';
import { words } from './pane-words.ts';
import { SentMails } from './sent-mails.ts';
import { logsWhatISend } from './settings.ts';

/** Hands sent mails that are not logged yet to the lead service, in one panel at a time, and says what is left. */
export async function deliverSentMails(): Promise<void> {
  const mails = new SentMails(userAddress(), localStorageIfAllowed());
  const say = (waiting: number) => page.showSettings({ logsWhatISend: logsWhatISend(), waiting });
  say(mails.waiting.length);
  if (!mails.waiting.length) return;
  await navigator.locks.request('lead-desk.sent', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const { waiting, refused } = await mails.deliver(async (mail) => {
      try {
        return await logMail('', await accessToken(userAddress()), mail);
      } catch {
        return { outcome: 'later' }; // Signed out; tried again after signing in.
      }
    });
    say(waiting);
    const [first] = refused;
    if (first) page.showToast(words.notLogged(first.subject || words.noSubject, first.reason), 'refused');
  });
}
