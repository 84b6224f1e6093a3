import { GIVEN_NAMES } from './given-names.ts';
import { HONORIFICS, PARTICLES, POST_NOMINALS } from './name-words.ts';
import { fold, plainLine } from './plain-value.ts';

/** A person's name taken apart. `reliable`: the order was told by something better than habit. */
export type PersonName = { first?: string; last?: string; reliable: boolean };

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const SUFFIX_HAN = /(?:様|さま|さん|殿|先生|氏)$/u;

/** The words of a name without titles, degrees, departments in brackets and quotation marks. */
export function nameTokens(text: string): { tokens: string[]; turned: boolean } {
  const bare = plainLine(text)
    .slice(0, 200)
    .replace(/[([（【<{|/].*$/u, ' ')
    .replace(/["“”„«»]/g, '')
    .replace(/\s(?:via|über|uber|durch|par|por|през|at|@)\s.*$/i, '')
    .replace(/^(?:i\s?\.\s?[AV]\s?\.|ppa\.|p\s?\.\s?p\s?\.)\s{0,3}/i, '')
    .replace(SUFFIX_HAN, '')
    .trim();
  const parts = bare.split(',').map((part) => significant(part));
  const [before = [], after = []] = parts;
  // "Lastname, Firstname" is turned; "Firstname Lastname, MBA" leaves nothing behind the comma.
  if (parts.length === 2 && before.length > 0 && after.length > 0 && after.length <= 3)
    return { tokens: [...after, ...before], turned: true };
  return { tokens: before.length > 0 ? before : after, turned: false };
}

function significant(part: string): string[] {
  const tokens = part.split(/[\s\u3000]+/).filter((token) => /\p{L}/u.test(token));
  while (tokens.length > 1 && isHonorific(tokens[0] ?? '')) tokens.shift();
  while (tokens.length > 0 && POST_NOMINALS.has(bareWord(tokens.at(-1) ?? '')) && isDegree(tokens)) tokens.pop();
  if (tokens.length === 1 && isHonorific(tokens[0] ?? '') && /\.$/.test(tokens[0] ?? '')) return [];
  return tokens.map((token) => token.replace(/[;:!]+$/, ''));
}

function isHonorific(token: string): boolean {
  if (HONORIFICS.has(bareWord(token)) && /\./.test(token)) return true;
  const pieces = token.split(/[.-]/).filter(Boolean);
  if (pieces.length > 1 && /\./.test(token)) return pieces.every((piece) => HONORIFICS.has(bareWord(piece)));
  return HONORIFICS.has(bareWord(token)) && (token.endsWith('.') || bareWord(token).length > 1 || token.includes("'"));
}

function isDegree(tokens: readonly string[]): boolean {
  const token = tokens.at(-1) ?? '';
  return tokens.length > 2 || /\./.test(token) || /^[A-Z]{2,}$/.test(token);
}

function bareWord(token: string): string {
  return fold(token).replace(/[.'’׳״"]/g, '');
}

/** Whether a text could be a person's name: one to five words, no digits, no address. */
export function looksLikeName(text: string): boolean {
  if (/[\d@:;!?=#%&+*/\\|_<>]/.test(text) || text.length > 60) return false;
  const { tokens } = nameTokens(text);
  if (tokens.length === 0 || tokens.length > 5) return false;
  return tokens.every(
    (token) => HAN.test(token) || /^\p{Lu}/u.test(token) || /^\p{Lo}/u.test(token) || PARTICLES.has(bareWord(token)),
  );
}

/**
 * Splits a name into first and last name. The address often tells which is which (`a.nowak@`, `nowak.anna@`);
 * without it capitals, particles and the habits of the language decide.
 */
export function splitName(text: string, address: string, language?: string): PersonName {
  const { tokens, turned } = nameTokens(text);
  if (tokens.length === 0) return { reliable: false };
  if (turned) {
    const comma = tokens.length - significant(plainLine(text).split(',')[0] ?? '').length;
    return finish(tokens.slice(0, comma), tokens.slice(comma), true);
  }
  if (tokens.length === 1) return { first: cased(tokens[0] ?? ''), reliable: false };
  if (tokens.every((token) => HAN.test(token))) return finish(tokens.slice(1), tokens.slice(0, 1), true);
  const caps = splitByCapitals(tokens);
  if (caps) return caps;
  if (language === 'hu' && tokens.length > 1)
    return finish(tokens.slice(1), tokens.slice(0, 1), GIVEN_NAMES.has(fold(tokens[1] ?? '')));
  return splitByAddress(tokens, address) ?? splitByHabit(tokens, language);
}

function splitByCapitals(tokens: readonly string[]): PersonName | undefined {
  const upper = tokens.map(
    (token) => token.length > 1 && !/\./.test(token) && token === token.toUpperCase() && /\p{Lu}/u.test(token),
  );
  if (upper.every(Boolean) || !upper.some(Boolean)) return undefined;
  const firstUpper = upper.indexOf(true);
  if (firstUpper === 0) {
    const end = upper.indexOf(false);
    if (end === 1 && tokens[0]?.length === 2) return undefined;
    return finish(tokens.slice(end), tokens.slice(0, end), true);
  }
  if (!upper.slice(firstUpper).every(Boolean) || (tokens[firstUpper]?.length ?? 0) < 3) return undefined;
  const start = particleStart(tokens, firstUpper);
  return finish(tokens.slice(0, start), tokens.slice(start), true);
}

function splitByAddress(tokens: readonly string[], address: string): PersonName | undefined {
  const local = fold(address.split('@')[0] ?? '').replace(/\d+$/, '');
  const pieces = local.split(/[._-]+/).filter(Boolean);
  const folded = tokens.map((token) => fold(token).replace(/[^\p{L}\p{N}]/gu, ''));
  const spelled = (word: string, piece: string) =>
    word === piece ||
    word.replace(/ue|oe|ae/g, (pair) => pair[0] ?? '') === piece.replace(/ue|oe|ae/g, (pair) => pair[0] ?? '');
  // nils.erik@ of Nils Erik Brekken says nothing about the last name.
  if (tokens.length > 2 && pieces.length === 2 && GIVEN_NAMES.has(pieces[1] ?? '') && folded[1] === pieces[1])
    return undefined;
  const lastAt = folded.findIndex(
    (word, i) =>
      i > 0 &&
      word.length > 1 &&
      pieces.length > 1 &&
      pieces.slice(1).some((piece) => spelled(word, piece) || spelled(folded.slice(i).join(''), piece)),
  );
  const firstPiece = pieces[0] ?? '';
  const head = folded[0] ?? '';
  if (lastAt > 0 && (spelled(head, firstPiece) || (firstPiece.length <= 2 && head.startsWith(firstPiece[0] ?? '?'))))
    return finish(...cut(tokens, particleStart(tokens, lastAt)), true);
  // "Zgraggen Reto" with reto.zgraggen@ or r.zgraggen@
  const tail = folded.at(-1) ?? '';
  if (
    pieces.length > 1 &&
    spelled(head, pieces.at(-1) ?? '') &&
    (spelled(tail, firstPiece) || (firstPiece.length === 1 && tail.startsWith(firstPiece)))
  )
    return finish(tokens.slice(-1), tokens.slice(0, -1), true);
  for (let i = 1; i < folded.length && pieces.length === 1; i++) {
    const word = folded[i] ?? '';
    if (
      word.length > 2 &&
      firstPiece.length - word.length <= 2 &&
      firstPiece.endsWith(word) &&
      firstPiece.length > word.length
    )
      return finish(...cut(tokens, particleStart(tokens, i)), true);
  }
  return undefined;
}

function splitByHabit(tokens: readonly string[], language: string | undefined): PersonName {
  const known = tokens.map((token) => GIVEN_NAMES.has(fold(token).split('-')[0] ?? ''));
  if (tokens.length === 2) {
    if (known[1] && !known[0] && (language === 'hu' || !tokens[0]?.includes('.')))
      return language === 'hu'
        ? finish(tokens.slice(1), tokens.slice(0, 1), true)
        : finish(tokens.slice(0, 1), tokens.slice(1), false);
    return finish(tokens.slice(0, 1), tokens.slice(1), known[0] === true);
  }
  const particle = tokens.findIndex(
    (token, i) => i > 0 && i < tokens.length - 1 && PARTICLES.has(bareWord(token)) && !/^\p{Lu}\.$/u.test(token),
  );
  if (particle > 0 && !(language === 'es' && particle > 2)) return finish(...cut(tokens, particle), true);
  const iberian = language === 'es' || language === 'pt';
  const given = known[1] ? 2 : 1;
  if (language === 'es') return finish(...cut(tokens, tokens.length >= 4 ? 2 : given), false);
  if (iberian) return finish(...cut(tokens, given), false);
  return finish(...cut(tokens, tokens.length - 1), false);
}

function cut(tokens: readonly string[], at: number): [string[], string[]] {
  return [tokens.slice(0, at), tokens.slice(at)];
}

function particleStart(tokens: readonly string[], last: number): number {
  let start = last;
  while (start > 1 && PARTICLES.has(bareWord(tokens[start - 1] ?? ''))) start--;
  return start;
}

function finish(first: readonly string[], last: readonly string[], reliable: boolean): PersonName {
  const name = (tokens: readonly string[]) => tokens.map(cased).join(' ');
  return {
    ...(first.length > 0 ? { first: name(first) } : {}),
    ...(last.length > 0 ? { last: name(last) } : {}),
    reliable,
  };
}

/** "BESSON" and "besson" are typed by people in a hurry; mixed case is how they want it. */
function cased(token: string): string {
  const letters = token.replace(/[^\p{L}]/gu, '');
  if (letters.length < 3 || (letters !== letters.toUpperCase() && letters !== letters.toLowerCase())) return token;
  if (PARTICLES.has(bareWord(token)) && letters === letters.toLowerCase()) return token;
  if (letters.toUpperCase() === letters.toLowerCase()) return token;
  return token
    .toLowerCase()
    .replace(/(^|[-'’.])(\p{L})/gu, (_, start: string, letter: string) => start + letter.toUpperCase());
}
