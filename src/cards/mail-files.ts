import type { EmailMessage } from '../leads/email-message.ts';
import { offerFiles } from '../leads/offered-files.ts';
import { shorten } from '../leads/text.ts';
import type { LoggedEmail } from '../leads/timeline.ts';
import { words } from '../words/words.ts';
import type { Element, TextRun } from './card.ts';
import { run, said } from './elements.ts';
import { showCount, showSize } from './show-values.ts';
import { FILES_INPUT } from './verbs.ts';
import type { View } from './view.ts';

const LONGEST_NAME = 60;
const MOST_NAMED = 6;

/** The files of a mail that is about to be logged, to choose from; `files` is what was chosen when the card is shown again. */
export function mailFilesElements(view: View, mail: Pick<EmailMessage, 'attachments'>, files?: string): Element[] {
  const w = words(view.locale);
  const { offered, pictures, refused } = offerFiles(mail);
  const chosen = offered.flatMap((file) => (file.chosen ? [file.index] : []));
  const lines = [
    ...(pictures ? [w.picturesLeftOut(showCount(view, pictures))] : []),
    ...refused.slice(0, MOST_NAMED).map(({ name, reason }) => `${w.notKept}: ${named(name)} (${w.leftOut[reason]})`),
  ];
  return [
    ...(offered.length
      ? [
          {
            type: 'Input.ChoiceSet' as const,
            id: FILES_INPUT,
            label: w.attachments,
            style: 'expanded' as const,
            isMultiSelect: true as const,
            wrap: true as const,
            value: files ?? chosen.join(),
            choices: offered.map(({ index, name, size }) => ({
              title: `${named(name)} (${showSize(view, size)})`,
              value: String(index),
            })),
          },
        ]
      : []),
    ...lines.map((line) => said(line, { isSubtle: true, size: 'Small' })),
  ];
}

/** What became of the files of a logged mail. */
export function loggedFilesRuns(view: View, { attachments, leftOut }: LoggedEmail): TextRun[] {
  const w = words(view.locale);
  const skipped = leftOut.map(({ name, leftOut: reason }) => `${named(name)} (${w.leftOut[reason]})`);
  const listed = (names: string[]) =>
    [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? [w.andMore(names.length - MOST_NAMED)] : [])].join(
      ', ',
    );
  return [
    ...(attachments.length ? [run(`\n${w.kept}: ${listed(attachments.map(({ name }) => named(name)))}`)] : []),
    ...(skipped.length ? [run(`\n${w.notKept}: ${listed(skipped)}`, { isSubtle: true })] : []),
  ];
}

function named(name: string): string {
  return shorten(name, LONGEST_NAME);
}
