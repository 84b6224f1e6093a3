/// <reference types="office-js" />
import { type LogAnswer, logMail } from '../shared/log-mail.ts';
import { draftPlan } from './draft-plan.ts';
import { localStorageIfAllowed } from './kept-forms.ts';
import { userAddress } from './mailbox.ts';
import { officeCall } from './office-call.ts';
import { readDraft } from './read-draft.ts';
import { SentMails } from './sent-mails.ts';
import { logsWhatISend } from './settings.ts';
import { newStamp, stampHeader } from './stamp.ts';

/** The page around this script may know how to sign in; classic Outlook has no page and asks Office. */
declare global {
  var leadDeskToken: ((userAddress: string) => Promise<string>) | undefined;
}

/** Outlook holds a mail back for five minutes while an add-in thinks. This one lets it go after less than two seconds. */
const longestMs = 1800;
/** Where the lead service is; the server writes it in, for classic Outlook gives scripts no address to be relative to. */
const origin = 'https://lead-desk.invalid';

/** Logs the mail that is being sent, if that was chosen for it or is switched on. Sends it in any case. */
function onMessageSending(event: Office.MailboxEvent): void {
  let sent = false;
  const send = () => {
    if (sent) return;
    sent = true;
    event.completed({ allowEvent: true });
  };
  setTimeout(send, longestMs);
  logIfWanted().then(send, send);
}

async function logIfWanted(): Promise<void> {
  const item = Office.context.mailbox.item as unknown as Office.MessageCompose;
  const logsOn = await draftPlan(item);
  if (logsOn === null || (logsOn === undefined && !logsWhatISend())) return;
  const user = userAddress();
  const stamp = newStamp();
  const [email] = await Promise.all([readDraft(item, user), mark(item, stamp)]);
  const mail = { leadId: logsOn, email: { ...email, stamp } };
  const mails = new SentMails(user, localStorageIfAllowed());
  mails.keep(mail);
  const answer = await logNow(user, mail);
  // The panel's next delivery says so of one that is refused; here is no place to.
  if (answer.outcome === 'logged') mails.drop(stamp);
}

function mark(item: Office.MessageCompose, stamp: string): Promise<void> {
  return officeCall<void>('mark the mail', (done) => item.internetHeaders.setAsync({ [stampHeader]: stamp }, done));
}

async function logNow(user: string, mail: Parameters<typeof logMail>[2]): Promise<LogAnswer> {
  try {
    const ask = globalThis.leadDeskToken;
    const token = ask ? await ask(user) : await Office.auth.getAccessToken({ allowSignInPrompt: false });
    return await logMail(origin, token, mail);
  } catch {
    return { outcome: 'later' }; // Nobody is signed in; the panel delivers it when it is opened.
  }
}

Office.actions.associate('onMessageSending', onMessageSending);
