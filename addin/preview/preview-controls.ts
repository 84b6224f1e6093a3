import { makeElement, pageElement } from './make-element.ts';
import { people, personById } from './people.ts';
import type { PreviewState } from './preview-state.ts';

type ControlActions = {
  personChanged(): void;
  themeChanged(): void;
  widthChanged(): void;
  pinChanged(): void;
  reload(): void;
};

/** The switches of the page. Each changes the state first and then tells what it changed. */
export function bindControls(state: PreviewState, actions: ControlActions): void {
  const person = pageElement('person', HTMLSelectElement);
  person.append(...people.map(({ id, name }) => makeElement('option', { text: name, attributes: { value: id } })));
  person.value = state.person.id;
  person.addEventListener('change', () => {
    state.person = personById(person.value);
    actions.personChanged();
  });
  bindRadios('width', String(state.width), (value) => {
    state.width = Number(value);
    actions.widthChanged();
  });
  bindRadios('theme', state.theme, (value) => {
    state.theme = value === 'dark' ? 'dark' : 'light';
    actions.themeChanged();
  });
  const pin = pageElement('pin', HTMLButtonElement);
  pin.setAttribute('aria-pressed', String(state.pinned));
  pin.addEventListener('click', () => {
    state.pinned = !state.pinned;
    pin.setAttribute('aria-pressed', String(state.pinned));
    actions.pinChanged();
  });
  pageElement('reload', HTMLButtonElement).addEventListener('click', () => actions.reload());
}

function bindRadios(name: string, value: string, choose: (value: string) => void): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    radio.checked = radio.value === value;
    radio.addEventListener('change', () => choose(radio.value));
  }
}
