import { companyScore, splitAtCompany } from './company-name.ts';
import type { Fact, Facts } from './fact.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { COMMA_BEFORE_FORM, hasLegalForm } from './legal-forms.ts';
import type { MailLine } from './mail-line.ts';
import { looksLikeName } from './person-name.ts';
import { words } from './plain-value.ts';
import { isSomethingElse, type Piece, piecesOf, STRONG, tidy, WEAK } from './role-pieces.ts';
import { isNameOnly } from './signature-start.ts';
import { looksLikeTitle } from './title-words.ts';

type Role = { title: Fact[]; company: Fact[]; unknown: Piece[] };

/** Job title and company from the lines of a signature. `name`: words of the author's name, folded. */
export function roleFacts(lines: readonly MailLine[], name: readonly string[], domain: string | undefined): Facts {
  const role: Role = { title: [], company: [], unknown: [] };
  const pieces = lines
    .flatMap((line, i) => piecesOf(line.text, i + 1, name))
    .filter(({ text }) => !isNameOnly(text, name));
  for (const piece of pieces) read(piece, role, domain);
  const title = role.title[0];
  const company = best(role.company) ?? companyInTitle(title);
  return {
    ...(company ? { companyName: company } : (ownersCompany(role, name) ?? byPlace(role, pieces, title))),
    ...(title ? { jobTitle: title } : (titleBesideName(role) ?? titleByPlace(role, pieces, company))),
  };
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

/** "Race Director, Run the Ridge": when nothing else names a company, what follows the title does. Shortens the title. */
function companyInTitle(title: Fact | undefined): Fact | undefined {
  const [, role, company] = /^([^,]{3,60}), ([^,]{4,60})$/.exec(title?.value ?? '') ?? [];
  if (!title || !role || !company || !looksLikeTitle(role) || looksLikeTitle(company)) return undefined;
  if (!isProperName(company) || words(company).length < 2) return undefined;
  title.value = role;
  return { value: company, source: title.source, sure: 0.5 };
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
    !(GIVEN_NAMES.has(words(text)[0] ?? '') && looksLikeName(text)) &&
    /^[\p{Lu}\p{Lo}]/u.test(text)
  );
}
