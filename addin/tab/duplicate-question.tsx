import type { LeadRow } from './lead-rows.ts';
import { showCount } from './show-values.ts';
import { t, w } from './tab-words.ts';
import type { Duplicate } from './wire.ts';

/** What to do with leads whose customer is likely there already: link to it, make another one, or leave them open. */
export type DuplicateAnswer = 'link' | 'create' | 'leave';

type DuplicateQuestionProps = {
  doubtful: readonly { lead: LeadRow; candidates: readonly Duplicate[] }[];
  answer: DuplicateAnswer;
  choose(answer: DuplicateAnswer): void;
};

/** The one question about all of them, with who is taken for whom and why. */
export function DuplicateQuestion({ doubtful, answer, choose }: DuplicateQuestionProps) {
  const answers: [DuplicateAnswer, string][] = [
    ['link', t.linkExisting],
    ['create', t.createAnyway],
    ['leave', t.leaveOpen],
  ];
  return (
    <>
      <p role="status">{t.duplicatesFound(showCount(doubtful.length))}</p>
      <ul class="outcome">
        {doubtful.map(({ lead, candidates }) => (
          <li key={lead.id} dir="auto">
            <strong>{lead.fullName}</strong>
            {candidates.slice(0, 3).map(({ id, kind, name, email, reasons }) => (
              <span key={id} class="candidate">
                {w.record[kind]}: {[name, email].filter(Boolean).join(', ')} (
                {reasons.map((reason) => w.duplicate[reason]).join(', ')})
              </span>
            ))}
          </li>
        ))}
      </ul>
      <fieldset class="choices">
        <legend>{t.whatWithThem}</legend>
        {answers.map(([value, title]) => (
          <label key={value} class="check">
            <input type="radio" name="duplicates" checked={answer === value} onChange={() => choose(value)} />
            {title}
          </label>
        ))}
      </fieldset>
    </>
  );
}
