import type { ComposerDraft } from './composer-draft.ts';
import { optionLabel, t, w } from './tab-words.ts';

type FieldsProps = { draft: ComposerDraft; change(part: Partial<ComposerDraft>): void; isTextNeeded: boolean };

/** The fields of the kind that is chosen; those of the others keep what they hold. */
export function ComposerFields({ draft, change, isTextNeeded }: FieldsProps) {
  const { kind } = draft;
  return (
    <>
      <label>
        {kind === 'note' ? w.fields.note : w.fields.text}
        <textarea
          class="control"
          rows={3}
          maxLength={10_000}
          required={isTextNeeded}
          value={draft.text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </label>
      {kind === 'phone-call' && (
        <div class="row">
          <Choice
            label={w.fields.direction}
            value={draft.direction}
            options={['outgoing', 'incoming']}
            choose={(direction) => change({ direction })}
          />
          <label>
            {w.fields.durationMinutes}
            <input
              class="control"
              type="number"
              min="0"
              max="1440"
              value={draft.durationMinutes}
              onInput={({ currentTarget }) => change({ durationMinutes: currentTarget.value })}
            />
          </label>
        </div>
      )}
      {kind === 'task' && (
        <div class="row">
          <label>
            {w.fields.dueAt}
            <input
              class="control"
              type="date"
              value={draft.dueAt}
              onInput={({ currentTarget }) => change({ dueAt: currentTarget.value })}
            />
          </label>
          <Choice
            label={w.fields.priority}
            value={draft.priority}
            options={['low', 'normal', 'high']}
            choose={(priority) => change({ priority })}
          />
        </div>
      )}
      {kind === 'appointment' && <AppointmentFields draft={draft} change={change} />}
    </>
  );
}

/** An appointment ends when it starts at the earliest. */
function AppointmentFields({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const { startAt, endAt, location } = draft;
  return (
    <>
      <div class="row">
        <label>
          {t.starts}
          <input
            class="control"
            type="datetime-local"
            required
            value={startAt}
            onInput={({ currentTarget: { value } }) => change({ startAt: value, endAt: endAt < value ? value : endAt })}
          />
        </label>
        <label>
          {t.ends}
          <input
            class="control"
            type="datetime-local"
            required
            min={startAt}
            value={endAt}
            onInput={({ currentTarget }) => change({ endAt: currentTarget.value })}
          />
        </label>
      </div>
      <label>
        {t.location}
        <input
          class="control"
          type="text"
          maxLength={250}
          value={location}
          onInput={({ currentTarget }) => change({ location: currentTarget.value })}
        />
      </label>
    </>
  );
}

type ChoiceProps<Option extends string> = {
  label: string;
  value: Option;
  options: readonly Option[];
  choose(option: Option): void;
};

function Choice<Option extends string>({ label, value, options, choose }: ChoiceProps<Option>) {
  return (
    <label>
      {label}
      <select
        class="control"
        value={value}
        onChange={({ currentTarget }) => choose(options[currentTarget.selectedIndex] ?? value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {optionLabel(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
