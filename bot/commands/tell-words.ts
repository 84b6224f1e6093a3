import { foldText } from '../../src/leads/text.ts';
import { isNear } from './near-words.ts';
import { ALSO_NAMES, type Concept, MEANINGS, SEPARABLE, UNSPACED } from './vocabulary.ts';

/**
 * A word or phrase somebody typed, as typed, with what it may mean: nothing where it is a name. `from` counts the letters
 * and signs before it, spaces left out: Japanese is told apart where nobody wrote any.
 */
export type Told = { text: string; concepts: readonly Concept[]; isExact: boolean; from: number };

const LONGEST_PHRASE = 4;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const UNSPACED_WORDS = new RegExp(UNSPACED.join('|'), 'g');

/** The words of what somebody typed. */
export function tellWords(said: string): Told[] {
  const spaced = CJK.test(said) ? apart(said) : said;
  const words = spaced.split(/\s+/).filter(Boolean).flatMap(unhyphened);
  const told: Told[] = [];
  let from = 0;
  for (let at = 0; at < words.length; ) {
    const { length, concepts } = longestPhrase(words, at);
    const text = words.slice(at, at + length).join(' ');
    const meant = concepts ? { concepts, isExact: true } : { concepts: nearConcepts(text), isExact: false };
    told.push({ text, from, ...meant });
    from += signs(text);
    at += length;
  }
  return joinSeparable(told).map((word, at) =>
    at && isWrittenAsName(word) && !isBeforeLead(told, at) ? named(word) : word,
  );
}

/** 'Lege einen Lead an': the verb as one word. What is given to whom shows in the order alone, so that 'zu' stays. */
function joinSeparable(told: readonly Told[]): readonly Told[] {
  const start = told.findIndex((word) => !is(word, 'polite'));
  const end = told.findLastIndex((word) => !/^(?:bitte|danke)$/.test(bare(word.text)));
  const [particle, concept] = SEPARABLE.get(bare(told[start]?.text ?? '')) ?? [];
  if (!concept || end <= start || bare(told[end]?.text ?? '') !== particle) return told;
  return told.flatMap((word, at) => {
    if (at === start) return { ...word, concepts: [concept], isExact: true };
    return at >= end && concept !== 'assign' ? [] : word;
  });
}

/** The first word of a sentence has a capital anyway. */
function isWrittenAsName({ text }: Told): boolean {
  return /^\p{Lu}/u.test(text) && ALSO_NAMES.has(bare(text));
}

/** 'An Open Lead' is no name. */
function isBeforeLead(told: readonly Told[], at: number): boolean {
  const next = told.slice(at).find((word) => !is(word, 'polite') && !is(word, 'about'));
  return isLead(next);
}

function named(word: Told): Told {
  return { ...word, concepts: [], isExact: false };
}

function signs(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** What somebody typed from the first to the last of these words, as it was typed, lines and all. */
export function asTyped(said: string, words: readonly Told[]): string {
  const last = words.at(-1);
  const from = words[0]?.from ?? 0;
  const to = last ? last.from + signs(last.text) : 0;
  let seen = 0;
  let text = '';
  for (const sign of said.split('')) {
    const isSpace = /\s/.test(sign);
    if (isSpace ? seen > from && seen < to : seen >= from && seen < to) text += sign;
    if (!isSpace) seen++;
  }
  return text.replace(/^[:,–-]\s*/, '');
}

export function is(word: Told | undefined, concept: Concept): boolean {
  return Boolean(word?.concepts.includes(concept));
}

/** 'Leeds' and 'Prospekt' are no slip of the keyboard where a name is looked for. */
export function isLead(word: Told | undefined): boolean {
  return Boolean(word?.isExact) && is(word, 'lead');
}

export function joined(told: readonly Told[]): string {
  return told
    .map(({ text }) => text)
    .join(' ')
    .replace(/^[:,–-]\s*/, '');
}

/** Japanese with spaces around the words of a command, and around what marks a name before them. */
function apart(said: string): string {
  return said
    .replace(UNSPACED_WORDS, ' $& ')
    .replaceAll('を', ' を ')
    .replace(/[にへ](?=\s)/g, ' $& ');
}

/** 'bulk-qualify' and 'my-leads' are two words of ours, 'Mi-Do' is one of somebody's. */
function unhyphened(word: string): string[] {
  const parts = word.split(/(?<=-)/);
  const concepts = parts.map((part) => MEANINGS.get(bare(part))?.[0]);
  return concepts.every(Boolean) && concepts.some((one) => one === 'many' || one === 'lead') ? parts : [word];
}

/** What has no letter is punctuation, unless it is what somebody looks for. */
const SIGNS = /^[%&*+#@$_]+$/;

function longestPhrase(words: readonly string[], at: number): { length: number; concepts?: readonly Concept[] } {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length);
    const concepts = MEANINGS.get(bare(phrase.join(' ')));
    if (concepts && !phrase.some((word) => SIGNS.test(word))) return { length, concepts };
  }
  return { length: 1 };
}

const near = [...MEANINGS].filter(
  ([word, [concept]]) =>
    !CJK.test(word) && !word.includes(' ') && !['polite', 'about', 'change'].includes(concept ?? ''),
);

function nearConcepts(text: string): readonly Concept[] {
  const typed = bare(text);
  if (typed.length > 20) return [];
  return near.find(([word]) => isNear(typed, word))?.[1] ?? [];
}

/** Folded, without the punctuation around it, apostrophes within it, and a French article before it. */
function bare(text: string): string {
  return foldText(text)
    .replace(/[’`´]/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/^[ld]'/, '')
    .replace(/'(?=s\b)|(?<=[a-z])'(?=[dmt]\b)/g, '');
}
