import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { EXTENSION, type PhoneKind, phoneKind } from './phone-labels.ts';
import { byGrouping, isFiction, isMobile } from './phone-regions.ts';
import { words } from './plain-value.ts';

/** A telephone number found in a line. `label` is what a word beside it says, `kind` what it is taken for. */
export type FoundPhone = {
  number: PhoneNumber;
  kind: PhoneKind;
  label?: PhoneKind;
  start: number;
  end: number;
};

const CANDIDATE = /(?:\+|\(\+?|00)?\d[\d ().\-/\u2010-\u2015]{4,28}\d/g;
// A stroke stands within German numbers, and between two numbers anywhere.
const TWO_NUMBERS = /([\d ().+-]{8,20}) \/ (?=[\d+(][\d ().-]{7})/g;
const NOT_A_PHONE =
  /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{5}(?:-\d{3,4})?|\d{1,3}(?:\.\d{1,3}){3})$/;
// Numbers of registers, banks and tax offices look like telephone numbers.
const REGISTER =
  /\b(?:vat|ust|iban|bic|hrb|hra|siret|siren|nip|regon|krs|kvk|btw|cvr|cif|nif|cnpj|cpf|ico|dic|iva|rcs|orgnr|org|mersis|vkn|ytunnus|tunnus|id|nr|no|ref|order|account|konto|cuit|rfc|reg|cap|plz|zip)\W{0,3}$/i;

/** Every telephone number of a line, with what the words around it say it is for. */
export function phonesIn(text: string, regions: readonly CountryCode[]): FoundPhone[] {
  const line = text
    .slice(0, 400)
    .normalize('NFKC')
    .replace(TWO_NUMBERS, (both, one: string) => (one.replace(/\D/g, '').length > 6 ? `${one} | ` : both));
  const found: FoundPhone[] = [];
  let from = 0;
  for (const match of line.matchAll(CANDIDATE)) {
    const before = line.slice(from, match.index);
    const phone = readCandidate(line, match[0], match.index, before, regions);
    if (!phone) continue;
    found.push(phone);
    from = phone.end;
  }
  return found;
}

function readCandidate(
  line: string,
  raw: string,
  index: number,
  before: string,
  regions: readonly CountryCode[],
): FoundPhone | undefined {
  const digits = raw.replace(/\D/g, '').length;
  if (digits < 6 || digits > 16 || NOT_A_PHONE.test(raw.trim()) || REGISTER.test(before)) return undefined;
  if (/[\p{L}\d@#/_=]$/u.test(line.slice(0, index)) || /^[\p{L}@_]/u.test(line.slice(index + raw.length)))
    return undefined;
  const label = labelBefore(before) ?? labelAfter(line.slice(index + raw.length));
  if (label === undefined && digits < 7) return undefined;
  const number = parseNumber(raw, regions, label !== undefined);
  if (!number) return undefined;
  const extension = EXTENSION.exec(line.slice(index + raw.length));
  if (extension?.[1]) number.setExt(extension[1]);
  const kind = label === undefined || (label === 'office' && isMobile(number)) ? byRange(number) : label;
  const end = index + raw.length + (extension?.[0].length ?? 0);
  return { number, kind, start: index, end, ...(label ? { label } : {}) };
}

function parseNumber(raw: string, regions: readonly CountryCode[], labelled: boolean): PhoneNumber | undefined {
  const text = raw
    .replace(/[/\u2010-\u2015]/g, '-')
    .replace(/\(0\)/, '')
    .replace(/^\(\+/, '+');
  if (/^\+|^00[1-9]/.test(text)) {
    const number = parsePhoneNumberFromString(text.replace(/^00/, '+'));
    return number?.isPossible() ? number : undefined;
  }
  const trunk = /^\(?0/.test(text);
  const parsed = byGrouping(text, regions)
    .filter((region) => !(trunk && (region === 'US' || region === 'CA')))
    .map((region) => parsePhoneNumberFromString(text, region));
  const valid = parsed.find((number) => number?.isValid() || (number && isFiction(number)));
  if (valid) return valid;
  // Without a label an invalid number is an order number or a price; some ranges reserved for fiction are invalid too.
  return labelled || trunk ? parsed.find((number) => number?.isPossible()) : undefined;
}

function labelBefore(before: string): PhoneKind | undefined {
  if (/\b(?:tel|telefon|tél|tlf|puh|phone)\p{L}{0,3}\.?\s?[/&+]\s?(?:tele)?fa[xk]s?\W{0,4}$/iu.test(before))
    return 'office';
  const near = words(before.slice(-40)).slice(-4).reverse();
  for (const word of near) {
    const kind = phoneKind(word);
    // "Tel. kom.": the word nearest to the number says more, but "mobile phone" is a mobile.
    if (kind) return kind === 'office' && near.some((other) => phoneKind(other) === 'mobile') ? 'mobile' : kind;
  }
  return undefined;
}

function labelAfter(after: string): PhoneKind | undefined {
  const bracket =
    /^\s{0,2}[([]([^)\]]{1,30})[)\]]/.exec(after)?.[1] ?? /^\s{0,2}[-–]?\s?(\p{L}{3,12})\b/u.exec(after)?.[1];
  return bracket === undefined
    ? undefined
    : words(bracket)
        .map(phoneKind)
        .find((kind) => kind !== undefined);
}

function byRange(number: PhoneNumber): PhoneKind {
  return isMobile(number) ? 'mobile' : 'office';
}

/** A number as people read it and every phone dials it: `+1 918 555 0142 ext. 207`. */
export function writtenPhone(number: PhoneNumber): string {
  return number.formatInternational().slice(0, 50);
}
