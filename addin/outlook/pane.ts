import type { ActionAnswer } from '../shared/api.ts';
import { drawCard, type Press, withValues } from '../shared/card-view.ts';
import { accessToken } from '../shared/sign-in.ts';
import { deliverSentMails } from './deliver-sent-mails.ts';
import { KeptForms } from './kept-forms.ts';
import * as mailbox from './mailbox.ts';
import * as page from './page.ts';
import { showLanguage, words } from './pane-words.ts';
import { send } from './request.ts';
import { setLogsWhatISend } from './settings.ts';
import { keepPlan, type Subject, subjectOf } from './subject.ts';
import { isSignedOut, type Trouble, troubleOf } from './trouble.ts';

/** What is on the screen: the item it belongs to, the mail of that item if it is one, and the card if there is one. */
type Shown = { key: string | undefined; about?: Subject | undefined; view?: ReturnType<typeof drawCard> };
type OpenOptions = { trouble?: Trouble; byUser?: boolean; text?: boolean };

const slowAfterMs = 1000;
const rereadAfterMs = 200;

/** Counts the items opened: an answer that belongs to an earlier one comes too late to be drawn. */
let generation = 0;
let shown: Shown | undefined;
let running = false;
let following = false;

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
    const about = await subjectOf(item, { text });
    if (late()) return;
    // While Outlook fetched the text another mail was opened: it may be that one's.
    if (mailbox.openItem()?.key !== item.key) return open({ byUser });
    page.showHeading(about.heading);
    const answer = await send({ verb: 'mail.open', data: {} }, about);
    if (late()) return;
    showOpened(answer, about);
    if (byUser) page.cardPlace.focus();
  } catch (error) {
    if (late()) return;
    if (isSignedOut(error)) page.showScreen('signed-out');
    else page.showProblem(troubleOf(error), { withoutText: text && mailbox.openItem()?.kind === 'mail' });
  } finally {
    stopSlowNote();
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
  const stopSlowNote = noteWhenSlow(() => words.stillWorking, late);
  try {
    const answer = await send(pressed, about);
    if (about) {
      await keepPlan(about, answer.logsOn);
      keepOrDrop(about, pressed, answer);
    }
    if (late()) {
      page.showToast(earlier(about, toastOf(answer) ?? words.done), toneOf(answer));
      return;
    }
    show(answer.card, about);
    page.showToast(toastOf(answer) ?? '', toneOf(answer));
    page.cardPlace.focus();
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

/** The card of an item just opened; a form that was half typed comes back as it was left. */
function showOpened(answer: ActionAnswer, about: Subject): void {
  const kept = forms().of(about.keptAs);
  const isCreated = kept && creates(kept.card) && !creates(answer.card);
  if (!kept || isCreated) {
    show(answer.card, about);
  } else {
    // A new lead's form is drawn as it is now; any other was not what opening the mail answers with.
    show(creates(kept.card) && Object.keys(kept.values).length ? answer.card : kept.card, about, kept.values);
    const startAgain = () => {
      forms().drop(about.keptAs);
      void open({ byUser: true });
    };
    page.showNotice([about.notice, words.broughtBack].filter(Boolean).join(' '), {
      title: words.startAgain,
      press: startAgain,
    });
  }
  page.showToast(toastOf(answer) ?? '', toneOf(answer));
}

function show(card: object, about: Subject | undefined, typed: Record<string, string> = {}): void {
  const view = drawCard(page.cardPlace, withValues(card, typed), {
    onExecute: (pressed) => void press(pressed),
    onOpenUrl: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
    onTyped: (values) => {
      if (about) forms().keep(about.keptAs, { card, values: { ...typed, ...values }, at: Date.now() });
    },
  });
  shown = { key: about?.key ?? mailbox.openItem()?.key, about, view };
  page.showNotice(about?.notice);
  page.showScreen('card');
}

/** What was typed has arrived, was given up, or is shown again because it was refused. */
function keepOrDrop({ keptAs }: Subject, { verb, hasInputs }: Press, { card, refused }: ActionAnswer): void {
  if (hasInputs && refused) forms().keep(keptAs, { card, values: {}, at: Date.now() });
  // Cancel shows the lead again.
  else if (!refused && (hasInputs || verb === 'lead.show')) forms().drop(keptAs);
}

function creates(card: object): boolean {
  return JSON.stringify(card).includes('"verb":"lead.create"');
}

let keptForms: KeptForms | undefined;

function forms(): KeptForms {
  keptForms ??= new KeptForms(mailbox.userAddress());
  return keptForms;
}

/** Once per panel, or again until it worked: language, theme, and what Outlook tells of. */
async function start(): Promise<void> {
  await Promise.all([mailbox.onReady(), showLanguage(mailbox.locale())]);
  if (following) return;
  following = true;
  await showLanguage(mailbox.locale());
  applyTheme();
  void deliverSentMails();
  try {
    await mailbox.onItemChanged(() => void itemChanged());
  } catch {
    // Without it the panel still works, for every press sees another mail too. Tried again with the next one opened.
    following = false;
  }
  // Older Outlooks know no such event; their theme is read with the next start.
  await mailbox.onThemeChanged(applyTheme).catch(() => undefined);
}

async function itemChanged(): Promise<void> {
  // Outlook may tell of the mail that is open already; typed values are not lost for that.
  if (isShownStillOpen()) await wait(rereadAfterMs);
  if (!isShownStillOpen()) await open();
}

function isShownStillOpen(): boolean {
  return shown !== undefined && shown.key === mailbox.openItem()?.key;
}

/** Asks who it is, then goes on with what was pressed. */
async function signIn(pressed?: Press): Promise<void> {
  try {
    await accessToken(mailbox.userAddress(), { interactive: true });
  } catch (error) {
    page.showBar({ title: words.signInFailed, detail: error instanceof Error ? error.message : undefined });
    return;
  }
  void deliverSentMails();
  await (pressed ? press(pressed) : open({ byUser: true }));
}

function earlier(about: Subject | undefined, said: string): string {
  return about ? words.earlierMail(about.mail.subject, said) : said;
}

function toastOf({ toast, refused }: ActionAnswer): string | undefined {
  return toast ?? (typeof refused === 'string' ? refused : undefined);
}

function toneOf({ refused }: ActionAnswer): 'done' | 'refused' {
  return refused ? 'refused' : 'done';
}

function applyTheme(theme = mailbox.theme()): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Says so when something takes long; the function returned takes it back. */
function noteWhenSlow(text: () => string, late: () => boolean): () => void {
  const timer = setTimeout(() => {
    if (!late()) page.showSlow(text());
  }, slowAfterMs);
  return () => {
    clearTimeout(timer);
    if (!late()) page.showSlow(undefined);
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
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
page.onPress('new-lead', () => void press({ verb: 'lead.new', data: {}, hasInputs: false }));
page.onPress('find-lead', () => void press({ verb: 'lead.list', data: {}, hasInputs: false }));
page.onSwitch('log-what-i-send', (on) => void switchLogging(on));
addEventListener('online', () => {
  if (shown) void deliverSentMails();
  else void open();
});
void open();
