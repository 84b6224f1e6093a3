import type { ActionAnswer } from '../shared/api.ts';
import type { CardView, Press } from '../shared/card-view.ts';
import { accessToken } from '../shared/sign-in.ts';
import { SignedOut } from '../shared/signed-out.ts';
import { ask, askAndRemember, drawAnswered } from './answers.ts';
import { deliverSentMails } from './deliver-sent-mails.ts';
import {
  dropTyped,
  isFormLeft,
  isHalfTyped,
  keepTyped,
  settleTyped,
  type Typed,
  typedBefore,
  withoutMail,
} from './half-typed.ts';
import * as mailbox from './mailbox.ts';
import { MailboxProblem } from './office-call.ts';
import * as page from './page.ts';
import { showLanguage, words } from './pane-words.ts';
import { setLogsWhatISend } from './settings.ts';
import { type Subject, subjectOf } from './subject.ts';
import { earlier, lateToastOf, toneOf } from './toast-of.ts';
import { isSignedOut, type Trouble, troubleOf } from './trouble.ts';
import { noteWhenSlow, wait } from './waiting.ts';

/** What is on the screen: the item it belongs to, the mail of that item if it is one, and the card if there is one. */
type Shown = { key: string | undefined; about?: Subject | undefined; view?: CardView };
type OpenOptions = { trouble?: Trouble; byUser?: boolean; text?: boolean };

const NEW_LEAD: Press = { verb: 'lead.new', data: {}, hasInputs: false };

const rereadAfterMs = 200;
const recipientsSettleMs = 500;
const headingAfterMs = 100;
/** By then what is on the screen has been painted. */
const afterwardsMs = 100;

/** Counts the items opened: an answer that belongs to an earlier one comes too late to be drawn. */
let generation = 0;
let shown: Shown | undefined;
let running = false;
let following = false;
/** What waits until something is on the screen. */
let afterwards: (() => void) | undefined;
/** The card on the screen is the one its mail was opened with: nobody has pressed anything yet. */
let isOpening = false;

/** Shows what is open in Outlook. */
async function open({ trouble, byUser = false, text = true }: OpenOptions = {}): Promise<void> {
  generation += 1;
  const mine = generation;
  const late = () => mine !== generation;
  shown = undefined;
  running = false;
  page.showScreen('loading');
  page.showHeading(undefined);
  page.showNotice(undefined);
  page.showBar(trouble);
  // "Lead created" must not stand below another mail.
  page.showToast('');
  const stopSlowNote = noteWhenSlow(() => words.stillReading, late);
  try {
    await start();
    // Between two mails Outlook has none for a moment.
    if (!mailbox.openItem()) await wait(rereadAfterMs);
    if (late()) return;
    const item = mailbox.openItem();
    if (!item || item.kind === 'other') {
      shown = { key: item?.key };
      page.showScreen(item ? 'meeting' : 'no-mail');
      return;
    }
    // Not waited for; without it the button of the pane asks anew.
    if (item.kind === 'draft') mailbox.onRecipientsChanged(item.item, recipientsChanged).catch(() => undefined);
    const about = await subjectOf(item, { text });
    if (late()) return;
    // While Outlook fetched the text another mail was opened: it may be that one's.
    if (mailbox.openItem()?.key !== item.key) return open({ byUser });
    const asked = ask({ verb: 'mail.open', data: {} }, about);
    // An answer that comes at once is drawn along with the heading, in one go.
    await Promise.race([asked.catch(() => undefined), wait(headingAfterMs)]);
    if (!late()) page.showHeading(about.heading);
    const answer = await asked;
    if (late()) return;
    showOpened(answer, about);
    if (byUser) page.cardPlace.focus({ preventScroll: true });
  } catch (error) {
    if (late()) return;
    if (isSignedOut(error)) page.showScreen('signed-out');
    else
      page.showProblem(troubleOf(error), {
        withoutText: text && error instanceof MailboxProblem && mailbox.openItem()?.kind === 'mail',
      });
    if (byUser) page.focusFirstButton();
  } finally {
    stopSlowNote();
    if (afterwards) setTimeout(afterwards, afterwardsMs);
    afterwards = undefined;
  }
}

/** A button of a card, or one of the page that needs no mail. */
async function press(pressed: Press): Promise<void> {
  if (running || !shown) return;
  const { key, about, view } = shown;
  if (mailbox.openItem()?.key !== key) {
    await open({ trouble: { title: words.nothingChanged } });
    return;
  }
  const mine = generation;
  const late = () => mine !== generation;
  running = true;
  view?.setBusy(true);
  page.showBar(undefined);
  page.showToast('');
  const stopSlowNote = noteWhenSlow(() => words.stillWorking, late);
  try {
    const { answer, isRemembered } = await askAndRemember(pressed, about);
    const next = settleTyped(about ?? withoutMail, pressed, answer);
    if (late()) {
      if (isRemembered) page.showToast(earlier(about, lateToastOf(answer)), toneOf(answer));
      else page.showToast(earlier(about, words.notRemembered), 'refused');
      return;
    }
    isOpening = false;
    if (!about && pressed.verb === NEW_LEAD.verb) showBegun(answer.card, undefined);
    else show(next, about);
    if (isFormLeft(about ?? withoutMail, pressed)) {
      const back = { title: words.backToForm, press: () => begin(about) };
      page.showNotice([about?.notice, words.formKept].filter(Boolean).join(' '), back);
    }
    page.showToast(answer.toast ?? '', toneOf(answer));
    page.cardPlace.focus({ preventScroll: true });
    if (!isRemembered) page.showBar({ title: words.notRemembered });
  } catch (error) {
    const trouble = troubleOf(error);
    if (late()) {
      page.showToast(earlier(about, trouble.title), 'refused');
      return;
    }
    view?.setBusy(false);
    const again = isSignedOut(error) ? { title: words.signIn, press: () => void signIn(pressed) } : undefined;
    page.showBar({ ...trouble, detail: [trouble.detail, words.kept].filter(Boolean).join(' ') }, again);
  } finally {
    stopSlowNote();
    if (!late()) running = false;
  }
}

