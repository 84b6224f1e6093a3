import { pageAddress } from './app-context.ts';
import { type Draft, sentMail, startDraft } from './draft.ts';
import { showDraft } from './draft-view.ts';
import { HostCalls } from './host-calls.ts';
import { fillMailList, markOpenMail } from './mail-list.ts';
import { showMail, showNotifications } from './mail-view.ts';
import { MailboxMemory } from './mailbox-memory.ts';
import { makeElement, pageElement } from './make-element.ts';
import { OfficeHost } from './office-host.ts';
import { runOnSend } from './on-send.ts';
import { bindControls } from './preview-controls.ts';
import { queryFromState, stateFromQuery } from './preview-state.ts';
import type { SampleMail } from './sample-mail.ts';
import { addMail, mailById, sampleMails } from './sample-mails.ts';

const escapeKey = 15;
const shiftTab = [6, 14, 18];
const tab = [5, 13, 17];

const state = stateFromQuery(location.search);
const memory = new MailboxMemory();
const list = pageElement('mail-list', HTMLElement);
const view = pageElement('mail', HTMLElement);
const paneWindow = pageElement('pane-window', HTMLElement);
const announcement = pageElement('announcement', HTMLElement);
let silenceAnnouncement: ReturnType<typeof setTimeout> | undefined;

const calls = new HostCalls();
let draft: Draft | undefined;

const options: ConstructorParameters<typeof OfficeHost>[0] = {
  state,
  memory,
  calls,
  draft: () => draft,
  announce,
  refresh: () => showNotifications(view, notifications()),
  leave: (action) => {
    // office.js keeps the Tab key to itself and asks its host to move the focus on.
    if (tab.includes(action)) pageElement('person', HTMLElement).focus();
    if (shiftTab.includes(action)) pageElement('pin', HTMLElement).focus();
    if (action === escapeKey) list.querySelector<HTMLElement>('[aria-current]')?.focus();
  },
};
const host = new OfficeHost(options);

function announce(text: string): void {
  announcement.textContent = text;
  clearTimeout(silenceAnnouncement);
  silenceAnnouncement = setTimeout(() => announcement.replaceChildren(), 6000);
}

function notifications() {
  return memory.notificationsOn(state.mailId ?? '');
}

function loadPane(): void {
  const pane = makeElement('iframe', { attributes: { id: 'pane', title: 'Lead Desk' } });
  host.attach(pane);
  pane.src = pageAddress('/outlook/pane.html', state);
  paneWindow.replaceChildren(pane);
}

function draw(): void {
  document.documentElement.dataset.theme = state.theme;
  document.documentElement.style.setProperty('--pane-width', `${state.width}px`);
  markOpenMail(list, draft ? undefined : state.mailId);
  if (draft)
    showDraft(view, draft, {
      send: () => void send(),
      discard: () => open(state.mailId),
      recipientsChanged: () => host.fireRecipientsChanged(),
    });
  else showMail(view, mailById(state.mailId ?? null), state, notifications());
  history.replaceState(null, '', queryFromState(state));
}

function open(mailId: string | undefined): void {
  if (mailId === state.mailId && !draft) return;
  const wasDraft = draft !== undefined;
  draft = undefined;
  state.mailId = mailId;
  draw();
  // Outlook closes a pane that is not pinned with its mail; here it opens again on the next, to spare the click.
  if (state.pinned && !wasDraft) host.fireItemChanged();
  else loadPane();
}

/**
 * A pane on a draft is another one than that on a mail, as Outlook opens it with the window to write in. A pinned one
 * goes along from draft to draft.
 */
function compose(kind: Draft['kind'], values: Partial<Draft> = {}): void {
  const answered = kind === 'reply' ? mailById(state.mailId ?? null) : undefined;
  const wasDraft = draft !== undefined;
  draft = { ...startDraft(state.person, answered), ...values };
  draw();
  if (state.pinned && wasDraft) host.fireItemChanged();
  else loadPane();
}

function receive(mail: SampleMail): void {
  addMail(mail);
  fillMailList(list, sampleMails, state.language, open);
  open(mail.id);
}

async function send(): ReturnType<typeof runOnSend> {
  if (!draft) throw new Error('No mail is being written');
  const answer = await runOnSend(new OfficeHost(options));
  receive(sentMail(draft));
  announce('Sent.');
  return answer;
}

fillMailList(list, sampleMails, state.language, open);
pageElement('new-mail', HTMLButtonElement).addEventListener('click', () => compose('new'));
pageElement('reply', HTMLButtonElement).addEventListener('click', () => compose('reply'));
bindControls(state, {
  personChanged: () => {
    draw();
    loadPane();
  },
  themeChanged: () => {
    draw();
    if (!host.fireThemeChanged()) loadPane();
  },
  widthChanged: draw,
  pinChanged: draw,
  reload: loadPane,
});
window.previewHost = {
  select: (mailId) => {
    if (!mailById(mailId)) throw new RangeError(`No mail ${mailId}`);
    open(mailId);
  },
  receive,
  setItemNull: () => open(undefined),
  failNext: (methodName, failure = 'error') => calls.failNext(methodName, failure),
  compose,
  send,
  draftData: () => ({
    headers: Object.fromEntries(draft?.headers ?? []),
    sessionData: Object.fromEntries(draft?.sessionData ?? []),
  }),
  calls: calls.list,
  mailIds: sampleMails.map(({ id }) => id),
};
draw();
loadPane();
