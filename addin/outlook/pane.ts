import type { EmailMessage } from '../../src/leads/email-message.ts';
import { ApiProblem, act, NetworkProblem } from '../shared/api.ts';
import { drawCard } from '../shared/card-view.ts';
import { accessToken, SignedOut } from '../shared/sign-in.ts';
import * as mailbox from './mailbox.ts';
import * as page from './page.ts';

type Answer = Awaited<ReturnType<typeof act>>;
type Press = { verb: string; data: Record<string, unknown> };
/** The card on the screen, and the mail it speaks of. */
type Shown = { key: string; mail: EmailMessage; view: ReturnType<typeof drawCard> };

const slowAfterMs = 1000;
const rereadAfterMs = 200;

/** Counts the mails opened: an answer that belongs to an earlier one comes too late to be drawn. */
let generation = 0;
let shown: Shown | undefined;
let running = false;
let following = false;

async function open({ notice, byUser = false }: { notice?: page.Trouble; byUser?: boolean } = {}): Promise<void> {
  generation += 1;
  const mine = generation;
  const late = () => mine !== generation;
  shown = undefined;
  running = false;
  page.showScreen('loading');
  page.showMail(undefined);
  page.showBar(notice);
  // "Lead created" must not stand below another mail.
  page.showToast('');
  const stopSlowNote = noteWhenSlow('Still reading this mail…', late);
  try {
    await mailbox.onReady();
    await followOutlook();
    // Between two mails Outlook has none for a moment.
    if (!mailbox.currentItemKey()) await wait(rereadAfterMs);
    if (late()) return;
    const mail = await mailbox.readMail();
    const key = mailbox.currentItemKey();
    if (late()) return;
    if (!mail || !key) {
      page.showScreen('no-mail');
      return;
    }
    page.showMail(mail);
    const answer = await send({ verb: 'mail.open', data: {} }, mail);
    if (late()) return;
    show(answer, key, mail);
    if (byUser) page.cardPlace.focus();
  } catch (error) {
    if (late()) return;
    if (isSignedOut(error)) page.showScreen('signed-out');
    else page.showProblem(troubleOf(error));
  } finally {
    stopSlowNote();
  }
}

async function press(pressed: Press): Promise<void> {
  if (running || !shown) return;
  const { key, mail, view } = shown;
  if (mailbox.currentItemKey() !== key) {
    const notice = { title: 'Nothing was changed:', detail: 'that card belonged to a mail that is no longer open.' };
    await open({ notice });
    return;
  }
  const mine = generation;
  const late = () => mine !== generation;
  running = true;
  view.setBusy(true);
  page.showBar(undefined);
  const stopSlowNote = noteWhenSlow('Still working…', late);
  try {
    const answer = await send(pressed, mail);
    if (late()) {
      page.showToast(`Earlier mail “${mail.subject}”: ${toastOf(answer) ?? 'done'}`, toneOf(answer));
      return;
    }
    show(answer, key, mail);
    page.cardPlace.focus();
  } catch (error) {
    const trouble = troubleOf(error);
    if (late()) {
      page.showToast(`Earlier mail “${mail.subject}”: ${trouble.title}`, 'refused');
      return;
    }
    view.setBusy(false);
    page.showBar({
      ...trouble,
      detail: `${trouble.detail ?? ''} What you typed is kept; press again to retry.`.trim(),
    });
  } finally {
    stopSlowNote();
    if (!late()) running = false;
  }
}

async function send(pressed: Press, mail: EmailMessage): Promise<Answer> {
  const token = await accessToken(mailbox.userAddress());
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const view = { host: 'outlook', locale: mailbox.locale(), timeZone, theme: themeNow() } as const;
  return act(token, { ...pressed, mail, view });
}

function show(answer: Answer, key: string, mail: EmailMessage): void {
  const view = drawCard(page.cardPlace, answer.card, {
    onExecute: (pressed) => void press(pressed),
    onOpenUrl: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
  });
  shown = { key, mail, view };
  page.showScreen('card');
  // What was said of the card before must not stand above this one.
  page.showToast(toastOf(answer) ?? '', toneOf(answer));
}

function toastOf({ toast, refused }: Answer): string | undefined {
  return toast ?? (typeof refused === 'string' ? refused : undefined);
}

function toneOf({ refused }: Answer): 'done' | 'refused' {
  return refused ? 'refused' : 'done';
}

/** Subscribes once. Without it the panel still works, for the check before every press sees another mail too. */
async function followOutlook(): Promise<void> {
  if (following) return;
  following = true;
  applyTheme();
  try {
    await mailbox.onItemChanged(() => void itemChanged());
  } catch {
    // Tried again with the next mail that is opened.
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
  return shown !== undefined && shown.key === mailbox.currentItemKey();
}

function applyTheme(theme = mailbox.theme()): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function themeNow(): mailbox.Theme {
  return mailbox.theme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function isSignedOut(error: unknown): boolean {
  return error instanceof SignedOut || (error instanceof ApiProblem && error.status === 401);
}

function troubleOf(error: unknown): page.Trouble {
  if (error instanceof ApiProblem) return { title: error.title, detail: error.detail, reference: error.instance };
  if (error instanceof NetworkProblem && error.timedOut) {
    return { title: 'Lead Desk did not answer within 15 seconds.' };
  }
  if (error instanceof NetworkProblem) {
    return { title: 'Lead Desk could not be reached.', detail: 'Check your connection.' };
  }
  if (error instanceof SignedOut) return { title: 'You are signed out.' };
  if (error instanceof mailbox.MailboxProblem) {
    return { title: 'Outlook could not show this mail to Lead Desk.', detail: error.message };
  }
  return { title: 'The panel could not show this.', detail: error instanceof Error ? error.message : String(error) };
}

/** Says so when something takes long; the function returned takes it back. */
function noteWhenSlow(text: string, late: () => boolean): () => void {
  const timer = setTimeout(() => {
    if (!late()) page.showSlow(text);
  }, slowAfterMs);
  return () => {
    clearTimeout(timer);
    if (!late()) page.showSlow(undefined);
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

page.onRetry(() => void open({ byUser: true }));
void open();
