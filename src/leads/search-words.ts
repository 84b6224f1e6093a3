import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Lead } from './lead.ts';
import { foldText } from './text.ts';

const MOST_WORDS = 2000;

/** The words of a text as they are looked for: letters and digits only, folded ('Jürgen@Groß.de' → jurgen, gross, de). */
export function wordsOf(text: string): string[] {
  return (
    foldText(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? []
  );
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** '山田太郎': names that are written without a space, the family name first, are looked for as one word, too. */
function unspacedName({ firstName, lastName }: Lead): string {
  return firstName && UNSPACED.test(firstName) && UNSPACED.test(lastName) ? `${lastName}${firstName}` : '';
}

/** What a search finds a lead by, phone numbers as one word in every way people write them. */
export function leadWords(lead: Lead): string {
  const { firstName, lastName, companyName, email, topic } = lead;
  const text = [firstName, lastName, unspacedName(lead), companyName, email, topic].filter(Boolean).join(' ');
  const phones = [lead.businessPhone, lead.mobilePhone].flatMap((phone) => (phone ? phoneWords(phone) : []));
  return [...wordsOf(text), ...phones].join(' ');
}

/** Whether name, company and mail address of a lead have every word of a query, whole; others may only mention it. */
export function isCalled(lead: Lead, q: string): boolean {
  const { firstName, lastName, companyName, email } = lead;
  const own = new Set(wordsOf([firstName, lastName, unspacedName(lead), companyName, email].filter(Boolean).join(' ')));
  return wordsOf(q).every((word) => own.has(word));
}

/** A query as the words to look for; a phone number is one word, whatever its formatting. */
export function queryWords(q: string): string[] {
  const typed = q.trim();
  if (/^\+?\(?\d[\d\s()./-]{4,}$/.test(typed)) return [typed.replace(/\D/g, '').replace(/^00/, '')];
  return wordsOf(typed).slice(0, 8);
}

/** '+49 (0)40 66969-123' → 494066969123, 4066969123, 04066969123. */
function phoneWords(phone: string): string[] {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  const national = nationalNumber(phone);
  return [...new Set([digits, parsed(phone)?.number.slice(1) ?? digits, national, `0${national}`])];
}

/** The digits of a number within its country, as far as the number itself tells; without the trunk zero. */
export function nationalNumber(phone: string): string {
  const number = parsed(phone);
  return number ? String(number.nationalNumber) : phone.replace(/\D/g, '').replace(/^0+/, '');
}

/** Understanding a number is the dearest part of keeping a lead, and every step of it wants to. */
const recent = new Map<string, ReturnType<typeof parsePhoneNumberFromString>>();
const MOST_RECENT = 2000;

function parsed(phone: string): ReturnType<typeof parsePhoneNumberFromString> {
  if (recent.has(phone)) return recent.get(phone);
  if (recent.size >= MOST_RECENT) recent.clear();
  // The library reads the context of a telephone link with a pattern that some texts keep busy for years.
  const number = parsePhoneNumberFromString(phone.replace(/;phone-context.*$/is, ''));
  recent.set(phone, number);
  return number;
}
