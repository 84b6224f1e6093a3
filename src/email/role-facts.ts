import { companyScore, splitAtCompany } from './company-name.ts';
import { countryCode } from './country.ts';
import type { Fact, Facts } from './fact.ts';
import { COMMA_BEFORE_FORM, hasLegalForm } from './legal-forms.ts';
import type { MailLine } from './mail-line.ts';
import { isRule, noiseOf } from './mail-noise.ts';
import { HONORIFICS, PARTICLES, POST_NOMINALS } from './name-words.ts';
import { phoneKind } from './phone-labels.ts';
import { words } from './plain-value.ts';
import { isAddress } from './postal-address.ts';
import { isTitleWord, looksLikeTitle } from './title-words.ts';

type Piece = { text: string; line: number; besideName: boolean };
type Role = { title: Fact[]; company: Fact[]; unknown: Piece[] };

const STRONG = /\s{0,3}[|·•‧∙●⋅│¦]\s{0,3}|\s{2,}|\t|\s[–—―]\s|\s\/\/\s|\s::\s/;
const WEAK = /,\s|\s[-/@]\s|\s(?:at|bei|chez|presso|hos|ved|w|u)\s/;
const REACH =
  /(?:\+|\(?0|\()\d[\d ().\-/–]{5,}|\d{3}[\s.-]\d{3,4}[\s.-]\d{3,4}|[^\s@<>]{1,64}@[^\s@<>]{1,100}|https?:\/\/\S+|www\.\S+/gu;

/** Job title and company from the lines of a signature. `name`: words of the author's name, folded. */
export function roleFacts(lines: readonly MailLine[], name: readonly string[], domain: string | undefined): Facts {
  const role: Role = { title: [], company: [], unknown: [] };
  const pieces = lines.flatMap((line, i) => piecesOf(line.text, i + 1, name));
  for (const piece of pieces) read(piece, role, domain);
  const company = best(role.company);
  const title = role.title[0];
  return {
    ...(company ? { companyName: company } : (ownersCompany(role, name) ?? byPlace(role, pieces, title))),
    ...(title ? { jobTitle: title } : (titleBesideName(role) ?? titleByPlace(role, pieces, company))),
  };
}

function piecesOf(raw: string, line: number, name: readonly string[]): Piece[] {
  const text = raw.replace(/\((?:she|he|they|sie|er|elle|il|ella|hij|zij)\b[^)]{0,20}\)/gi, '').trim();
  if (!text || isRule(text) || noiseOf(text) || /^P\.?\s?S\b/.test(text) || text.length > 200) return [];
  const all = words(text);
  const named = holdsName(all, name) && all.length <= 14;
  if (!named) return [{ text: text.replace(REACH, ' ').trim(), line, besideName: false }];
  return splitOffName(text.replace(REACH, ' '), name).map((part) => ({ text: part, line, besideName: true }));
}

/** A company may share a word with its owner, so one word of the name is not enough. */
function holdsName(all: readonly string[], name: readonly string[]): boolean {
  const telling = name.filter((word) => word.length > 1 && !PARTICLES.has(word));
  const spoken = telling.filter((word) => all.includes(word)).length;
  return spoken > 0 && spoken >= Math.min(2, telling.length);
}

/** What stands in the line of the name beside the name. */
function splitOffName(text: string, name: readonly string[]): string[] {
  const isName = (word: string) =>
    words(word).every((part) => name.includes(part)) ||
    HONORIFICS.has(words(word).join('')) ||
    POST_NOMINALS.has(words(word).join(''));
  const parts = text
    .split(STRONG)
    .flatMap((part) => (words(part).some((word) => name.includes(word)) ? part.split(/,\s|\s-\s/) : [part]));
  const ownWords = (part: string) => new Set(words(part).filter((word) => name.includes(word))).size;
  const most = Math.max(...parts.map(ownWords));
  return parts
    .map((part) => {
      // A company may be called after its owner: "Verhagen Planten VOF".
      if (ownWords(part) < most || (hasLegalForm(part) && most < name.length)) return part;
      return part
        .split(/\s+/)
        .filter((word) => !isName(word))
        .join(' ');
    })
    .map((part) => part.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''))
    .filter((part) => words(part).length > 0);
}

function read(piece: Piece, role: Role, domain: string | undefined): void {
  const glued = piece.text.replace(COMMA_BEFORE_FORM, '\ue003 ');
  for (const segment of splitScripted(glued).split(STRONG)) {
    const text = tidy(segment);
    if (isSomethingElse(text)) continue;
    readSegment({ ...piece, text }, role, domain);
  }
}

/** Japanese parts company, department and name by single spaces. */
function splitScripted(text: string): string {
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/.test(text)) return text;
  const tokens = text.split(/\s+/);
  const at = tokens.findIndex((token) => token.length > 4 && hasLegalForm(token));
  if (at < 0) return text;
  return [tokens.slice(0, at).join(' '), tokens[at] ?? '', tokens.slice(at + 1).join(' ')].filter(Boolean).join(' | ');
}

