import { ALSO_NAMES, HONORIFICS, PARTICLES, POST_NOMINALS } from './name-words.ts';
import { fold, plainLine } from './plain-value.ts';

/** A word in Japanese or Chinese letters. */
export const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const SUFFIX_HAN = /(?:様|さま|さん|殿|先生|氏)$/u;

/** The words of a name without titles, degrees, departments in brackets and quotation marks. */
export function nameTokens(text: string): { tokens: string[]; turned: boolean } {
  const bare = plainLine(text)
    .slice(0, 200)
    .replace(/\([^()]{0,60}\)|\[[^[\]]{0,60}\]|（[^（）]{0,60}）/gu, ' ')
    .replace(/[([（【<{|/].*$/u, ' ')
    .replace(/["“”„«»]/g, '')
    .replace(/\s(?:via|über|uber|durch|par|por|през|at|@)\s.*$/i, '')
    .replace(/^(?:i\s?\.\s?[AV]\s?\.|ppa\.|p\s?\.\s?p\s?\.)\s{0,3}/i, '')
    .replace(SUFFIX_HAN, '')
    .trim();
  const parts = bare
    .split(',')
    .map((part) => significant(part))
    .filter((part) => part.length > 0 && !part.every(isWrittenDegree));
  const [before = [], after = []] = parts;
  // "Lastname, Firstname" is turned; "Firstname Lastname, MBA" leaves nothing behind the comma.
  if (parts.length === 2 && before.length > 0 && after.length > 0 && after.length <= 3)
    return { tokens: [...after, ...before], turned: true };
  return { tokens: before.length > 0 ? before : after, turned: false };
}

/** The words of a part of a name without titles before and degrees behind. */
export function significant(part: string): string[] {
  const tokens = part.split(/[\s\u3000]+/).filter((token) => /\p{L}/u.test(token));
  while (tokens.length > 1 && isHonorific(tokens[0] ?? '') && !(tokens.length === 2 && isAlsoName(tokens[0] ?? '')))
    tokens.shift();
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

/** "Don Miller", "Pan Wei": without a point, and with one word behind it, it may as well be a name. */
function isAlsoName(token: string): boolean {
  return !/[.']/.test(token) && ALSO_NAMES.has(bareWord(token));
}

/** "PhD", "MBA": behind a comma they are no first name, as "Ba" is. */
function isWrittenDegree(token: string): boolean {
  return POST_NOMINALS.has(bareWord(token)) && /\p{Lu}.*\p{Lu}|\./u.test(token);
}

function isDegree(tokens: readonly string[]): boolean {
  const token = tokens.at(-1) ?? '';
  return tokens.length > 2 || /\./.test(token) || /^[A-Z]{2,}$/.test(token);
}

/** A word of a name in the form of the tables: folded, without points and apostrophes. */
export function bareWord(token: string): string {
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
