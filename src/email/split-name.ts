import { GIVEN_NAMES } from './given-names.ts';
import { PARTICLES } from './name-words.ts';
import { bareWord, HAN, nameTokens, significant } from './person-name.ts';
import { fold, plainLine } from './plain-value.ts';
import { unspacedName } from './unspaced-name.ts';

/** A person's name taken apart. `reliable`: the order was told by something better than habit. */
export type PersonName = { first?: string; last?: string; reliable: boolean };

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
  const unspaced = tokens.length === 1 && unspacedName(tokens[0] ?? '', language);
  if (unspaced) return { ...unspaced, reliable: unspaced.first !== undefined };
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
