import { absenceWords, isAbsencePrefix, saysAway } from './auto-reply.ts';
import { isRobot } from './mail-domain.ts';
import { BOUNCES, BULK, CALENDAR, INVOICES, JOBS, NEWS_SENDERS, NOTICES, PITCHES } from './not-lead-words.ts';
import { fold } from './plain-value.ts';

/** What decides whether a mail is from somebody who may want to buy. */
export type Letter = {
  subject: string;
  body: string;
  /** The whole newest message, footers included. */
  whole: string;
  address: string;
  isForm: boolean;
  isList: boolean;
};

/** Whether a mail is written by a person who seems to want something from us. */
export function isLeadLetter(letter: Letter): boolean {
  const subject = fold(letter.subject.slice(0, 500)).replace(/['’]/g, ' ').trim();
  const body = fold(letter.body.slice(0, 6000)).replace(/['’]/g, ' ');
  if (!letter.isForm && (isAutomatic(letter, subject, body) || isBulk(letter, body))) return false;
  if (
    PITCHES.filter((pitch) => pitch.test(`${subject}\n${body}`)).length >= (letter.isForm ? 2 : 1) &&
    isPitch(subject, body)
  )
    return false;
  return !isApplication(subject, body) && (letter.isForm || !isPaperwork(letter, subject, body));
}

function isAutomatic(letter: Letter, subject: string, body: string): boolean {
  if (
    isAbsencePrefix(withoutReplyPrefix(letter.subject)) !== undefined ||
    absenceWords(letter.subject.trim()) !== undefined
  )
    return true;
  if (BOUNCES.test(subject) || /^(?:mailer-daemon|postmaster|bounces?)(?:[+@-]|$)/i.test(letter.address)) return true;
  if (CALENDAR.test(subject)) return true;
  return saysAway(body) || NOTICES.test(subject);
}

function withoutReplyPrefix(subject: string): string {
  return subject.trim().replace(/^(?:re|aw|sv|r|odp|vs|ynt)\s?:\s?/i, '');
}

function isBulk(letter: Letter, body: string): boolean {
  if (letter.isList) return false;
  const whole = fold(letter.whole.slice(-5000)).replace(/['’]/g, ' ');
  const bulk = BULK.filter((words) => words.test(whole) || words.test(body)).length;
  const robot = isRobot(letter.address) || NEWS_SENDERS.test(letter.address);
  return bulk >= 2 || (bulk >= 1 && (robot || letter.whole.length > 400)) || robot;
}

function isPitch(subject: string, body: string): boolean {
  const strong = PITCHES.filter((pitch) => pitch.test(`${subject}\n${body}`)).length;
  // A buyer asks for our prices; who offers theirs is selling.
  const asks =
    /\b(?:send (?:us|me) (?:a|your) (?:quote|offer|price)|angebot (?:fur|uber)|we need|we are looking for|wir (?:suchen|benotigen|brauchen))\b/.test(
      body,
    );
  return strong >= 2 || !asks;
}

function isApplication(subject: string, body: string): boolean {
  const [inSubject, inBody] = [JOBS.subject.test(subject), JOBS.body.test(body)];
  return inSubject || inBody;
}

function isPaperwork(letter: Letter, subject: string, body: string): boolean {
  if (INVOICES.subject.test(subject) && !/\?/.test(letter.subject)) return true;
  return INVOICES.body.test(body) && (INVOICES.hint.test(subject) || isRobot(letter.address));
}
