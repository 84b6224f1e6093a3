import { fillMailList, markOpenMail } from './mail-list.ts';
import { showMail, showNotifications } from './mail-view.ts';
import { MailboxMemory } from './mailbox-memory.ts';
import { makeElement, pageElement } from './make-element.ts';
import { OfficeHost } from './office-host.ts';
import { bindControls } from './preview-controls.ts';
import { queryFromState, stateFromQuery } from './preview-state.ts';
import { mailById, sampleMails } from './sample-mails.ts';

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

const host = new OfficeHost({
  state,
  memory,
  announce: (text) => {
    announcement.textContent = text;
    clearTimeout(silenceAnnouncement);
    silenceAnnouncement = setTimeout(() => announcement.replaceChildren(), 6000);
  },
  refresh: () => showNotifications(view, notifications()),
  leave: (action) => {
    // office.js keeps the Tab key to itself and asks its host to move the focus on.
    if (tab.includes(action)) pageElement('person', HTMLElement).focus();
    if (shiftTab.includes(action)) pageElement('pin', HTMLElement).focus();
    if (action === escapeKey) list.querySelector<HTMLElement>('[aria-current]')?.focus();
  },
});

function notifications() {
  return memory.notificationsOn(state.mailId ?? '');
}

function loadPane(): void {
  const pane = makeElement('iframe', { attributes: { id: 'pane', title: 'Lead Desk' } });
  host.attach(pane);
  pane.src = '/outlook/pane.html';
  paneWindow.replaceChildren(pane);
}

function draw(): void {
  document.documentElement.dataset.theme = state.theme;
  document.documentElement.style.setProperty('--pane-width', `${state.width}px`);
  markOpenMail(list, state.mailId);
  showMail(view, mailById(state.mailId ?? null), state, notifications());
  history.replaceState(null, '', queryFromState(state));
}

function open(mailId: string | undefined): void {
  if (mailId === state.mailId) return;
  state.mailId = mailId;
  draw();
  // Outlook closes a pane that is not pinned with its mail; here it opens again on the next, to spare the click.
  if (state.pinned) host.fireItemChanged();
  else loadPane();
}

fillMailList(list, sampleMails, state.language, open);
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
  setItemNull: () => open(undefined),
  failNext: (methodName, failure = 'error') => host.calls.failNext(methodName, failure),
  calls: host.calls.list,
  mailIds: sampleMails.map(({ id }) => id),
};
draw();
loadPane();
