import { isClosing } from './closings.ts';
import { companyScore } from './company-name.ts';
import { hasLegalForm } from './legal-forms.ts';
import type { MailLine } from './mail-line.ts';
import { isRule, noiseOf } from './mail-noise.ts';
import { looksLikeName } from './person-name.ts';
import { words } from './plain-value.ts';
import { isAddress } from './postal-address.ts';
import { looksLikeTitle } from './title-words.ts';

const LONGEST_SIGNATURE = 30;
const PROSE = 110;

/** The line in which the author begins to sign; `end` when they do not sign at all. */
export function signatureStart(
  lines: readonly MailLine[],
  end: number,
  name: readonly string[],
  domain: string | undefined,
  first: number,
): number {
  const from = Math.max(first, end - LONGEST_SIGNATURE - legalLines(lines));
  const cuts = [
    delimiter(lines, from, end),
    closing(lines, from, end, name),
    nameLine(lines, from, end, name),
    contactBlock(lines, first, end, domain),
  ];
  return Math.min(...cuts.filter((cut) => cut !== undefined), end);
}

/** "Gwen", "-Ted", "Gwen Salazar": nothing but the author's name, or its initials. */
export function isNameOnly(text: string, name: readonly string[]): boolean {
  const all = words(text);
  if (all.length === 0 || all.length > 5 || /[\d@]/.test(text)) return false;
  return (
    all.every((word) => name.includes(word) || word.length === 1) &&
    all.some((word) => name.includes(word) || name.some((part) => part[0] === word))
  );
}

function delimiter(lines: readonly MailLine[], from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    const text = lines[at]?.text ?? '';
    if ((/^\s*--\s*$/.test(text) || (isRule(text) && at > 0)) && isShort(lines, at + 1, end)) return at;
  }
  return undefined;
}

function closing(lines: readonly MailLine[], from: number, end: number, name: readonly string[]): number | undefined {
  for (let at = Math.max(from, 0); at < end; at++) {
    const text = lines[at]?.text ?? '';
    if (at > 0 && isClosing(text, name) && isShort(lines, at + 1, end) && !continues(lines, at)) return at;
  }
  return undefined;
}

/** "Thanks." above a further paragraph is not the end yet. */
function continues(lines: readonly MailLine[], at: number): boolean {
  const rest = lines
    .slice(at + 1)
    .filter((line) => line.text.trim() && !noiseOf(line.text) && !/^P\.?\s?S\b/.test(line.text));
  return rest.some(
    (line) =>
      /[.?!]$/.test(line.text.trim()) &&
      words(line.text).filter((word) => word.length > 1).length > 7 &&
      !hasLegalForm(line.text) &&
      !looksLikeContact(line),
  );
}

function nameLine(lines: readonly MailLine[], from: number, end: number, name: readonly string[]): number | undefined {
  if (name.length === 0) return undefined;
  for (let at = Math.max(from, 1); at < end; at++) {
    const text = lines[at]?.text.trim() ?? '';
    const all = words(text);
    const spoken = name.filter((word) => word.length > 1 && all.includes(word)).length;
    const whole =
      spoken >= Math.min(2, name.length) && text.length <= 110 && all.length <= spoken + 9 && startsWithName(all, name);
    if (
      (whole || isNameOnly(text, name)) &&
      isShort(lines, at + 1, end) &&
      !continues(lines, at) &&
      !/[?!.]$/.test(text.replace(/\b\p{L}{1,4}\.$/u, ''))
    )
      return at;
  }
  return undefined;
}

/** Titles, departments and companies may stand before a name, sentences may not. */
function startsWithName(all: readonly string[], name: readonly string[]): boolean {
  const first = all.findIndex((word) => name.includes(word));
  return first >= 0 && first <= 4;
}

/** The lines at the end that only carry ways to reach somebody, for mails that are not signed by name. */
function contactBlock(
  lines: readonly MailLine[],
  first: number,
  end: number,
  domain: string | undefined,
): number | undefined {
  let start: number | undefined;
  let below = 0;
  for (let at = end - 1; at > 0 && at >= first && at > end - LONGEST_SIGNATURE; at--) {
    const line = lines[at];
    if (!line) break;
    const text = line.text.trim();
    if (!text) continue;
    // Disclaimers may be any length; what stands above them may still be the signature.
    if (noiseOf(text)) continue;
    if (tellsContact(line, text, domain)) start = at;
    else if (text.length > 60 || /[.?!,;:。]$/.test(text)) break;
    else if (start === undefined && (++below > 2 || !(looksLikeTitle(text) || looksLikeName(text)))) break;
    else if (start !== undefined && (looksLikeTitle(text) || (looksLikeName(text) && words(text).length > 1)))
      start = at;
    else if (words(text).length > 4) break;
  }
  return start;
}

/** "Call my colleague on 01632 960123." is still the message. */
function isSentence(text: string): boolean {
  const spoken = words(text).filter((word) => /^\p{L}{2,}$/u.test(word)).length;
  return /\p{L}{3,}[.!?]$|\d[.!?]$/u.test(text) && spoken > 4 && !hasLegalForm(text) && !noiseOf(text);
}

function tellsContact(line: MailLine, text: string, domain: string | undefined): boolean {
  if (text.length >= 160 || isSentence(text)) return false;
  if (looksLikeContact(line) || isAddress(text)) return true;
  return (
    text.length < 80 &&
    companyScore(text, domain) > 0.5 &&
    words(text).length < 9 &&
    !/[.?!]$/.test(text.replace(/\.\p{L}{1,3}\.$/u, ''))
  );
}

function looksLikeContact(line: MailLine): boolean {
  const text = line.text;
  // Japanese puts no spaces between words: a number in a row of kana is part of a sentence.
  if (text.length > 160 || /[。？]$/.test(text.trim()) || /[\u3040-\u309f]{6}/.test(text)) return false;
  const reach = /(?:\+|\b0|\(0?)\d[\d ().\-/–]{6,}|[^\s@]{1,64}@[^\s@]{1,100}\.\p{L}{2,}|\bwww\.|^https?:\/\//u.test(
    text,
  );
  return reach && words(text).filter((word) => /^\p{L}{2,}$/u.test(word)).length <= 9;
}

function isShort(lines: readonly MailLine[], from: number, end: number): boolean {
  const rest = lines.slice(from, end).filter((line) => line.text.trim());
  return (
    rest.every(
      (line) =>
        line.text.length <= PROSE ||
        noiseOf(line.text) !== undefined ||
        isAddress(line.text) ||
        /[|·•]/.test(line.text) ||
        /^P\.?\s?S\b/.test(line.text),
    ) ||
    (rest.every((line, i) => i > 2 || line.text.length <= PROSE) &&
      rest.some((line) => noiseOf(line.text) === 'disclaimer'))
  );
}

function legalLines(lines: readonly MailLine[]): number {
  return Math.min(
    40,
    lines.slice(-80).filter((line) => noiseOf(line.text) === 'disclaimer' || !line.text.trim()).length,
  );
}
