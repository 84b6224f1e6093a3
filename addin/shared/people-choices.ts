import { ChoiceSetInput } from 'adaptivecards';
import { type PeopleSearch, PersonField } from './person-field.ts';

/**
 * A choice set of people, found while one types. The renderer's own way to draw one tells a screen reader nothing of its
 * list, and takes what was typed for what was chosen.
 */
export class PeopleChoices extends ChoiceSetInput {
  /** Who can be asked for people; without, it is drawn with those who are on the card. */
  people: PeopleSearch | undefined;
  private field: PersonField | undefined;

  /** The name of who is chosen: they may not be among the choices on the card. */
  get title(): string {
    return this.field?.chosen?.title ?? '';
  }

  override get value(): string | undefined {
    return this.field ? this.field.chosen?.value : super.value;
  }

  protected override internalRender(): HTMLElement | undefined {
    if (!this.people || !this.choicesData?.dataset) return super.internalRender();
    const first = this.choices.map(({ title = '', value = '' }) => ({ title, value }));
    const chosen = first.find(({ value }) => value === this.defaultValue);
    this.field = new PersonField(this.people, first, chosen);
    const { input } = this.field;
    input.className = this.hostConfig.makeCssClassName('ac-input', 'ac-textInput');
    input.placeholder = this.placeholder ?? '';
    for (const event of ['input', 'change']) input.addEventListener(event, () => this.valueChanged());
    return input;
  }

  protected override overrideInternalRender(): HTMLElement | undefined {
    const drawn = super.overrideInternalRender();
    if (this.field) this.inputControlContainerElement.append(this.field.popup);
    return drawn;
  }
}
