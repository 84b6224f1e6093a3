import type { Desk } from '../leads/desk.ts';
import type { LeadFilters } from '../leads/lead-filters.ts';
import { RATINGS, SOURCES } from '../leads/option-sets.ts';
import { foldText } from '../leads/text.ts';
import { en, type Words } from '../words/en.ts';
import { ja } from '../words/ja.ts';
import { optionLabel, words } from '../words/words.ts';
import { ALSO_CALLED, JAPANESE_WORDS, MYSELF, NEGATIONS, PASSED_OVER } from './filter-words.ts';
import type { Context } from './handler.ts';

export type NamedFilters = LeadFilters & { ownerName?: string };

/** A word somebody said, as they wrote it and folded, and whether it is accounted for. */
type Said = { text: string; word: string; isRead: boolean };

/** Nobody is called by more words. */
const LONGEST_NAME = 6;

/**
 * The filters somebody named in a sentence: a rating or source by its label in their language or in English, and an owner
 * after the word for it ('owner megan', 'owner me'). `unread` is what was said beside that and may have meant something:
 * a name without that word, two ratings, anything after a 'not'.
 */
export async function readFilters(context: Context, text: string): Promise<{ read: NamedFilters; unread: string }> {
  const w = words(context.view.locale);
  const said = wordsSaid(text);
  if (said.some(({ word }) => NEGATIONS.has(word))) return { read: {}, unread: text.trim() };
  const owner = await ownerIn(context, said, [w.fields.owner, en.fields.owner]);
  const rating = optionIn(w, said, RATINGS);
  const source = optionIn(w, said, SOURCES);
  for (const name of [w, en].flatMap(({ fields }) => [fields.rating, fields.source]))
    placesOf(said, name).forEach(read);
  const unread = said.filter(({ word, isRead }) => !isRead && !PASSED_OVER.has(word)).map(({ text }) => text);
  return { read: { ...(rating && { rating }), ...(source && { source }), ...owner }, unread: unread.join(' ') };
}

/** The only one that is named. Of several it is not known which is meant. */
function optionIn(w: Words, said: readonly Said[], options: readonly string[]): string | undefined {
  const named = options.flatMap((value) => {
    const names = [value, optionLabel(w, value), optionLabel(en, value), ...(ALSO_CALLED[value] ?? [])];
    const places = names.flatMap((name) => placesOf(said, name));
    return places.length ? [{ value, places }] : [];
  });
  const [only, ...others] = named;
  if (!only || others.length) return undefined;
  only.places.forEach(read);
  return only.value;
}

async function ownerIn({ desk, actor }: Context, said: readonly Said[], labels: readonly string[]) {
  const [label] = labels.flatMap((name) => placesOf(said, name));
  const last = label?.at(-1);
  if (!label || !last) return {};
  for (let after = said.slice(said.indexOf(last) + 1); after[0]; after = after.slice(1)) {
    const [first] = after;
    const person = MYSELF.has(first.word) ? { ...actor, called: [first] } : await personIn(desk, after);
    if (person) {
      read([...label, ...person.called]);
      return { ownerId: person.id, ownerName: person.name };
    }
    if (!PASSED_OVER.has(first.word)) break;
  }
  return {};
}

/** Whoever is called by as many of the first words as somebody is called by. */
async function personIn({ people }: Desk, said: readonly Said[]) {
  // 'is' begins many a name.
  const shortest = PASSED_OVER.has(said[0]?.word ?? '') ? 2 : 1;
  for (let length = Math.min(LONGEST_NAME, said.length); length >= shortest; length--) {
    const called = said.slice(0, length);
    const [person, ...others] = await people.search(called.map(({ word }) => word).join(' '), 2);
    if (person && !others.length) return { ...person, called };
  }
  return undefined;
}

function read(words: readonly Said[]): void {
  for (const word of words) word.isRead = true;
}

/** Where somebody said a name, its words inflected as they may be, and not as part of something else. */
function placesOf(said: readonly Said[], name: string): Said[][] {
  const parts = wordsSaid(name).map(({ word }) => word);
  return said.flatMap((_first, at) => {
    const place = said.slice(at, at + parts.length);
    const isIt = place.length === parts.length && parts.every((part, nth) => isForm(place[nth]?.word ?? '', part));
    return isIt && !place.some(({ isRead }) => isRead) ? [place] : [];
  });
}

const ENDINGS = ['', 'a', 'e', 'o', 's', 'as', 'es', 'os', 'em', 'en', 'er'];

/** 'heißen' of 'heiß', 'chaudes' of 'chaud', 'frías' of 'frío'; of a word of three letters the word alone. */
function isForm(word: string, of: string): boolean {
  if (word === of) return true;
  const stem = of.replace(/[aeo]$/, '');
  return of.length > 3 && word.startsWith(stem) && ENDINGS.includes(word.slice(stem.length));
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const UNSPACED = [
  ...JAPANESE_WORDS,
  ...NEGATIONS,
  ...[...RATINGS, ...SOURCES].map((value) => optionLabel(ja, value)),
  ...Object.values(ALSO_CALLED).flat(),
  ...[ja.fields.rating, ja.fields.source, ja.fields.owner],
]
  .filter((word) => word.length > 1 && CJK.test(word))
  .sort((one, other) => other.length - one.length);
const UNSPACED_WORDS = new RegExp(UNSPACED.join('|'), 'g');
const PARTICLES = /^[のをにはがとなでへも]+(?=.)|(?<=.)[のをにはがとなでへも]+$/g;

function wordsSaid(text: string): Said[] {
  const spaced = text.normalize('NFC').replace(UNSPACED_WORDS, ' $& ');
  return [...spaced.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([one]) => {
    const text = CJK.test(one) ? one.replace(PARTICLES, '') : one;
    return { text, word: foldText(text), isRead: false };
  });
}
