import { useEffect, useRef } from 'preact/hooks';
import { PersonField } from '../shared/person-field.ts';
import { peopleSearch } from './lead-actions.ts';
import { people } from './tab-state.ts';
import { w } from './tab-words.ts';

/** A colleague, found while one types; `choose` is told the id, or of nobody. The form waits until somebody is chosen. */
export function PersonInput({ label, choose }: { label: string; choose(id: string | undefined): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = people.peek().map(({ id, name }) => ({ value: id, title: name }));
    const field = new PersonField(peopleSearch(), first);
    const { input, popup } = field;
    input.className = 'control';
    input.placeholder = w.findPerson;
    input.ariaLabel = label;
    input.required = true;
    const tell = () => {
      input.setCustomValidity(field.chosen || !input.value ? '' : w.choosePerson);
      choose(field.chosen?.value);
    };
    for (const event of ['input', 'change']) input.addEventListener(event, tell);
    place.current?.replaceChildren(input, popup);
  }, []);
  return (
    <div class="person-input">
      <span aria-hidden="true">{label}</span>
      <div ref={place} class="person-place" />
    </div>
  );
}
