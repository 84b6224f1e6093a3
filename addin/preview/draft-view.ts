import { type Draft, readAddresses, writeAddresses } from './draft.ts';
import { makeElement } from './make-element.ts';

type DraftActions = { send(): void; discard(): void; recipientsChanged(): void };

/** A mail to write, in place of the one that is read. */
export function showDraft(view: HTMLElement, draft: Draft, { send, discard, recipientsChanged }: DraftActions): void {
  const form = makeElement('form', { className: 'draft', attributes: { 'aria-label': 'New mail' } }, [
    makeElement('div', { className: 'draft-bar' }, [
      makeElement('button', { className: 'draft-send', text: 'Send', attributes: { type: 'submit' } }),
      button('Discard', discard),
    ]),
    line('To', writeAddresses(draft.to), (value) => {
      draft.to = readAddresses(value);
      recipientsChanged();
    }),
    line('Cc', writeAddresses(draft.cc), (value) => {
      draft.cc = readAddresses(value);
      recipientsChanged();
    }),
    line('Subject', draft.subject, (value) => {
      draft.subject = value;
    }),
    body(draft),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  view.replaceChildren(form);
}

function line(label: string, value: string, changed: (value: string) => void): HTMLElement {
  const input = makeElement('input', { attributes: { value, autocomplete: 'off' } });
  input.addEventListener('change', () => changed(input.value));
  return makeElement('label', { className: 'draft-line' }, [
    makeElement('span', { className: 'draft-label', text: label }),
    input,
  ]);
}

function body(draft: Draft): HTMLElement {
  const area = makeElement('textarea', {
    className: 'draft-text',
    text: draft.text,
    attributes: { 'aria-label': 'Text' },
  });
  area.addEventListener('input', () => {
    draft.text = area.value;
  });
  return area;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = makeElement('button', { text, attributes: { type: 'button' } });
  made.addEventListener('click', press);
  return made;
}