/** The card of an item just opened. */
function showOpened(answer: ActionAnswer, about: Subject): void {
  isOpening = true;
  showBegun(answer.card, about);
  // Without one, what became of a press on the mail before may still be said.
  if (answer.toast) page.showToast(answer.toast, toneOf(answer));
}

/** What a mail, or a new lead without one, begins with; a form that was half typed comes back as it was left. */
function showBegun(card: object, about: Subject | undefined): void {
  const before = typedBefore(about ?? withoutMail, card);
  show(before ?? { card }, about);
  if (!before) return;
  const startAgain = () => {
    dropTyped(about ?? withoutMail);
    begin(about);
  };
  const notice = [about?.notice, words.broughtBack].filter(Boolean).join(' ');
  page.showNotice(notice, { title: words.startAgain, press: startAgain });
}

/** Asks anew what a mail, or a new lead without one, begins with. */
function begin(about: Subject | undefined): void {
  void (about ? open({ byUser: true }) : press(NEW_LEAD));
}

function show({ card, values: typed = {}, isRefused }: Typed, about: Subject | undefined): void {
  const view = drawAnswered(card, typed, {
    onExecute: (pressed) => void press(pressed),
    onOpenUrl: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
    onTyped: (values) => keepTyped(about ?? withoutMail, { card, values: { ...typed, ...values }, isRefused }),
  });
  shown = { key: about?.key ?? mailbox.openItem()?.key, about, view };
  page.showNotice(about?.notice);
  page.showScreen('card');
  scrollTo(0, 0);
}

/** Once per panel, or again until it worked: language, theme, and what Outlook tells of. */
async function start(): Promise<void> {
  const [ready] = await Promise.allSettled([mailbox.onReady(), showLanguage(mailbox.locale())]);
  // Said in the reader's language, as far as it is known.
  if (ready.status === 'rejected') throw ready.reason;
  if (following) return;
  following = true;
  await showLanguage(mailbox.locale());
  page.showTheme(mailbox.theme());
  void follow();
  afterwards = () => {
    void deliverSentMails();
    // Older Outlooks know no such event; their theme is read with the next start.
    mailbox.onThemeChanged(page.showTheme).catch(() => undefined);
  };
}

/** Asked before the mail is read, so that no change is missed, and not waited for. */
async function follow(): Promise<void> {
  await mailbox
    .onItemChanged(() => void itemChanged())
    .catch(() => {
      // Without it the panel still works, for every press sees another mail too. Tried again with the next one opened.
      following = false;
    });
}

/** Asks anew whom a draft is about, unless something was decided or begun on its card. */
async function recipientsChanged(): Promise<void> {
  const mine = generation;
  await wait(recipientsSettleMs);
  const about = shown?.about;
  if (mine === generation && about && !running && !isHalfTyped(about) && isOpening) await open();
}

async function itemChanged(): Promise<void> {
  // Outlook may tell of the mail that is open already; typed values are not lost for that.
  if (isShownStillOpen()) await wait(rereadAfterMs);
  if (!isShownStillOpen()) await open();
}

function isShownStillOpen(): boolean {
  return shown !== undefined && shown.key === mailbox.openItem()?.key;
}

/** Asks who it is, then goes on with what was pressed, unless that was on another mail than the one open by now. */
async function signIn(pressed?: Press): Promise<void> {
  const mine = generation;
  try {
    await accessToken(mailbox.userAddress(), { interactive: true });
  } catch (error) {
    // Why Office opened no window, in its own words; that somebody closed it they know.
    const detail = error instanceof Error && !(error instanceof SignedOut) ? error.message : undefined;
    page.showBar({ title: words.signInFailed, detail });
    return;
  }
  void deliverSentMails();
  if (!pressed) return open({ byUser: true });
  if (mine === generation) return press(pressed);
  const trouble = { title: words.nothingChanged };
  // What is begun on the card of that other mail is not disturbed.
  if (shown?.view) page.showBar(trouble);
  else await open({ trouble });
}

async function switchLogging(on: boolean): Promise<void> {
  try {
    await setLogsWhatISend(on);
    if (mailbox.openItem()?.kind === 'draft') await open();
  } catch {
    page.showToast(words.settingNotSaved, 'refused');
    await deliverSentMails();
  }
}

page.onPress('retry', () => void open({ byUser: true }));
page.onPress('without-text', () => void open({ byUser: true, text: false }));
page.onPress('sign-in', () => void signIn());
page.onPress('new-lead', () => void press(NEW_LEAD));
page.onPress('find-lead', () => void press({ verb: 'lead.list', data: {}, hasInputs: false }));
page.onSwitch('log-what-i-send', (on) => void switchLogging(on));
addEventListener('online', () => {
  if (shown) void deliverSentMails();
  else void open();
});
void open();
