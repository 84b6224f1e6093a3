import { MYSELF } from '../../src/actions/filter-words.ts';
import { foldText } from '../../src/leads/text.ts';
import { is, isLead, joined, type Told } from './tell-words.ts';
import { ALSO_NAMES } from './vocabulary.ts';

/** A name, and whether nothing was left out around it that may be part of it. */
export type Named = { name: string; isSure: boolean };

/**
 * The name in what is left: without 'lead' and small words around it. 'Smith' of 'will smith' is not sure: he may be
 * called Will.
 */
export function nameIn(rest: readonly Told[]): Named {
  let start = 0;
  while (start < rest.length && (isLead(rest[start]) || isSmall(rest[start]))) start++;
  let end = rest.length;
  while (end > start && (isLead(rest[end - 1]) || is(rest[end - 1], 'about') || isPlease(rest[end - 1]))) end--;
  const before = rest.slice(0, start);
  const lead = before.findLastIndex(isLead);
  const mayBeOfIt =
    before.slice(lead + 1).some(isAlsoName) ||
    isCompany(before[lead]) ||
    (rest.slice(end).some(isLead) && !before.some(isSmall));
  return { name: bare(rest.slice(start, end)), isSure: !mayBeOfIt };
}

/** The name with every word that may be of it: a colleague who is given something must be called so. */
export function wholeNameIn(rest: readonly Told[]): string {
  const isNoName = (word: Told) => isSmall(word) && !isAlsoName(word) && !MYSELF.has(foldText(word.text));
  const start = rest.findIndex((word) => !isNoName(word));
  const end = rest.findLastIndex((word) => !isPlease(word)) + 1;
  return start < 0 ? '' : bare(rest.slice(start, end));
}

/** Japanese calls nobody by the name alone. */
const HONORIFIC = /(?<=\p{L})(?:さん|さま|様|氏)$/u;

function bare(words: readonly Told[]): string {
  return joined(words)
    .replace(/[?!.。？！]+$/, '')
    .replace(HONORIFIC, '');
}

export function isSmall(word: Told | undefined): boolean {
  return is(word, 'about') || is(word, 'polite');
}

export function isAlsoName(word: Told): boolean {
  return ALSO_NAMES.has(foldText(word.text));
}

/** 'Prospect Capital': German alone writes a lead with a capital. */
function isCompany(word: Told | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text) && !/^lead/i.test(word.text);
}

const PLEASE = new Set([
  'please',
  'bitte',
  'svp',
  'thanks',
  'gracias',
  'merci',
  'obrigado',
  'obrigada',
  'danke',
  'と',
  'に',
]);
export function isPlease(word: Told | undefined): boolean {
  return word !== undefined && PLEASE.has(foldText(word.text).replace(/[^\p{L}]/gu, ''));
}
