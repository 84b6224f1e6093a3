import { isClosing } from './closings.ts';
import { countryCode } from './country.ts';
import { hasLegalForm } from './legal-forms.ts';
import { isRule, noiseOf } from './mail-noise.ts';
import { HONORIFICS, PARTICLES, POST_NOMINALS } from './name-words.ts';
import { phoneKind } from './phone-labels.ts';
import { words } from './plain-value.ts';
import { isAddress } from './postal-address.ts';
import { isTitleWord } from './title-words.ts';

/** A part of a signature that may be a title, a company, or neither. */
export type Piece = { text: string; line: number; besideName: boolean };

// Signs that part a line for certain, and signs that may also stand within a title or a name.
export const STRONG = /\s{0,3}[|·•‧∙●⋅│¦]\s{0,3}|\s{2,}|\t|\s[–—―]\s|\s\/\/\s|\s::\s/;
export const WEAK = /,\s|\s[-/@]\s|\s(?:at|bei|chez|presso|hos|ved|w|u)\s/;
const REACH =
  /(?:\+|\(?0|\()\d[\d ().\-/–]{5,}|\d{3}[\s.-]\d{3,4}[\s.-]\d{3,4}|[^\s@<>]{1,64}@[^\s@<>]{1,100}|https?:\/\/\S+|www\.\S+/gu;

/** The parts of a signature's line that may be title or company; the author's name is taken out. */
export function piecesOf(raw: string, line: number, name: readonly string[]): Piece[] {
  const text = raw
    .replace(/\((?:she|he|they|sie|er|elle|il|ella|hij|zij)\b[^)]{0,20}\)/gi, '')
    // How a Japanese name is read.
    .replace(/[(（][\p{Script=Hiragana}\p{Script=Katakana}ー ]{2,30}[)）]/gu, '')
    .trim();
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

/** Whether a part is an address, a label, a profile: anything but a title or a company. */
export function isSomethingElse(text: string): boolean {
  const all = words(text);
  if (
    all.length === 0 ||
    text.length < 2 ||
    /^(?:linkedin|xing|facebook|instagram|twitter|youtube|website|web|blog|book a meeting.*|map it|on behalf of|im auftrag(?: von)?)$/i.test(
      text,
    )
  )
    return true;
  if (isClosing(text) || isClosing(`${text},`)) return true;
  if (isAddress(text) && !text.split(WEAK).some((part) => hasLegalForm(part))) return true;
  if (countryCode(text) || /^\d+$/.test(all.join(''))) return true;
  return all.every((word) => phoneKind(word) !== undefined || /^\d+$/.test(word)) && !all.some(isTitleWord);
}

/** A part without the signs and labels around it. */
export function tidy(text: string): string {
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
