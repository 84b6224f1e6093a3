import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { EXTENSION, type PhoneKind, phoneKind } from './phone-labels.ts';
import { byWriting, isFiction, isMobile, type Regions } from './phone-regions.ts';
import { words } from './plain-value.ts';

/** A telephone number found in a line. `label` is what a word beside it says, `kind` what it is taken for. */
export type FoundPhone = {
  /** As people read it and every phone dials it, `+1 918 555 0142 ext. 207`; as it stands there when its country is not known. */
  written: string;
  country: CountryCode | undefined;
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
export function phonesIn(text: string, regions: Regions): FoundPhone[] {
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
  regions: Regions,
): FoundPhone | undefined {
  const digits = raw.replace(/\D/g, '').length;
  if (digits < 6 || digits > 16 || NOT_A_PHONE.test(raw.trim()) || isRegister(before)) return undefined;
  if (/[\p{L}\d@#/_=]$/u.test(line.slice(0, index)) || /^[\p{L}@_]/u.test(line.slice(index + raw.length)))
    return undefined;
  const label = labelBefore(before) ?? labelAfter(line.slice(index + raw.length));
  if (label === undefined && digits < 7) return undefined;
  const read = parseNumber(raw, regions, label);
  // Without a label a number of no country is an order number or a price.
  if (read.length === 0 && label === undefined) return undefined;
  const number = read.length === 1 ? read[0] : undefined;
  const extension = EXTENSION.exec(line.slice(index + raw.length));
  if (extension?.[1]) number?.setExt(extension[1]);
  const end = index + raw.length + (extension?.[0].length ?? 0);
  const mobile = read.length > 0 && read.every(isMobile);
  const byRange = mobile ? 'mobile' : 'office';
  return {
    written: (number?.formatInternational() ?? line.slice(index, end).trim()).slice(0, 50),
    country: number?.country,
    kind: label === undefined || (label === 'office' && mobile) ? byRange : label,
    start: index,
    end,
    ...(label ? { label } : {}),
  };
}

/** "VAT No.", "Order No."; but "Phone No." is a number to call. */
function isRegister(before: string): boolean {
  const [what = '', sign = ''] = words(before).slice(-2);
  return REGISTER.test(before) && !(/^(?:nr|no)$/.test(sign) && what.length > 1 && phoneKind(what));
}

/** The number as it is in the country it is from; in several, when nothing decides; in none, when it is nobody's. */
function parseNumber(raw: string, regions: Regions, label: PhoneKind | undefined): PhoneNumber[] {
  const text = raw
    .replace(/[/\u2010-\u2015]/g, '-')
    .replace(/\(0\)/, '')
    .replace(/^\(\+/, '+');
  if (/^\+|^00[1-9]/.test(text)) {
    const number = parsePhoneNumberFromString(text.replace(/^00/, '+'));
    return number?.isPossible() ? [number] : [];
  }
  const numbers = (tried: readonly CountryCode[]) =>
    new Map(
      tried
        .map((region) => [region, parsePhoneNumberFromString(text, region)] as const)
        .filter((pair): pair is [CountryCode, PhoneNumber] => pair[1] !== undefined && isSomebodys(pair[1], label)),
    );
  const [sure] = numbers(regions.sure).values();
  if (sure) return [sure];
  const likely = byWriting(text, regions.likely);
  const found = numbers(likely);
  const home = found.get(likely[0] as CountryCode);
  // Ten digits in a row: a mobile in India, and hardly ever how Americans write.
  return home && !/^[1-9]\d{9}$/.test(text) ? [home] : [...found.values()];
}

function isSomebodys(number: PhoneNumber, label: PhoneKind | undefined): boolean {
  const type = number.getType();
  if (type === 'PREMIUM_RATE' || type === 'SHARED_COST' || type === 'UAN') return false;
  return (number.isValid() || isFiction(number)) && !(label === 'mobile' && type === 'FIXED_LINE');
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
