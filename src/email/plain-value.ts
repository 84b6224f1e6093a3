import { cleanLine, cleanLines, foldText } from '../leads/text.ts';

// Only names that HTML knows: `a < b` and `<anna@firm.example>` are text that people write.
const TAG =
  /<\s{0,5}[/!]?\s{0,5}(?:script|style|iframe|img|svg|math|a|b|i|u|p|br|hr|div|span|object|embed|form|input|html|body|head|meta|link|table|tbody|t[dhr]|font|h[1-6]|ul|ol|li|em|strong|video|audio|base|details|marquee|template|textarea|button|select|option|title|center|blockquote|pre|code|doctype|\w+:\w+)\b[^<>]{0,3000}>?/gi;
const SCRIPT = /<(script|style)\b[^<>]{0,500}>[^<]{0,3000}<\/\1\s{0,5}>/gi;
const SCRIPT_URL = /(?:javascript|vbscript)\s{0,5}:/gi;
// Joiners are kept by cleanLine for the languages that need them; in a field they can hide one name behind another.
// Private-use characters are icons of a font nobody else has, halves of surrogate pairs are nothing at all.
const JOINERS = /\u200c|\u200d|\p{Co}|\p{Cs}/gu;
const FORMULA_START = /^[\s=+\-@\u2010-\u2015]+(?=\S)|^[=+\-@]+$/;

/** Text without tags: what a stranger wrote as markup must not reach a field. */
function withoutMarkup(text: string): string {
  if (!text.includes('<') && !/script/i.test(text)) return text;
  let value = text.replace(/<\s+/g, '< ').replace(SCRIPT, ' ');
  // A tag may be hidden in the pieces of another one.
  for (let round = 0; round < 5; round++) {
    const next = value.replace(TAG, ' ').replace(SCRIPT_URL, '');
    if (next === value) return value;
    value = next;
  }
  return value.replaceAll('<', ' ');
}

/** A value for a one-line field: no markup, nothing invisible, nothing a spreadsheet would run. */
export function plainLine(text: string): string {
  return cleanLine(withoutMarkup(cleanLine(text).replace(JOINERS, '')))
    .replace(FORMULA_START, '')
    .trim();
}

/** The same for a text of several lines. */
export function plainLines(text: string): string {
  return cleanLines(withoutMarkup(cleanLines(text).replace(JOINERS, '')))
    .replace(FORMULA_START, '')
    .trim();
}

/** The form in which words are compared; kana and Hangul keep their marks, which are letters there. */
export function fold(text: string): string {
  if (!/[^ -~\n]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').replace(/[^\u3040-\u30ff\uac00-\ud7af]+/g, foldText);
}

/** The folded words of a text. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
