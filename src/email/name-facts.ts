import type { FieldSource } from '../leads/provenance.ts';
import type { Facts } from './fact.ts';
import { GIVEN_NAMES } from './given-names.ts';
import type { MailLine } from './mail-line.ts';
import { nameTokens } from './person-name.ts';
import { fold, words } from './plain-value.ts';
import { inlineName, signedName } from './signature-name.ts';
import { type PersonName, splitName } from './split-name.ts';

/** What is known of an author before the signature is read. `display`: '' when the header names no person. */
export type Author = {
  display: string;
  address: string;
  domain: string | undefined;
  language: string | undefined;
  via: 'header' | 'forwarded-header';
};

/** First and last name, from the header and the signature, whichever tells more. `words`: the name folded. */
export function nameFacts(
  author: Author,
  signature: readonly MailLine[],
  body: readonly MailLine[],
): { facts: Facts; words: string[] } {
  const header = words(nameTokens(author.display).tokens.join(' '));
  const signed = signedName(signature, header, author);
  const inline = header.length === 0 && !signed ? inlineName(body) : undefined;
  const text = signed?.text ?? inline ?? '';
  const signedSource: FieldSource = signed ? { from: 'signature', line: signed.line } : { from: 'body' };
  if (!author.display) {
    const spelled = text ? '' : nameInAddress(author.address);
    if (spelled) return factsOf(spelled, splitName(spelled, '', author.language), { from: author.via }, 0.6);
    return factsOf(text, splitName(text, author.address, author.language), signedSource, 0.8);
  }
  const nickname = header.length === 1 && !signed ? nameInAddress(author.address) : '';
  if (nickname && fold(author.display) === words(nickname)[0])
    return factsOf(nickname, splitName(nickname, ''), { from: author.via }, 0.6);
  const fromHeader = splitName(author.display, author.address, author.language);
  if (text && prefersSigned(author.display, fromHeader, text)) {
    const name = splitName(text, author.address, author.language);
    return factsOf(text, name, signedSource, 0.9);
  }
  return factsOf(author.display, fromHeader, { from: author.via }, fromHeader.reliable ? 0.95 : 0.85);
}

/** "bert.dekker@…" tells a name when its first half is one. */
function nameInAddress(address: string): string {
  const [first = '', last = '', more] = (address.split('@')[0] ?? '').split('.');
  return more === undefined && GIVEN_NAMES.has(first) && /^\p{L}{2,}(?:-\p{L}{2,})?$/u.test(last)
    ? `${first} ${last}`
    : '';
}

/** The signature wins when it writes the same name in full, with its accents, or in the other order. */
function prefersSigned(display: string, header: PersonName, text: string): boolean {
  const tokens = nameTokens(display).tokens;
  const signed = nameTokens(text).tokens;
  const [a, b] = [words(tokens.join(' ')), words(signed.join(' '))];
  const written = a.every((word) => b.includes(word));
  if (a.length < b.length)
    return tokens.length === 1 || a.some((word) => word.length === 1) || (a[0] === b[0] && written);
  const same = a.length === b.length && written;
  const initialled =
    a.length === b.length && a.every((word, i) => word === b[i] || (word.length === 1 && b[i]?.startsWith(word)));
  if (initialled && a.join() !== b.join()) return true;
  if (!same) return false;
  const accents = (text: string) => text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
  return (!header.reliable && a.join() !== b.join()) || accents(text) > accents(display) || isShouted(display);
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function factsOf(text: string, name: PersonName, source: FieldSource, sure: number): { facts: Facts; words: string[] } {
  return {
    facts: {
      ...(name.first ? { firstName: { value: name.first, source, sure } } : {}),
      ...(name.last ? { lastName: { value: name.last, source, sure } } : {}),
    },
    words: words(nameTokens(text).tokens.join(' ')),
  };
}
