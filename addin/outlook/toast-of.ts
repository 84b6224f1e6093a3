import type { ActionAnswer } from '../shared/api.ts';
import { words } from './pane-words.ts';
import type { Subject } from './subject.ts';

/** What became of a press whose card comes too late to be drawn. */
export function lateToastOf({ toast, refused }: ActionAnswer): string {
  return toast ?? (refused ? words.notDone : words.done);
}

export function toneOf({ refused }: ActionAnswer): 'done' | 'refused' {
  return refused ? 'refused' : 'done';
}

/** Said of a mail that is no longer on the screen. */
export function earlier(about: Subject | undefined, said: string): string {
  return about ? words.earlierMail(about.mail.subject, said) : said;
}
