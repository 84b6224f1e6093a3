import { mailBody } from './mail-body.ts';
import type { Notification } from './mailbox-memory.ts';
import { makeElement } from './make-element.ts';
import { personMark } from './person-mark.ts';
import type { PreviewState } from './preview-state.ts';
import type { Address, SampleAttachment, SampleMail } from './sample-mail.ts';

/** The reading pane. Without a mail it says so, as Outlook does while nothing is selected. */
export function showMail(
  view: HTMLElement,
  mail: SampleMail | undefined,
  { theme, language }: PreviewState,
  notifications: readonly Notification[],
): void {
  if (!mail) {
    view.replaceChildren(makeElement('p', { className: 'mail-none', text: 'Select a mail to read' }));
    return;
  }
  const sent = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(
    new Date(mail.sentAt),
  );
  view.replaceChildren(
    notificationBars(notifications),
    makeElement('h2', { className: 'mail-subject', text: mail.subject || '(no subject)' }),
    makeElement('div', { className: 'mail-head' }, [
      personMark(mail.from),
      makeElement('div', { className: 'mail-parties' }, [
        makeElement('p', { className: 'mail-from' }, [
          makeElement('b', { text: mail.from.name }),
          makeElement('bdi', { className: 'mail-address', text: mail.from.address }),
        ]),
        recipients('To', mail.to),
        ...(mail.cc ? [recipients('Cc', mail.cc)] : []),
        makeElement('time', { className: 'mail-time', text: sent, attributes: { datetime: mail.sentAt } }),
      ]),
    ]),
    ...(mail.attachments ? [attachmentList(mail.attachments, language)] : []),
    mailBody(mail, theme),
  );
}

/** Redraws the bars alone, so that a mail that is being read does not jump. */
export function showNotifications(view: HTMLElement, notifications: readonly Notification[]): void {
  view.querySelector('.mail-bars')?.replaceWith(notificationBars(notifications));
}

function notificationBars(notifications: readonly Notification[]): HTMLElement {
  const bars = notifications.map(({ message, type }) =>
    makeElement('p', { text: message, className: type === 2 ? 'mail-bar mail-bar-error' : 'mail-bar' }),
  );
  return makeElement('div', { className: 'mail-bars', attributes: { role: 'status' } }, bars);
}

function recipients(label: string, parties: readonly Address[]): HTMLElement {
  const names = parties.map(({ name, address }) => makeElement('bdi', { text: name, attributes: { title: address } }));
  return makeElement('p', { className: 'mail-recipients' }, [
    makeElement('span', { className: 'mail-label', text: `${label}:` }),
    ...names,
  ]);
}

function attachmentList(attachments: readonly SampleAttachment[], language: string): HTMLElement {
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'narrow' });
  const items = attachments
    .filter(({ isInline }) => !isInline)
    .map(({ name, size: bytes }) =>
      makeElement('li', {}, [makeElement('bdi', { text: name }), makeElement('small', { text: size.format(bytes) })]),
    );
  return makeElement('ul', { className: 'mail-attachments', attributes: { 'aria-label': 'Attachments' } }, items);
}
