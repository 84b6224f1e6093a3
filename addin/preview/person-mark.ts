import { makeElement } from './make-element.ts';
import { initials } from './people.ts';
import type { Address } from './sample-mail.ts';

/** Each dark enough for white letters. */
const colours = ['#0b6a6a', '#7a3b8f', '#a4430f', '#2b5aa8', '#3f6b16', '#9b2457'];

/** The round mark with initials; the same colour for the same address. */
export function personMark({ name, address }: Address): HTMLElement {
  const mark = makeElement('span', { className: 'mark', text: initials(name), attributes: { 'aria-hidden': 'true' } });
  const sum = [...address].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  mark.style.backgroundColor = colours[sum % colours.length] ?? '';
  return mark;
}
