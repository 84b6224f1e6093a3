import type { EmailMessage } from '../../src/leads/email-message.ts';

const screens = ['loading', 'card', 'problem', 'no-mail', 'signed-out'] as const;
type Screen = (typeof screens)[number];

/** What went wrong, as the user reads it. */
export type Trouble = { title: string; detail?: string | undefined; reference?: string | undefined };

const toastMs = 8000;

export const cardPlace = element('card');

export function showScreen(screen: Screen): void {
  for (const id of screens) element(id).hidden = id !== screen;
  document.body.dataset.screen = screen;
}

/** The mail that everything below belongs to. */
export function showMail(mail: EmailMessage | undefined): void {
  element('mail').hidden = !mail;
  if (!mail) return;
  const { name, address } = mail.from;
  element('mail-subject').textContent = mail.subject || '(no subject)';
  element('mail-sender').textContent = name && name !== address ? `${name} <${address}>` : address || 'No sender';
}

export function showProblem({ title, detail, reference }: Trouble): void {
  element('problem-title').textContent = title;
  element('problem-detail').textContent = detail ?? '';
  element('problem-reference').textContent = reference ? `Reference: ${reference}` : '';
  showScreen('problem');
}

/** A line above the card, which stays as it is; none without text. */
export function showBar(trouble: Trouble | undefined): void {
  const bar = element('bar');
  bar.hidden = !trouble;
  bar.textContent = trouble ? [sentence(trouble.title), trouble.detail].filter(Boolean).join(' ') : '';
  if (trouble?.reference) bar.append(` (Reference: ${trouble.reference})`);
  if (trouble) bar.scrollIntoView({ block: 'nearest' });
}

export function showSlow(text: string | undefined): void {
  element('slow').hidden = !text;
  element('slow').textContent = text ?? '';
}

function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}

let toastTimer: ReturnType<typeof setTimeout> | undefined;

export function showToast(text: string, tone: 'done' | 'refused' = 'done'): void {
  const toast = element('toast');
  toast.dataset.tone = tone;
  toast.textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    toast.textContent = '';
  }, toastMs);
}

export function onRetry(callback: () => void): void {
  for (const id of ['retry', 'sign-in-again']) element(id).addEventListener('click', callback);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`pane.html has no #${id}`);
  return found;
}
