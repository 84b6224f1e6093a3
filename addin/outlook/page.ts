import { words } from './pane-words.ts';
import type { Trouble } from './trouble.ts';

const screens = ['loading', 'card', 'problem', 'no-mail', 'meeting', 'signed-out'] as const;
type Screen = (typeof screens)[number];

/** The item that everything below belongs to. */
export type Heading = { subject: string; people: string };

export const cardPlace = element('card');

export function showScreen(screen: Screen): void {
  for (const id of screens) element(id).hidden = id !== screen;
  document.body.dataset.screen = screen;
}

/** Outlook's colours, or the system's where Outlook does not tell. */
export function showTheme(theme: 'light' | 'dark' | undefined): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

export function showHeading(heading: Heading | undefined): void {
  element('mail').hidden = !heading;
  element('mail-subject').textContent = heading?.subject || words.noSubject;
  element('mail-people').textContent = heading?.people ?? '';
}

export function showProblem({ title, detail, reference }: Trouble, { withoutText = false } = {}): void {
  element('problem-title').textContent = title;
  element('problem-detail').textContent = detail ?? '';
  element('problem-reference').textContent = reference ? words.reference(reference) : '';
  element('without-text').hidden = !withoutText;
  showScreen('problem');
}

/** Whoever pressed a button that gave way to what is shown now goes on there. */
export function focusFirstButton(): void {
  document.querySelector<HTMLElement>('main > .message:not([hidden]) button')?.focus();
}

/** What stands above the card for as long as the card does; none without text. */
export function showNotice(text: string | undefined, button?: { title: string; press(): void }): void {
  const notice = element('notice');
  notice.hidden = !text;
  notice.textContent = text ?? '';
  if (text && button) notice.append(' ', linkButton(button));
}

/** What went wrong with the last press; the card stays as it is. */
export function showBar(trouble: Trouble | undefined, button?: { title: string; press(): void }): void {
  const bar = element('bar');
  bar.hidden = !trouble;
  bar.textContent = trouble ? [sentence(trouble.title), trouble.detail].filter(Boolean).join(' ') : '';
  if (trouble?.reference) bar.append(` (${words.reference(trouble.reference)})`);
  if (trouble && button) bar.append(' ', linkButton(button));
  if (trouble) bar.scrollIntoView({ block: 'nearest' });
}

export function showSlow(text: string | undefined): void {
  element('slow').hidden = !text;
  element('slow').textContent = text ?? '';
}

/** What became of a press, above the card until the next one: it hides nothing, and nothing moves while one reads. */
export function showToast(text: string, tone: 'done' | 'refused' = 'done'): void {
  const toast = element('toast');
  toast.dataset.tone = tone;
  toast.textContent = text;
  if (text) toast.scrollIntoView({ block: 'nearest' });
}

/** How many sent mails wait to be logged, and the switch for them. */
export function showSettings({ logsWhatISend, waiting }: { logsWhatISend: boolean; waiting: number }): void {
  element('settings').hidden = false;
  switchFor('log-what-i-send').checked = logsWhatISend;
  element('waiting').textContent = waiting ? words.waiting(String(waiting)) : '';
}

export function onSwitch(id: 'log-what-i-send', callback: (on: boolean) => void): void {
  switchFor(id).addEventListener('change', () => callback(switchFor(id).checked));
}

/** Calls back for every button of the page with that `data-press`; those on cards are the cards'. */
export function onPress(
  name: 'retry' | 'sign-in' | 'without-text' | 'new-lead' | 'find-lead',
  press: () => void,
): void {
  for (const button of document.querySelectorAll(`[data-press=${name}]`)) button.addEventListener('click', press);
}

function linkButton({ title, press }: { title: string; press(): void }): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = title;
  button.addEventListener('click', press);
  return button;
}

function sentence(text: string): string {
  return /[.!?:。！？]$/.test(text) ? text : `${text}.`;
}

function switchFor(id: string): HTMLInputElement {
  const found = element(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`#${id} is no switch`);
  return found;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`pane.html has no #${id}`);
  return found;
}