function readSegment(piece: Piece, role: Role, domain: string | undefined): void {
  const source = { from: 'signature', line: piece.line } as const;
  const parts = piece.text.split(WEAK).map(tidy).filter(Boolean);
  const scores = parts.map((part) => companyScore(part, domain));
  const top = Math.max(...scores);
  const whole = companyScore(piece.text, domain);
  if (parts.length > 1 && top >= 0.6 && top >= whole) {
    const at = scores.indexOf(top);
    role.company.push({ value: parts[at] ?? '', source, sure: top });
    const company = parts[at] ?? '';
    for (const text of besides(piece.text, company)) {
      if (looksLikeTitle(text)) role.title.push({ value: text, source, sure: 0.9 });
      // Behind the company stands its town.
      else if (piece.text.startsWith(text)) role.unknown.push({ ...piece, text });
    }
    return;
  }
  const split = looksLikeTitle(piece.text) ? splitAtCompany(piece.text, domain) : undefined;
  if (split && looksLikeTitle(split.before)) {
    role.title.push({
      value: split.before.replace(/\s(?:at|bei|chez|presso|der|di|de|en|w|of|van|hos|ved)$/, ''),
      source,
      sure: 0.85,
    });
    role.company.push({ value: split.company, source, sure: 0.9 });
    return;
  }
  if (looksLikeTitle(piece.text) && (whole < 0.75 || /^\p{Ll}/u.test(piece.text)))
    role.title.push({ value: piece.text, source, sure: 0.85 });
  else if (whole >= 0.5) role.company.push({ value: piece.text, source, sure: whole });
  else role.unknown.push(piece);
}

/** What stands before and behind the company in the same line, with its own commas. */
function besides(text: string, company: string): string[] {
  const at = text.indexOf(company);
  const before = text.slice(0, Math.max(0, at)).replace(/(?:[\s,@/–-]|\b(?:at|bei|chez|presso|hos|ved|w|u)\b)+$/, '');
  return [before, text.slice(at + company.length)].map(tidy).filter((part) => words(part).length > 0);
}

function best(facts: readonly Fact[]): Fact | undefined {
  return [...facts].sort((a, b) => b.sure - a.sure)[0];
}

/** "Les Ruchers de Solène": a line that holds a part of the author's name and more is their company. */
function ownersCompany(role: Role, name: readonly string[]): Facts | undefined {
  const piece = role.unknown.find(({ text, besideName }) => {
    const all = words(text);
    const shared = all.filter((word) => word.length > 3 && name.includes(word)).length;
    return !besideName && shared > 0 && shared < all.length && isProperName(text);
  });
  return piece && { companyName: { value: piece.text, source: { from: 'signature', line: piece.line }, sure: 0.6 } };
}

/** Behind the title, or alone behind the name, stands the company. */
function byPlace(role: Role, pieces: readonly Piece[], title: Fact | undefined): Facts {
  if (title?.source.from !== 'signature') return {};
  const line = title.source.line;
  const next = role.unknown.find((piece) => piece.line >= line && piece.line <= line + 2 && isProperName(piece.text));
  if (!next || next.line > nextLine(pieces, line)) return {};
  return { companyName: { value: next.text, source: { from: 'signature', line: next.line }, sure: 0.6 } };
}

/** "Inge Postma, apotheker": small letters right behind the name are a profession. */
function titleBesideName(role: Role): Facts | undefined {
  const piece = role.unknown.find(
    ({ text, besideName }) => besideName && /^\p{Ll}[\p{L} -]{3,40}$/u.test(text) && words(text).length <= 4,
  );
  return piece && { jobTitle: { value: piece.text, source: { from: 'signature', line: piece.line }, sure: 0.6 } };
}

/** Between the name and the company stands the title, whatever its words. */
function titleByPlace(role: Role, pieces: readonly Piece[], company: Fact | undefined): Facts {
  if (company?.source.from !== 'signature' || company.sure < 0.6) return {};
  const line = company.source.line;
  const before = role.unknown.findLast(
    (piece) => piece.line <= line && piece.line >= line - 2 && piece.text.length > 1,
  );
  if (!before || nextLine(pieces, before.line) < line || !isTitleShaped(before.text)) return {};
  return { jobTitle: { value: before.text, source: { from: 'signature', line: before.line }, sure: 0.55 } };
}

function nextLine(pieces: readonly Piece[], line: number): number {
  return pieces.find((piece) => piece.line > line)?.line ?? line;
}

function isProperName(text: string): boolean {
  return text.length <= 60 && /^[\p{Lu}\p{Lo}]/u.test(text) && words(text).length <= 6 && !/[.!?:]$/.test(text);
}

function isTitleShaped(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= 60 &&
    words(text).length <= 6 &&
    !/\d|[.!?:"“]$/.test(text) &&
    /^[\p{Lu}\p{Lo}]/u.test(text)
  );
}

function isSomethingElse(text: string): boolean {
  const all = words(text);
  if (
    all.length === 0 ||
    text.length < 2 ||
    /^(?:linkedin|xing|facebook|instagram|twitter|youtube|website|web|blog|book a meeting.*|map it)$/i.test(text)
  )
    return true;
  if (isAddress(text) && !text.split(WEAK).some((part) => hasLegalForm(part))) return true;
  if (countryCode(text) || /^\d+$/.test(all.join(''))) return true;
  return all.every((word) => phoneKind(word) !== undefined || /^\d+$/.test(word)) && !all.some(isTitleWord);
}

function tidy(text: string): string {
  return text
    .replaceAll('\ue003', ',')
    .replace(/[<>]+/g, ' ')
    .replace(/^[\s,;:*•–—-]+|[\s,;:*–—(-]+$/g, '')
    .replace(/^(?:i\.\s?[AV]\.|ppa\.)\s+/, '')
    .replace(
      /^(?:(?:das |the |ihr |il |l['’])?(?:team|tým|tym|equipo|équipe|equipe|zespół|teamet))\s(?:(?:of|de|von|der|di|at|du)\s)?(?=\S)/i,
      '',
    )
    .replace(
      /^(?:title|position|role|funktion|fonction|cargo|puesto|ruolo|functie|stanowisko|company|firma|societe|société|empresa|azienda|bedrijf)\s?:\s{0,3}/i,
      '',
    )
    .trim();
}
