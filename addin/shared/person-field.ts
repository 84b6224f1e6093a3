/** Somebody who can be chosen. */
export type PersonChoice = { title: string; value: string };

export type PeopleSearch = {
  /** Who is called so, or has that address. @throws when it cannot be asked */
  find(typed: string): Promise<readonly PersonChoice[]>;
  words: { loading: string; nobodyFound: string; notReached: string };
};

const typingPauseMs = 200;
let fields = 0;

/**
 * A field that finds people while one types, an editable combobox of the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Its input fires `change` when somebody is chosen.
 */
export class PersonField {
  readonly input = document.createElement('input');
  /** Who is there to choose from; belongs right behind the input. */
  readonly popup = document.createElement('div');
  chosen: PersonChoice | undefined;
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('p');
  private readonly first: readonly PersonChoice[];
  private readonly people: PeopleSearch;
  private shown: readonly PersonChoice[] = [];
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `first` are offered before anything is typed. */
  constructor(people: PeopleSearch, first: readonly PersonChoice[], chosen?: PersonChoice) {
    this.people = people;
    this.first = first;
    this.chosen = chosen;
    fields += 1;
    const { input, popup, list, status } = this;
    list.id = `people-${fields}`;
    list.setAttribute('role', 'listbox');
    status.setAttribute('role', 'status');
    popup.className = 'people';
    popup.append(list, status);
    input.type = 'text';
    input.value = chosen?.title ?? '';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.dir = 'auto';
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-controls', list.id],
    ] as const) {
      input.setAttribute(name, value);
    }
    this.close();
    input.addEventListener('input', () => this.typed());
    input.addEventListener('click', () => this.open());
    input.addEventListener('keydown', (event) => this.pressed(event));
    input.addEventListener('blur', () => {
      this.takeNamed();
      this.close();
    });
    // The focus stays where one types.
    popup.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const at = [...list.children].findIndex((option) => target instanceof Node && option.contains(target));
      this.choose(this.shown[at]);
    });
  }

  private get isOpen(): boolean {
    return !this.popup.hidden;
  }

  private typed(): void {
    const { value } = this.input;
    this.chosen = undefined;
    clearTimeout(this.timer);
    if (!value.trim()) {
      this.show(this.first);
      return;
    }
    // Who is known and fits is there at once; the others follow.
    this.show(this.first.filter(({ title }) => title.toLowerCase().includes(value.trim().toLowerCase())));
    if (!this.shown.length) this.say(this.people.words.loading);
    this.timer = setTimeout(() => void this.find(value), typingPauseMs);
  }

  private async find(typed: string): Promise<void> {
    const { words } = this.people;
    const found = await this.people.find(typed.trim()).catch(() => undefined);
    // Something else was typed meanwhile, or somebody chosen.
    if (typed !== this.input.value || this.chosen) return;
    this.show(found ?? []);
    this.say(!found ? words.notReached : found.length ? '' : words.nobodyFound);
    if (document.activeElement !== this.input) {
      this.takeNamed();
      this.close();
    }
  }

  /** Whoever goes on having typed a whole name has chosen. */
  private takeNamed(): void {
    if (this.chosen) return;
    const typed = this.input.value.trim().toLowerCase();
    const [only, ...others] = this.shown.filter(({ title }) => title.toLowerCase() === typed);
    if (!others.length) this.choose(only);
  }

  private pressed(event: KeyboardEvent): void {
    const { isOpen, shown, active } = this;
    // Keys that put letters together are not for the list.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) this.step(event.key === 'ArrowDown' ? 1 : -1);
      else this.open();
    } else if (event.key === 'Enter' && isOpen && shown[active]) {
      event.preventDefault();
      this.choose(shown[active]);
    } else if (event.key === 'Escape' && isOpen) {
      // Only the list closes, not what the field stands in.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  private step(by: 1 | -1): void {
    const { length } = this.shown;
    if (length) this.highlight((Math.max(this.active, by > 0 ? -1 : 0) + by + length) % length);
  }

  private open(): void {
    if (this.isOpen) return;
    if (this.input.value && !this.chosen) this.typed();
    else this.show(this.first);
  }

  private close(): void {
    this.popup.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.highlight(-1);
  }

  private choose(choice: PersonChoice | undefined): void {
    if (!choice) return;
    clearTimeout(this.timer);
    this.chosen = choice;
    this.input.value = choice.title;
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private show(people: readonly PersonChoice[]): void {
    this.shown = people;
    this.list.replaceChildren(...people.map(({ title }, at) => this.option(title, at)));
    this.list.hidden = !people.length;
    this.say('');
    this.popup.hidden = false;
    this.input.setAttribute('aria-expanded', String(people.length > 0));
    // With something typed, Enter takes the first.
    this.highlight(this.input.value.trim() && !this.chosen && people.length ? 0 : -1);
    this.popup.scrollIntoView({ block: 'nearest' });
  }

  private option(title: string, at: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${at}`;
    option.setAttribute('role', 'option');
    option.dir = 'auto';
    option.textContent = title;
    return option;
  }

  private say(text: string): void {
    this.status.textContent = text;
    this.status.hidden = !text;
  }

  private highlight(at: number): void {
    this.active = at;
    for (const [nth, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(nth === at));
      if (nth === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.list.id}-${at}`);
  }
}
