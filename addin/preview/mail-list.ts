import { makeElement } from './make-element.ts';
import { personMark } from './person-mark.ts';
import type { SampleMail } from './sample-mail.ts';
import { textFromHtml } from './text-from-html.ts';

/** Fills the list with a button per mail. Arrow keys, Home and End move the focus; Enter opens, as on any button. */
export function fillMailList(
  list: HTMLElement,
  mails: readonly SampleMail[],
  language: string,
  open: (mailId: string) => void,
): void {
  const time = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const buttons = mails.map((mail) => {
    const button = mailButton(mail, time);
    button.addEventListener('click', () => open(mail.id));
    return button;
  });
  list.replaceChildren(...buttons.map((button) => makeElement('li', {}, [button])));
  list.onkeydown = (event) => {
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined || !buttons[next]) return;
    event.preventDefault();
    buttons[next].focus();
  };
}

export function markOpenMail(list: HTMLElement, mailId: string | undefined): void {
  for (const button of list.querySelectorAll('button')) {
    if (button.dataset.mail === mailId) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

function mailButton(mail: SampleMail, time: Intl.DateTimeFormat): HTMLButtonElement {
  const start = (mail.text ?? textFromHtml(mail.html ?? '')).slice(0, 120).replace(/\s+/g, ' ');
  const who = mail.direction === 'sent' ? `Sent: ${mail.to.map(({ name }) => name).join(', ')}` : mail.from.name;
  const when = time.format(new Date(mail.sentAt));
  return makeElement('button', { className: 'list-mail', attributes: { type: 'button', 'data-mail': mail.id } }, [
    personMark(mail.from),
    makeElement('span', { className: 'list-text' }, [
      makeElement('span', { className: 'list-line' }, [
        makeElement('b', { text: who }),
        makeElement('time', { text: when, attributes: { datetime: mail.sentAt } }),
      ]),
      makeElement('span', { className: 'list-subject', text: mail.subject }),
      makeElement('span', { className: 'list-start', text: start }),
    ]),
  ]);
}
