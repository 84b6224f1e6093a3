import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { DraftField } from '../../src/leads/provenance.ts';

/** The labelled fields, and what the draft calls them. */
export const FIELDS = [
  ['firstname', 'firstName'],
  ['lastname', 'lastName'],
  ['companyname', 'companyName'],
  ['jobtitle', 'jobTitle'],
  ['telephone1', 'businessPhone'],
  ['mobilephone', 'mobilePhone'],
  ['emailaddress1', 'email'],
  ['websiteurl', 'website'],
  ['address1_country', 'country'],
  ['topic', 'topic'],
] as const satisfies readonly (readonly [string, DraftField])[];
export type GoldField = (typeof FIELDS)[number][0];

export const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const INVISIBLE = new RegExp(invisible.source, 'g');

export function isEmpty(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.replace(INVISIBLE, '').trim() === '';
}

/** Whether two values of a field mean the same: case, legal forms, protocols and ways of writing do not count. */
export function sameValue(field: GoldField, a: string, b: string, region: string): boolean {
  switch (field) {
    case 'companyname':
      return company(a) === company(b);
    case 'telephone1':
    case 'mobilephone':
      return phoneOf(a, region).number === phoneOf(b, region).number;
    case 'websiteurl':
      return site(a) === site(b);
    case 'address1_country':
      return country(a) === country(b);
    default:
      return edge(a) === edge(b);
  }
}

function plain(value: string): string {
  const text = value
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return text
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/i\u0307/g, 'i');
}

function edge(value: string): string {
  return plain(value).replace(/^[\s.,;:|\-"']+|[\s.,;:|\-"']+$/g, '');
}

const FORMS = new Set(
  'gmbh mbh gesmbh ggmbh ag kg kgaa ohg ug se co cokg inc incorporated llc llp lp ltd limited plc pty corp corporation company sa sas sasu sarl snc sci srl spa sl slu sau scl sc bv nv vof cvba sprl bvba ab as asa oy oyj aps a/s sp zoo spzoo spk sro spol ltda me eireli cv sadecv de cyf pvt private scoop eg ev sti as. s/a the'.split(
    ' ',
  ),
);

function company(value: string): string {
  const tokens = plain(value)
    .replace(/株式会社|有限会社|合同会社|בע"מ/g, ' ')
    .replace(/sp\.? ?z ?o\.? ?o\.?/g, ' spzoo ')
    .replace(/\bsp\.? ?k\.?/g, ' spk ')
    .replace(/\bsan\. ve tic\./g, ' as ')
    .replace(/\bsoc\. coop\.( agr\.)?/g, ' scoop ')
    .replace(/\blda\b/g, ' ltda ')
    .replace(/&/g, ' & ')
    .replace(/[.,()"']/g, ' ')
    .replace(/\b(s) (a|l|r l|p a|n c|a s|a u)\b/g, (form) => form.replace(/ /g, ''))
    .replace(/\bs r l\b/g, 'srl')
    .replace(/\b([ec]) ([vg])\b/g, '$1$2')
    .replace(/\b(a s|b v|u a)\b/g, (form) => form.replace(' ', ''))
    .split(/\s+/)
    .filter(Boolean);
  while (tokens.length > 1 && (FORMS.has(tokens.at(-1) ?? '') || ['&', '-', 'şti'].includes(tokens.at(-1) ?? '')))
    tokens.pop();
  while (tokens.length > 1 && tokens[0] === 'the') tokens.shift();
  return tokens.join('').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A number in E.164 and its extension, however it is written. */
export function phoneOf(value: string, region: string): { number: string; ext: string | undefined } {
  const text = value.replace(/;ext=/, ' ext. ');
  const parsed =
    parsePhoneNumberFromString(text, region as CountryCode) ??
    parsePhoneNumberFromString(`+${text.replace(/\D/g, '')}`);
  const ext = parsed?.ext ?? /(?:ext|x|poste|int|dahili|ramal|dw)\D{0,4}(\d{1,6})/i.exec(value)?.[1];
  return { number: parsed?.number ?? text.replace(/\D/g, ''), ext };
}

function site(value: string): string {
  return plain(value)
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
}

function country(value: string): string {
  if (/^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const wanted = plain(value);
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      // Codes of countries that are no more ('DD') share the name of their successor.
      if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      if (plain(english.of(code) ?? '') === wanted) return code;
    }
  return value;
}

/** How much two texts have in common, word by word: 1 when the same words, 0 when none. */
export function tokenF1(a: string, b: string): number {
  const [x, y] = [tokens(a), tokens(b)];
  if (x.length === 0 && y.length === 0) return 1;
  const left = new Map<string, number>();
  for (const token of y) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of x) {
    const count = left.get(token) ?? 0;
    if (count > 0) common++;
    left.set(token, count - 1);
  }
  const [precision, recall] = [common / (x.length || 1), common / (y.length || 1)];
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
}

function tokens(text: string): string[] {
  return plain(text).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
}
