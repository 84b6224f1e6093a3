import type { EmailMessage, EmailParty } from '../leads/email-message.ts';
import { type ContactForm, readContactForm } from './contact-form.ts';
import type { MailContext } from './draft-lead.ts';
import { formAddress } from './form-facts.ts';
import { htmlText } from './html-text.ts';
import { companyDomain, isListAddress, isOwnAddress, isRobot } from './mail-domain.ts';
import { type MailLine, toMailLines } from './mail-line.ts';
import { withoutNoise } from './mail-noise.ts';
import { isPersonal } from './signature-name.ts';
import { type EarlierMessage, splitThread, type Thread } from './thread.ts';
import { saysForwarded, saysReply } from './topic.ts';

/** The one message of a mail that counts, and who wrote it. */
export type Letter = {
  author: EmailParty;
  /** Where the author is named: in the mail's own header or in that of a mail passed on. */
  via: 'header' | 'forwarded-header';
  subject: string;
  lines: MailLine[];
  whole: string;
  address: string;
  form: ContactForm | undefined;
  /** The line above which nothing belongs to the author's signature. */
  signedBelow?: MailLine | undefined;
  isList: boolean;
  /** A colleague writes, and not for somebody else. */
  fromColleague: boolean;
};

/** Finds in a mail the message that is the lead's: its own, the one a colleague passed on, or a form's report. */
export function readLetter(mail: EmailMessage, context: MailContext): Letter {
  return withTheirForm(chosenLetter(mail, context), context);
}

function chosenLetter(mail: EmailMessage, context: MailContext): Letter {
  const thread = splitThread(mailLines(mail));
  const ours = mail.direction === 'sent' || isOwnAddress(mail.from.address, context);
  const forwarded = ours ? passedOn(mail, thread, context) : undefined;
  if (forwarded) {
    const subject = forwarded.subject?.trim() || mail.subject;
    return letterOf(forwarded.from, 'forwarded-header', subject, forwarded.lines, false);
  }
  const lines = thread.newest.some((line) => line.text.trim()) ? thread.newest : (thread.earlier[0]?.lines ?? []);
  const letter = letterOf(mail.from, 'header', mail.subject, lines, ours);
  const byUs = mail.direction === 'sent' || letter.fromColleague;
  const recipient = byUs ? outsideRecipient(mail, context) : undefined;
  // What we wrote ourselves tells of the lead no more than the address.
  if (recipient) return letterOf(recipient, 'header', mail.subject, [], true);
  const toList = mail.to.some(({ address }) => isListAddress(address)) || isListAddress(mail.from.address);
  return { ...letter, isList: letter.isList || toList };
}

function letterOf(author: EmailParty, via: Letter['via'], subject: string, all: MailLine[], ours: boolean): Letter {
  const { lines, listFooter } = withoutNoise(all);
  const form = readContactForm(all);
  const isList = (listFooter && /\[[\p{L}\d._-]{2,40}\]/u.test(subject)) || isListAddress(author.address);
  const whole = all.map((line) => line.text).join('\n');
  return { author, via, subject, lines, whole, address: author.address, form, isList, fromColleague: ours && !form };
}

/** In a person's own mail a block of labels may tell of somebody else, of whoever takes the delivery: no web form. */
function withTheirForm(letter: Letter, context: MailContext): Letter {
  const { form, author } = letter;
  if (!form) return letter;
  const address = author.address.trim().toLowerCase();
  const byPerson = !isOwnAddress(address, context) && isPersonal(author.name, address, companyDomain(address, context));
  // What a program writes above its report is nobody's message.
  if (!byPerson) return { ...letter, form: { ...form, above: '' } };
  const theirs = form.above === '' || formAddress(form.entries, context)?.toLowerCase() === address;
  return theirs ? letter : { ...letter, form: undefined, signedBelow: form.gap };
}

/** Both bodies say the same; HTML keeps what the plain one loses (hidden parts, cells), unless it says nothing. */
function mailLines(mail: EmailMessage): MailLine[] {
  const lines = mail.html ? toMailLines(htmlText(mail.html)) : [];
  return lines.some((line) => /[\p{L}\p{N}]/u.test(line.text))
    ? lines
    : toMailLines((mail.text ?? '').replace(/[\ue000-\ue002]/g, ''));
}

/** The message a colleague passed on: the newest one that did not come from ourselves. */
function passedOn(mail: EmailMessage, thread: Thread, context: MailContext): EarlierMessage | undefined {
  const forwards = saysForwarded(mail.subject) || thread.earlier.some(({ kind }) => kind === 'forward');
  if (!forwards && (saysReply(mail.subject) || !thread.earlier.some(({ kind }) => kind === 'original')))
    return undefined;
  return thread.earlier.find(
    (message) => isFromOutside(message, mail, context) || readContactForm(message.lines) !== undefined,
  );
}

function outsideRecipient(mail: EmailMessage, context: MailContext): EmailParty | undefined {
  return mail.to.find(({ address }) => address.includes('@') && !isOwnAddress(address, context) && !isRobot(address));
}

function isFromOutside({ from, kind }: EarlierMessage, mail: EmailMessage, context: MailContext): boolean {
  if (from.address) return !isOwnAddress(from.address, context) && !(isRobot(from.address) && kind === 'attribution');
  const known = [mail.from, ...mail.to].map(({ name }) => name.toLowerCase());
  return from.name !== '' && !known.includes(from.name.toLowerCase());
}
